using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Hiring;

/// <summary>How a round and its applications tell each other what happened: each by resolving the wait that the other has recorded.</summary>
internal static class Telling
{
    /// <summary>Tells an application that waits for the round what becomes of it; one that doesn't wait is told nothing.</summary>
    public static async ValueTask TellAsync(this Desk desk, Application application, string outcome, CancellationToken ct)
    {
        if (application is not { CaseId: { } caseId, RoundWait: { } wait })
            return;
        application.RoundWait = null;
        await desk.Engine.SignalAsync(caseId, wait, outcome, Derived(caseId, $"{wait} {outcome}"), ct);
    }

    /// <summary>Asks the round's waiting call-up to look again; without one there is nobody to ask.</summary>
    public static async ValueTask TellCallUpAsync(this Desk desk, Round round, CancellationToken ct)
    {
        if (round is not { CaseId: { } caseId, CallUpWait: { } wait })
            return;
        // Two checks may end at once: the later to commit must not speak to the look that the earlier has ended, or nobody looks again. So they collide.
        desk.Db.Entry(round).Property(one => one.CallUpWait).IsModified = true;
        await desk.Engine.SignalAsync(caseId, wait, Outcomes.Again, Derived(caseId, wait), ct);
    }

    /// <summary>What is free for the round's places on the day of joining (R25).</summary>
    public static async Task<Vacancy> VacancyAsync(this Desk desk, Round round, CancellationToken ct)
    {
        var quotas = await desk.Db.Quotas.ToListAsync(ct);
        var roster = await desk.Db.People.Include(person => person.Tenures).Where(person => person.OnEstablishment).ToListAsync(ct);
        return Vacancy.Count(quotas, roster, round.Plan.Level, round.Plan.JoinsOn);
    }

    /// <summary>The operation id of what a step does to another case: the same for the same visit, so a repeat is known as one.</summary>
    public static Guid StepOperation(this Desk _, StepCall call, Guid otherCase) => Derived(otherCase, $"{call.CaseId:N} {call.WaitId}");

    private static Guid Derived(Guid caseId, string what) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId:N} {what}")).AsSpan(0, 16), bigEndian: true);
}
