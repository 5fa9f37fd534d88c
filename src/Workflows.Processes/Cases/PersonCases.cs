using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>What the cases about people on the roster share: who they are about, and how they are opened.</summary>
internal static class PersonCases
{
    /// <summary>The person that a case is about, with tenures and posts.</summary>
    public static async Task<Person> PersonAsync(this Desk desk, Case @case, CancellationToken ct) =>
        await desk.FindPersonAsync(@case.PersonId ?? Guid.Empty, ct) ?? throw new InvalidOperationException($"Case {@case.Id} is about no person.");

    /// <summary>A person with tenures and posts, or null.</summary>
    public static Task<Person?> FindPersonAsync(this Desk desk, Guid personId, CancellationToken ct) =>
        desk.Db.People.Include(person => person.Tenures).Include(person => person.Posts).AsSplitQuery()
            .FirstOrDefaultAsync(person => person.Id == personId, ct);

    /// <summary>Why the actor can't open a case about the person; null when nothing stands against it.</summary>
    public static async Task<Answer?> RefusalOfOpeningAsync(this Desk desk, Guid actor, Guid personId, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        if (await desk.Db.Users.AnyAsync(account => account.Id == actor && account.PersonId == personId, ct))
            return Answer.Refused(Refusal.NotAllowed, "涉及本人的事项，请由其他人事干部发起。", "This is about yourself: another HR officer opens it.");
        return await desk.Db.Cases.AnyAsync(@case => @case.PersonId == personId && @case.Stage == CaseStage.Running
            && !desk.Db.SecondmentCycles.Any(cycle => cycle.CaseId == @case.Id), ct)
            ? Answer.Refused(Refusal.WrongTime, "这位教职工已有一个聘任或离岗事项正在办理。", "An appointment or exit of this person is already under way.")
            : null;
    }

    /// <summary>Opens the case with what it is about, and starts its process, whose first steps look that up.</summary>
    public static async Task<Case> OpenAsync(
        this Desk desk, string definitionId, Person person, Bilingual title, AuditLine line, Func<Case, object> matter, CancellationToken ct)
    {
        var @case = new Case
        {
            Id = Guid.CreateVersion7(desk.Now), DefinitionId = definitionId, TitleZh = title.Zh, TitleEn = title.En, PersonId = person.Id,
            OpenedBy = line.ActorId ?? throw new InvalidOperationException("Somebody opens a case."), OpenedAt = desk.Now,
        };
        desk.Db.Cases.Add(@case);
        desk.Db.Add(matter(@case));
        desk.Record(@case, line);
        await desk.Engine.StartAsync(@case.Id, definitionId, ct);
        return @case;
    }

    /// <summary>Why HR can't revise what the case proposes now; null while the case asks for it.</summary>
    public static async Task<Answer?> RefusalOfRevisionAsync(this Desk desk, Guid actor, Case @case, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        if (await desk.IsConcernedAsync(actor, @case, ct))
            return Answer.Refused(Refusal.NotAllowed, "本办件涉及您本人或亲属，应当回避。", "This case is about you or a declared relative: somebody else acts.");
        return await desk.Db.WorkItems.AnyAsync(
            item => item.CaseId == @case.Id && item.Stage == WorkItemStage.Open && item.WaitId.StartsWith(ReviseStep), ct)
            ? null
            : Answer.Refused(Refusal.WrongTime, "现在不能修改：只有退回修改时才能改。", "It can't be changed now, only while it is returned to HR.");
    }

    /// <summary>The step of the definitions in which HR revises a proposal, with the mark before the visit.</summary>
    public const string ReviseStep = "revise#";
}
