using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems.Steps;

/// <summary>Asks people for a decision, and waits for it: opens a work item with one part for each role.</summary>
[Step("Workflows.RequestDecision",
    Outcomes.Approved, Outcomes.Returned, Outcomes.ReturnedToCountersign, Outcomes.ReturnedToDecision, Outcomes.Rejected,
    Outcomes.Withdrawn, Outcomes.Resubmitted, Outcomes.Announced,
    Outcomes.Under, Outcomes.Included, Outcomes.Qualified, Outcomes.Refused, Outcomes.Passed, Outcomes.Failed,
    Outcomes.Closed, Outcomes.Filed, Outcomes.Issued, Outcomes.Retry, Outcomes.TakenBack, Outcomes.Heard,
    Outcomes.WaiverAsked, Outcomes.Submitted, Outcomes.Reported, Outcomes.Interrupted,
    Inputs =
    [
        "roles", "rule?", "weights?", "threshold?", "veto?", "form?", "requires?", "declaration?", "dueWorkingDays?", "roundStage?",
        "final?", "bulk?", "skipRepeat?",
    ],
    Waits = true, Narrowable = true, Zh = "请示决定", En = "Request a decision")]
public sealed class RequestDecision(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        if (call.MayBeRepeat && await FindAsync(call.CaseId, call.WaitId, ct) is { } asked)
            return asked is { Stage: WorkItemStage.Decided, Outcome: { } outcome } && asked.AskedAt == asked.ClosedAt
                ? StepResult.Done(outcome) : StepResult.Wait();

        var @case = await desk.CaseAsync(call.CaseId, ct);
        if (call.TextOrNull("roundStage") is { } stage)
            (await desk.RoundAsync(@case, ct)).Stage = Enum.Parse<RoundStage>(stage);
        var item = Ask(call, @case);
        item.Parts.AddRange(await TakenBackAsync(call, item, ct) ?? [.. Parts(call, item, await SchoolsAsync(call, ct))]);
        item.Settle();
        desk.Db.WorkItems.Add(item);
        return IsTrue(call, "skipRepeat") && await desk.RepeatedApprovalAsync(item, ct) is { } earlier
            ? Skip(item, earlier)
            : StepResult.Wait();
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct)
    {
        if (await FindAsync(call.CaseId, call.WaitId, ct) is not { } item)
            return;
        item.ChangedAt = desk.Now;
        item.Close(WorkItemStage.Withdrawn, desk.Now);
    }

    private WorkItem Ask(StepCall call, Case @case) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        CaseId = @case.Id,
        Case = @case,
        WaitId = call.WaitId,
        TitleZh = call.Title.Zh,
        TitleEn = call.Title.En,
        Form = Named(call, "form", WorkItemForm.Decision),
        Rule = Named(call, "rule", ItemRule.Any),
        Threshold = call.IntegerOrNull("threshold"),
        Outcomes = [.. call.Outcomes.Where(outcome => outcome is not Outcomes.TakenBack)],
        GivesWay = call.Outcomes.Contains(Outcomes.TakenBack),
        Requires = call.List("requires"),
        NeedsDeclaration = IsTrue(call, "declaration"),
        IsFinal = IsTrue(call, "final"),
        AllowsBulk = IsTrue(call, "bulk"),
        AskedAt = desk.Now,
        ChangedAt = desk.Now,
        DueOn = call.IntegerOrNull("dueWorkingDays") is { } days ? desk.Office.Calendar.AddWorkingDays(desk.Today, days) : null,
    };

    private async Task<IReadOnlyList<string>> SchoolsAsync(StepCall call, CancellationToken ct) =>
        call.List("roles").Contains(nameof(OfficeRole.School)) ? await desk.HostSchoolsAsync(call.CaseId, ct) : [];

    // A school is asked by its name: one part for each, in the place of the role.
    private IEnumerable<WorkItemPart> Parts(StepCall call, WorkItem item, IReadOnlyList<string> schools)
    {
        var weights = call.List("weights");
        var vetoes = call.List("veto");
        WorkItemPart? before = null;
        foreach (var (place, role) in call.List("roles").Index())
        {
            var asked = Enum.Parse<OfficeRole>(role);
            foreach (var school in asked is OfficeRole.School && schools.Count > 0 ? schools : (IReadOnlyList<string?>)[null])
            {
                var part = new WorkItemPart
                {
                    Id = Guid.CreateVersion7(desk.Now), WorkItemId = item.Id, Role = asked, School = school,
                    Weight = place < weights.Count ? int.Parse(weights[place], null) : 1, HasVeto = vetoes.Contains(role),
                    WaitsFor = item.Rule is ItemRule.Sequential ? before?.Id : null,
                };
                before = part;
                yield return part;
            }
        }
    }

    // A decision that was taken back is asked of its taker alone: what the others approved stands.
    private async Task<IReadOnlyList<WorkItemPart>?> TakenBackAsync(StepCall call, WorkItem item, CancellationToken ct)
    {
        if (call.Visit == 1 || await FindAsync(call.CaseId, WaitId.Of(call.ActivityId, call.Visit - 1), ct) is not { } before
            || !before.Parts.Exists(part => part.TakenBackAt is not null))
            return null;
        var ids = before.Parts.ToDictionary(part => part.Id, _ => Guid.CreateVersion7(desk.Now));
        return
        [
            .. before.Parts.Where(part => !part.IsRemoved).Select(part => part.TakenBackAt is null && part.Outcome == item.Outcomes[0]
                ? Again(part, item, ids, answered: true) : Again(part, item, ids, answered: false)),
        ];
    }

    private static WorkItemPart Again(WorkItemPart part, WorkItem item, Dictionary<Guid, Guid> ids, bool answered) => new()
    {
        Id = ids[part.Id],
        WorkItemId = item.Id,
        Role = part.Role,
        School = part.School,
        AssigneeId = part.AssigneeId,
        WaitsFor = part.WaitsFor is { } before ? ids[before] : null,
        AddedTo = part.AddedTo is { } root ? ids[root] : null,
        AddedBy = part.AddedBy,
        Weight = part.Weight,
        HasVeto = part.HasVeto,
        DecidedBy = answered ? part.DecidedBy : null,
        OnBehalfOf = answered ? part.OnBehalfOf : null,
        Outcome = answered ? part.Outcome : null,
        Comment = answered ? part.Comment : "",
        Minutes = answered ? part.Minutes : null,
        DocumentNumber = answered ? part.DocumentNumber : null,
        DecidedAt = answered ? part.DecidedAt : null,
    };

    private StepResult Skip(WorkItem item, WorkItemPart earlier)
    {
        var part = item.Parts[0];
        part.DecidedBy = earlier.DecidedBy;
        part.Outcome = item.Outcome = item.Outcomes[0];
        part.Comment = "与上一环节为同一审批人，自动通过";
        part.DecidedAt = desk.Now;
        item.Close(WorkItemStage.Decided, desk.Now);
        desk.Record(item.Case, new AuditLine("WorkItemSkipped", null)
        {
            Subject = $"{item.WaitId} {part.Role}", NewValue = part.Outcome, Reason = part.Comment,
        });
        return StepResult.Done(part.Outcome);
    }

    private Task<WorkItem?> FindAsync(Guid caseId, string waitId, CancellationToken ct) =>
        desk.Db.WorkItems.Include(item => item.Case).Include(item => item.Parts)
            .FirstOrDefaultAsync(item => item.CaseId == caseId && item.WaitId == waitId, ct);

    private static bool IsTrue(StepCall call, string input) => call.TextOrNull(input) is not null && call.Boolean(input);

    private static T Named<T>(StepCall call, string input, T otherwise) where T : struct, Enum =>
        call.TextOrNull(input) is { } name ? Enum.Parse<T>(name) : otherwise;
}
