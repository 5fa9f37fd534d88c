using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.College;
using Workflows.Policy.Titles;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Reports;

/// <summary>Gathers what is known of the college as of a day, in a fixed number of queries, for the clauses about the college as a whole.</summary>
public sealed class ReadCollege(Desk desk)
{
    /// <summary>The facts.</summary>
    /// <param name="asOf">The day; what was recorded for later days is left out.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<CollegeFacts> AsOfAsync(DateOnly asOf, CancellationToken ct)
    {
        var people = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).Include(person => person.Posts).Include(person => person.Terms)
            .AsSplitQuery().OrderBy(person => person.StaffNumber).ThenBy(person => person.Id).ToListAsync(ct);
        var statuses = (await desk.Db.StatusChanges.AsNoTracking().Where(one => one.RetractedAt == null && one.From <= asOf).ToListAsync(ct))
            .ToLookup(one => one.PersonId);
        var titles = (await desk.Db.TitleChanges.AsNoTracking().Where(one => one.RetractedAt == null && one.From <= asOf).ToListAsync(ct))
            .ToLookup(one => one.PersonId);
        var placements = await desk.Db.Placements.AsNoTracking().Where(one => one.RetractedAt == null).ToListAsync(ct);
        var wishes = (await desk.Db.SecondmentWishes.AsNoTracking().ToListAsync(ct)).ToLookup(one => one.PersonId);
        var ledger = await Ledger.ReadAsync(desk, placements, asOf, ct);
        var stays = placements.ToLookup(one => one.PersonId);
        var staff = people.ConvertAll(person => ledger.Fill(person, Fact(person, statuses[person.Id], titles[person.Id], asOf) with
        {
            Secondment = placements.Count > 0 && person.Category is StaffCategory.FullTimeTeacher
                ? SecondmentFindings.Evaluate(desk.Office, person, stays[person.Id], wishes[person.Id], asOf) : null,
        }));
        return new CollegeFacts(asOf, [.. staff])
        {
            PartTimeTeachers = await PartTimeAsync(people, staff, asOf, ct),
            AwayThisSemester = placements.Count > 0 ? Away(placements, asOf) : null,
            Funds = (await desk.Db.Funds.AsNoTracking().ToListAsync(ct)).ToImmutableDictionary(one => one.Year, one => new FundsFact(
                one.Payroll, one.TrainingFunds, one.ContinuingEducation, one.Transferred, one.PartTimeDocument, one.RunningCostsDocument)),
            Quotas = Quotas(await desk.Db.Quotas.AsNoTracking().Where(one => one.From <= asOf).ToListAsync(ct), people, asOf),
        };
    }

    private StaffFact Fact(Person person, IEnumerable<StatusChange> statuses, IEnumerable<TitleChange> titles, DateOnly asOf)
    {
        var status = statuses.MaxBy(one => (one.From, one.RecordedAt))?.Status ?? person.Status;
        var title = titles.MaxBy(one => (one.From, one.RecordedAt))?.Title ?? person.Title;
        return new StaffFact(
            person.Name, person.Category is StaffCategory.FullTimeTeacher, person.TenureOn(asOf) is not null && person.IsActiveStaff(status))
        {
            Held = desk.Office.Policy.Titles.Read(title, person.SchoolStage).Level,
            Appointed = person.PostOn(asOf) is { } post ? desk.Office.Policy.Titles.ForGrade(post.Grade) : LevelOf(person.PostLevel),
            Education = desk.Office.Policy.Education.Read(person.Education).Level,
            Subject = person.Subject,
            IsLeader = person.IsLeader is true,
            TermEnds = person.Terms.Find(term => term.From <= asOf && asOf < term.Until)?.Until.AddDays(-1),
            Tenures = [.. person.Tenures.Select(tenure => (tenure.From, tenure.Until))],
        };
    }

    private async Task<ImmutableArray<string>?> PartTimeAsync(List<Person> people, List<StaffFact> staff, DateOnly asOf, CancellationToken ct)
    {
        var letters = await desk.Db.PartTimeLetters.AsNoTracking().ToListAsync(ct);
        var onRoster = people.Zip(staff).Where(pair => pair.First.Category is StaffCategory.PartTimeTeacher && pair.Second.IsThereOn(asOf)).ToList();
        if (letters.Count == 0 && onRoster.Count == 0)
            return null;
        return
        [
            .. letters.Where(letter => letter.From <= asOf && (letter.Until is not { } until || asOf < until)).Select(letter => letter.Name)
                .Concat(onRoster.Select(pair => pair.First.Name)).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private int Away(List<Placement> placements, DateOnly asOf) => placements
        .Where(one => (desk.Office.Semesters.On(one.Stage, asOf) ?? desk.Office.Semesters.EndedBy(one.Stage, asOf)) is { } semester
            && one.From <= semester.Last && one.From <= asOf && (one.Until is not { } until || semester.First < until))
        .Select(one => one.PersonId).Distinct().Count();

    private static ImmutableArray<QuotaFact> Quotas(List<Quota> quotas, List<Person> people, DateOnly asOf)
    {
        var vacancies = new[] { PostLevel.Senior, PostLevel.Intermediate, PostLevel.Junior }.Select(level => Vacancy.Count(quotas, people, level, asOf)).ToList();
        return
        [
            new QuotaFact("编制", vacancies[0].Establishment.Approved, vacancies[0].Establishment.Taken),
            .. vacancies.Zip(["高级岗", "中级岗", "初级岗"], (vacancy, name) => new QuotaFact(name, vacancy.Posts.Approved, vacancy.Posts.Taken)),
        ];
    }

    private static TitleLevel? LevelOf(PostLevel? level) => level switch
    {
        PostLevel.Senior => TitleLevel.Senior,
        PostLevel.Intermediate => TitleLevel.Intermediate,
        PostLevel.Junior => TitleLevel.Junior,
        _ => null,
    };
}
