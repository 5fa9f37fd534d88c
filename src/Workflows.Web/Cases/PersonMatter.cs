using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Staff;
using Workflows.Storage;

namespace Workflows.Web.Cases;

/// <summary>What the case page shows of an appointment or an exit: the person, the proposal, the hearing, the public notice, the vacancy.</summary>
public sealed record PersonMatter
{
    /// <summary>The person concerned, with tenures and posts.</summary>
    public required Person Person { get; init; }

    /// <summary>The appointment; null for an exit.</summary>
    public Appointment? Appointment { get; init; }

    /// <summary>The exit; null for an appointment.</summary>
    public Exit? Exit { get; init; }

    /// <summary>The chance to speak up in writing; null where none was given.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>The public notices with their objections, newest first.</summary>
    public IReadOnlyList<PublicNotice> Notices { get; init; } = [];

    /// <summary>What is free at the proposed post level on the first day, without the person's own present post (R25); null for an exit, or once it is over.</summary>
    public Vacancy? Vacancy { get; init; }

    /// <summary>What is free on the day after somebody's last one, their own place still taken (R25); null for an appointment, or once it is over.</summary>
    public Vacancy? Leaving { get; init; }

    /// <summary>Whether HR may revise the proposal now.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether the document is issued, so that nothing can be withdrawn any more.</summary>
    public bool IsIssued { get; init; }

    /// <summary>Reads what a case about somebody on the roster is about; null for any other case.</summary>
    public static async Task<PersonMatter?> FindAsync(WorkflowsDb db, Case @case, CancellationToken ct)
    {
        if (@case.PersonId is not { } personId)
            return null;
        var appointment = await db.Appointments.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct);
        var exit = await db.Exits.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct);
        var person = await db.People.AsNoTracking().Include(one => one.Tenures).Include(one => one.Posts).AsSplitQuery()
            .FirstAsync(one => one.Id == personId, ct);
        var items = db.WorkItems.AsNoTracking().Where(item => item.CaseId == @case.Id);
        return new PersonMatter
        {
            Person = person,
            Appointment = appointment,
            Exit = exit,
            Hearing = await db.Hearings.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct),
            Notices = await db.Notices.AsNoTracking().Include(one => one.Objections).Where(one => one.CaseId == @case.Id)
                .OrderByDescending(one => one.Id).ToListAsync(ct),
            Vacancy = appointment is null || @case.Stage is not CaseStage.Running ? null
                : await CountAsync(db, one => one.Id != personId, appointment.Proposal.ToLevel, appointment.Proposal.EffectiveOn, ct),
            Leaving = exit is null || @case.Stage is not CaseStage.Running ? null
                : await CountAsync(db, _ => true, person.PostLevel ?? default, exit.Proposal.LastDay.AddDays(1), ct),
            IsReturned = await items.AnyAsync(item => item.Stage == WorkItemStage.Open && item.WaitId.StartsWith("revise#"), ct),
            IsIssued = await items.AnyAsync(item => item.Parts.Any(part => part.Outcome == Outcomes.Issued && part.TakenBackAt == null), ct),
        };
    }

    private static async Task<Vacancy> CountAsync(
        WorkflowsDb db, Expression<Func<Person, bool>> who, PostLevel level, DateOnly on, CancellationToken ct) =>
        Workflows.Personnel.Staff.Vacancy.Count(
            await db.Quotas.AsNoTracking().ToListAsync(ct),
            await db.People.AsNoTracking().Include(one => one.Tenures).Where(one => one.OnEstablishment).Where(who).ToListAsync(ct), level, on);
}
