using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Calendars;

/// <summary>What a calendar would change, before anybody saves it: days, semesters, and the open deadlines that move with them.</summary>
public sealed class PreviewCalendar(Desk desk, OfficeBook book)
{
    /// <summary>What somebody wants to try.</summary>
    /// <param name="File">The file's name.</param>
    /// <param name="Text">Its text; null for the folder's file.</param>
    public sealed record Query(string File, string? Text);

    /// <summary>What would change.</summary>
    /// <param name="Refusal">Why it can't be saved; null when it can.</param>
    /// <param name="Changes">Days and semesters, a sentence each.</param>
    /// <param name="DueDays">Open items whose due day moves.</param>
    /// <param name="Secondments">Teachers whose deadline of R12 moves.</param>
    public sealed record Preview(Answer? Refusal, IReadOnlyList<Bilingual> Changes, IReadOnlyList<DueDay> DueDays, IReadOnlyList<SecondmentMove> Secondments);

    /// <summary>An open item whose due day moves.</summary>
    public sealed record DueDay(Guid CaseId, Bilingual Item, DateOnly From, DateOnly To);

    /// <summary>A teacher whose deadline moves; null for none.</summary>
    public sealed record SecondmentMove(Guid PersonId, string Name, SecondmentDue? From, SecondmentDue? To);

    /// <summary>Tries it and changes nothing. HR may ask.</summary>
    public async Task<Preview> RunAsync(Query query, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
            return Refused(notHr);
        if (CalendarFile.Parse(query.File) is not { } file)
            return Refused(CalendarMoves.NoCalendar);
        if (query.Text is { } text && SaveCalendar.RefusalOf(file, text) is { } broken)
            return Refused(broken);

        var texts = book.Files.With(await desk.Db.CalendarPapers.AsNoTracking().ToListAsync(ct));
        var (before, after) = (book.With(texts), book.With(texts.With(file, query.Text ?? book.Files.Texts.GetValueOrDefault(file))));
        var dueDays = await desk.MovedDueDaysAsync(before, after, ct);
        desk.Db.ChangeTracker.Clear();
        return new Preview(null, CalendarDifference.Sentences(file, before, after),
            [.. dueDays.Select(move => new DueDay(move.Item.CaseId, new(move.Item.TitleZh, move.Item.TitleEn), move.From, move.To))],
            file.Kind is CalendarKind.Semesters ? await SecondmentsAsync(before, after, ct) : []);
    }

    private static Preview Refused(Answer refusal) => new(refusal, [], [], []);

    private async Task<IReadOnlyList<SecondmentMove>> SecondmentsAsync(Office before, Office after, CancellationToken ct)
    {
        var people = (await desk.Db.People.AsNoTracking().Where(person => person.Category == StaffCategory.FullTimeTeacher)
            .OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct)).FindAll(person => !person.Status.HasLeft());
        var placements = (await desk.Db.Placements.AsNoTracking().Where(one => one.RetractedAt == null).ToListAsync(ct)).ToLookup(one => one.PersonId, one => one.Fact);
        var exemptions = (await desk.Db.SecondmentWishes.AsNoTracking().ToListAsync(ct)).ToLookup(one => one.PersonId, one => one.Exemption);
        return [.. people.Select(person => new SecondmentMove(person.Id, person.Name, Due(person, before), Due(person, after))).Where(move => move.From != move.To)];

        SecondmentDue? Due(Person person, Office office) => SecondmentRule.Evaluate(
            person.SecondmentAnchor, SchoolStages.Parse(person.SchoolStage), placements[person.Id], [.. exemptions[person.Id].OfType<ExemptionFact>()],
            office.Semesters, office.Staff.Secondment, desk.Today).Due;
    }
}
