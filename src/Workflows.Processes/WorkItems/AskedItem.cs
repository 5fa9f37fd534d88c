using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// A work item and the account that wants to act on it, read in one batch: whether it may, by which right, and what a decision changes. Shared
/// by every use case in which the holder of an item acts.
/// </summary>
internal sealed class AskedItem
{
    private static readonly CompiledQuery<Func<WorkflowsDb, Guid, Guid, CancellationToken, Task<Found?>>> Asked = new(Query);

    private const int LongestText = 4000;

    private readonly Desk desk;
    private readonly Guid actor;
    private readonly WorkItem? item;
    private readonly Mandate? mandate;
    private readonly Hindrance? hindrance;

    private AskedItem(Desk desk, Guid actor, WorkItem? item, Mandate? mandate, Hindrance? hindrance)
    {
        this.desk = desk;
        this.actor = actor;
        this.item = item;
        this.mandate = mandate;
        this.hindrance = hindrance;
    }

    /// <summary>The item; only after a refusal was asked for and there was none.</summary>
    public WorkItem Item => item ?? throw new InvalidOperationException("There is no item; ask for the refusal first.");

    /// <summary>The actor's own part, or the one of an absent colleague; only after a refusal was asked for and there was none.</summary>
    public WorkItemPart Part => mandate?.Part ?? throw new InvalidOperationException("There is no right; ask for the refusal first.");

    /// <summary>For whom the actor acts as a deputy; null for a right of their own.</summary>
    public Guid? OnBehalfOf => mandate?.OnBehalfOf?.AccountId;

    public static async Task<AskedItem> FindAsync(Desk desk, Guid workItemId, Guid actor, CancellationToken ct)
    {
        if (await Asked.On(desk.Db)(desk.Db, workItemId, actor, ct) is not { } found)
            return new AskedItem(desk, actor, null, null, null);

        var officer = new Officer(
            actor, "", [.. (found.Hats ?? []).Select(hat => hat.Role)], KinshipDeclaration.Of(found.Declaration, found.Own, found.Case, found.IsListed),
            found.PersonId) { School = found.School, Worn = found.Worn };
        var (mandate, hindrance) = Mandates.Find(found.Item, officer, []);
        // Whoever can't act by a right of their own may stand in for somebody: only then is it worth a second look.
        if (hindrance is not null && officer.Roles.Count > 0 && await desk.PrincipalsAsync(actor, found.Case, ct) is { Count: > 0 } principals)
            (mandate, hindrance) = Mandates.Find(found.Item, officer, principals);
        return new AskedItem(desk, actor, found.Item, mandate, hindrance);
    }

    /// <summary>Why the actor can't decide the item so, now; null when nothing stands against it.</summary>
    public Answer? Refusal(DecideWorkItem.Command command, params ReadOnlySpan<WorkItemForm> forms)
    {
        if (item is not null && !forms.Contains(item.Form))
            return Answer.Refused(Processes.Refusal.Invalid, "这个事项要用它自己的表单办理。", "This item is decided on its own form.");
        var action = Outcomes.IsReturn(command.Outcome) ? ItemAction.Return : ItemAction.Decide;
        return Refusal(action, command.Revision) ?? RefusalOfContent(command);
    }

    /// <summary>Why the actor can't do that to the item now; null when nothing stands against it.</summary>
    /// <param name="action">What the actor wants to do as the item's holder.</param>
    /// <param name="revision">The revision the actor saw.</param>
    public Answer? Refusal(ItemAction action, long revision)
    {
        if (item is null)
            return Answer.Refused(Processes.Refusal.NotFound, "没有这个待办事项。", "There is no such work item.");
        if (hindrance is { Kind: HindranceKind.NoRole })
            return Answer.Refused(Processes.Refusal.NotAllowed, [hindrance.Reason]);
        if (ItemActions.Effect(action, item.Rule, item.State) is var effect && ItemActions.IsRefusal(effect))
            return Closed(effect);
        if (hindrance is { } standing)
            return Answer.Refused(standing.Kind is HindranceKind.Turn ? Processes.Refusal.Stale : Processes.Refusal.NotAllowed, [standing.Reason]);
        return item.Revision == revision ? null : Outdated();
    }

    /// <summary>Records the decision and, when it completes the item, wishes the case on.</summary>
    public async Task<Answer> DecideAsync(DecideWorkItem.Command command, CancellationToken ct)
    {
        desk.Outcome = command.Outcome;
        Activity.Current?.SetTag(OfficeMeters.CaseTag, Item.CaseId);
        Part.DecidedBy = actor;
        Part.OnBehalfOf = OnBehalfOf;
        Part.Outcome = command.Outcome;
        Part.Comment = command.Comment.Trim();
        Part.Minutes = Stated(command.Minutes);
        Part.DocumentNumber = Stated(command.DocumentNumber);
        Part.DecidedAt = desk.Now;
        Record("WorkItemDecided", $"{Part.Role}", newValue: DecisionLine.Write(Part), reason: Part.Comment);
        return await desk.ConcludeAsync(Item, command.OperationId, ct)
            ? Answer.Done($"已办理：{Outcomes.Name(Item.Outcome!).Zh}。", $"Decided: {Outcomes.Name(Item.Outcome!).En}.", Item.CaseId)
            : Answer.Done("已记录，等待其他签署人。", "Recorded; the others still have to sign.", Item.CaseId);
    }

    /// <summary>Changes who is asked, with a line in the case's record: older pages of the item become stale.</summary>
    public void RecordChange(string action, string about, string oldValue = "", string newValue = "", string reason = "")
    {
        Item.ChangedAt = desk.Now;
        Record(action, about, oldValue, newValue, reason);
    }

    // A signer's answer alone makes nobody's page stale: several sign at the same time.
    private void Record(string action, string about, string oldValue = "", string newValue = "", string reason = "") =>
        desk.Record(Item.Case, new AuditLine(action, actor)
        {
            OnBehalfOf = OnBehalfOf, Subject = $"{Item.WaitId} {about}", OldValue = oldValue, NewValue = newValue, Reason = reason,
        });

    private static Func<WorkflowsDb, Guid, Guid, CancellationToken, Task<Found?>> Query() =>
        EF.CompileAsyncQuery((WorkflowsDb db, Guid workItemId, Guid actor, CancellationToken ct) => (
            from item in db.WorkItems
            where item.Id == workItemId
            from account in db.Users.Where(account => account.Id == actor && account.IsActive).DefaultIfEmpty()
            from declaration in db.KinshipDeclarations
                .Where(signed => signed.RoundId == item.Case.RoundId && signed.AccountId == actor).DefaultIfEmpty()
            from own in db.CaseDeclarations.Where(signed => signed.CaseId == item.CaseId && signed.AccountId == actor).DefaultIfEmpty()
            select new Found(
                item, item.Case, item.Parts, account!.Hats, account.PersonId, account.School,
                db.PlanLines.Any(line => line.PlanId == item.CaseId && line.PersonId == account.PersonId && line.StruckReason == "")
                    || db.RotationLines.Any(line => line.RoundId == item.CaseId && line.PersonId == account.PersonId && line.StruckReason == ""), declaration, own,
                // Nobody decides under two hats in one case, so any one of the earlier decisions tells the hat. Item by item: asked for the parts of the
                // case's items in one, PostgreSQL may walk through all parts there are, or all that the actor ever decided.
                db.WorkItems.Where(other => other.CaseId == item.CaseId).Max(other => other.Parts
                    .Where(part => (part.DecidedBy == actor || part.OnBehalfOf == actor) && part.TakenBackAt == null).Max(part => (OfficeRole?)part.Role)))).FirstOrDefault());

    private Answer Closed(ItemEffect effect)
    {
        var meaning = ItemActions.Meaning(effect);
        var name = Outcomes.Name(Item.Outcome ?? Outcomes.Withdrawn);
        return Answer.Refused(Processes.Refusal.Stale,
            effect is ItemEffect.AlreadyDecided or ItemEffect.Gone
                ? [new Bilingual($"这个事项已经办结：{name.Zh}。", $"This item is already closed: {name.En}.")]
                : [meaning]);
    }

    private static Answer Outdated() => Answer.Refused(Processes.Refusal.Stale,
        "您看到的页面不是最新的，请看过最新情况再办理。", "The page you saw is out of date. Look at the newest one, then decide.");

    private Answer? RefusalOfContent(DecideWorkItem.Command command)
    {
        if (new[] { command.Comment, command.Minutes, command.DocumentNumber }.Any(text => text?.Length > LongestText))
            return Invalid($"意见、纪要号和文号各不超过{LongestText}字。", $"Comment, minutes and document number have at most {LongestText} characters each.");
        if (Part.AwaitsAdvice)
        {
            return Answer.Refused(Processes.Refusal.WrongTime,
                "您的征询还没有答复：请等待答复，或先撤回征询。", "Your question is still open: wait for the advice, or take the question back first.");
        }

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
        if (Item.Requires.Contains("comment") && Stated(command.Comment) is null)
            return Invalid("请如实写明内容（意见栏）。", "Write down what was said or found (comment).");
        return Item.Requires.Contains("documentNumber") && Stated(command.DocumentNumber) is null
            ? Invalid("请填写文号。", "State the document's number.")
            : null;
    }

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Answer Invalid(string zh, string en) => Answer.Refused(Processes.Refusal.Invalid, zh, en);

    private sealed record Found(
        WorkItem Item, Case Case, List<WorkItemPart> Parts, List<Hat> Hats, Guid? PersonId, string? School, bool IsListed, KinshipDeclaration? Declaration,
        CaseDeclaration? Own, OfficeRole? Worn);
}
