using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Secondment;

/// <summary>What the use cases of HR's secondment desk share.</summary>
internal static class SecondmentDesk
{
    /// <summary>Why the actor can't work on the person's record; null when nothing stands against it.</summary>
    public static async Task<Answer?> RefusalOfSecondmentDeskAsync(this Desk desk, Guid actor, Guid personId, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        return await desk.Db.Users.AnyAsync(account => account.Id == actor && account.PersonId == personId, ct)
            ? Answer.Refused(Refusal.NotAllowed, "涉及本人的记录，请由其他人事干部办理。", "This is about yourself: another HR officer records it.")
            : null;
    }

    /// <summary>Lets the person's cycle look at what was recorded: one that waits takes it up, and one is opened for a placement to come.</summary>
    public static async Task TakeUpAsync(this Desk desk, TeacherFinding teacher, Guid? actor, Guid operationId, CancellationToken ct)
    {
        if (await desk.RunningCycleAsync(teacher.Person.Id, ct) is { } cycle)
        {
            if (cycle.PlacementId is null)
                await desk.TellCycleAsync(cycle, Outcomes.Again, operationId, ct);
        }
        else if ((await desk.PlacementsAsync(teacher.Person.Id, ct)).Any(one => one.State is Personnel.Secondment.PlacementState.Planned))
        {
            await desk.OpenCycleAsync(teacher, actor, ct);
        }
    }
}
