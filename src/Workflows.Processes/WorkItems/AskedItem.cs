using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// A work item and the account that wants to decide it, read in one batch: whether it may, and what a decision changes. Shared by every
/// use case that decides an item.
/// </summary>
internal sealed class AskedItem
{
    // Compiled once for each database's model: it runs at every decision.
    private static readonly ConditionalWeakTable<IModel, Func<WorkflowsDb, Guid, Guid, CancellationToken, Task<Found?>>> Queries = [];

    private readonly Desk desk;
    private readonly Guid actor;
    private readonly WorkItem? item;
    private readonly IReadOnlyList<OfficeRole> roles;
    private readonly KinshipDeclaration? declaration;

    private AskedItem(Desk desk, Guid actor, WorkItem? item, IReadOnlyList<OfficeRole> roles, KinshipDeclaration? declaration)
    {
        this.desk = desk;
        this.actor = actor;
        this.item = item;
        this.roles = roles;
        this.declaration = declaration;
    }

    /// <summary>The item; only after <see cref="Refusal"/> said nothing.</summary>
    public WorkItem Item => item ?? throw new InvalidOperationException("There is no item; ask for the refusal first.");

    public static async Task<AskedItem> FindAsync(Desk desk, Guid workItemId, Guid actor, CancellationToken ct)
    {
        var found = await Queries.GetValue(desk.Db.Model, _ => Query())(desk.Db, workItemId, actor, ct);
        return new AskedItem(desk, actor, found?.Item, [.. (found?.Hats ?? []).Select(hat => hat.Role)], found?.Declaration);
    }

    /// <summary>Why the actor can't decide the item so, now; null when nothing stands against it.</summary>
    public Answer? Refusal(DecideWorkItem.Command command, params ReadOnlySpan<WorkItemForm> forms)
    {
        if (item is null)
            return Answer.Refused(Processes.Refusal.NotFound, "没有这个待办事项。", "There is no such work item.");
        if (!forms.Contains(item.Form))
            return Answer.Refused(Processes.Refusal.Invalid, "这个事项要用它自己的表单办理。", "This item is decided on its own form.");
        return RefusalOfActor() ?? RefusalOfTime(command) ?? RefusalOfContent(command);
    }

    /// <summary>Records the decision and, when it completes the item, wishes the case on.</summary>
    public async Task<Answer> DecideAsync(DecideWorkItem.Command command, CancellationToken ct)
    {
        var part = Item.Parts.First(IsMine);
        part.DecidedBy = actor;
        part.Outcome = command.Outcome;
        part.Comment = command.Comment.Trim();
        part.Minutes = Stated(command.Minutes);
        part.DocumentNumber = Stated(command.DocumentNumber);
        part.DecidedAt = desk.Now;
        part.IsOpen = false;
        desk.Record(Item.Case, new AuditLine("WorkItemDecided", actor)
        {
            Subject = $"{Item.WaitId} {part.Role}", NewValue = command.Outcome, Reason = part.Comment,
        });

        if (ItemRules.Outcome(Item) is not { } outcome)
            return Answer.Done("已记录，等待其他会签人。", "Recorded; the others still have to sign.", Item.CaseId);

        Item.Outcome = outcome;
        Item.Close(WorkItemStage.Decided, desk.Now);
        await desk.Engine.SignalAsync(Item.CaseId, Item.WaitId, outcome, command.OperationId, ct);
        var name = Outcomes.Name(outcome);
        return Answer.Done($"已办理：{name.Zh}。", $"Decided: {name.En}.", Item.CaseId);
    }

    private static Func<WorkflowsDb, Guid, Guid, CancellationToken, Task<Found?>> Query() =>
        EF.CompileAsyncQuery((WorkflowsDb db, Guid workItemId, Guid actor, CancellationToken ct) => (
            from item in db.WorkItems
            where item.Id == workItemId
            from account in db.Users.Where(account => account.Id == actor && account.IsActive).DefaultIfEmpty()
            from declaration in db.KinshipDeclarations
                .Where(signed => signed.RoundId == item.Case.RoundId && signed.AccountId == actor).DefaultIfEmpty()
            select new Found(item, item.Case, item.Parts, account!.Hats, declaration)).FirstOrDefault());

    private Answer? RefusalOfActor()
    {
        if (!Item.Parts.Exists(part => roles.Contains(part.Role)))
            return Answer.Refused(Processes.Refusal.NotAllowed, "您没有办理这个事项的权限。", "You don't hold a role that may decide this item.");
        if (!Item.NeedsDeclaration)
            return null;
        if (declaration is null)
        {
            return Answer.Refused(Processes.Refusal.NotAllowed,
                "请先签署本轮的亲属关系声明，再办理这个事项（暂行规定第27条）。",
                "Sign this round's kinship declaration first, then decide (2005 provisions, Art. 27).");
        }

        return declaration.Concerns(Item.Case)
            ? Answer.Refused(Processes.Refusal.NotAllowed,
                "您声明了与应聘人员的亲属关系，应当回避（暂行规定第27条）。",
                "You declared a relative among the applicants and must recuse yourself (2005 provisions, Art. 27).")
            : null;
    }

    private Answer? RefusalOfTime(DecideWorkItem.Command command)
    {
        if (Item.Stage is not WorkItemStage.Open)
        {
            var name = Outcomes.Name(Item.Outcome ?? Outcomes.Withdrawn);
            return Answer.Refused(Processes.Refusal.Stale, $"这个事项已经办结：{name.Zh}。", $"This item is already closed: {name.En}.");
        }

        if (Item.Parts.Exists(part => part.DecidedBy == actor))
            return Answer.Refused(Processes.Refusal.Stale, "您已经办理过这个事项。", "You have already decided this item.");
        if (!Item.Parts.Exists(IsMine))
            return Answer.Refused(Processes.Refusal.Stale, "您这一方已由同事办理。", "A colleague has already decided for your side.");
        return Item.Revision == command.Revision
            ? null
            : Answer.Refused(Processes.Refusal.Stale,
                "您看到的页面不是最新的，请看过最新情况再办理。", "The page you saw is out of date. Look at the newest one, then decide.");
    }

    private Answer? RefusalOfContent(DecideWorkItem.Command command)
    {
        if (!Item.Outcomes.Contains(command.Outcome))
            return Invalid("请从给出的结论中选择一个。", $"Choose one of the outcomes: {string.Join(", ", Item.Outcomes)}.");
        if (Outcomes.NeedsReason(command.Outcome))
        {
            return string.IsNullOrWhiteSpace(command.Comment)
                ? Invalid("请写明理由：退回、不同意或不合格都要说明原因。", "Say why: a return, rejection or failure needs a reason.")
                : null;
        }

        if (Item.Requires.Contains("minutes") && Stated(command.Minutes) is null)
            return Invalid("请填写集体研究的会议纪要号或日期。", "State the number or date of the collective decision's minutes.");
        return Item.Requires.Contains("documentNumber") && Stated(command.DocumentNumber) is null
            ? Invalid("请填写文号。", "State the document's number.")
            : null;
    }

    private bool IsMine(WorkItemPart part) => part.IsOpen && roles.Contains(part.Role);

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Answer Invalid(string zh, string en) => Answer.Refused(Processes.Refusal.Invalid, zh, en);

    private sealed record Found(
        WorkItem Item, Case Case, List<WorkItemPart> Parts, List<Hat> Hats, KinshipDeclaration? Declaration);
}
