using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.WorkItems.Steps;

/// <summary>Asks people for a decision, and waits for it: opens a work item with one part for each role.</summary>
[Step("Workflows.RequestDecision",
    Outcomes.Approved, Outcomes.Returned, Outcomes.Rejected, Outcomes.Withdrawn, Outcomes.Resubmitted, Outcomes.Announced,
    Outcomes.Under, Outcomes.Included, Outcomes.Qualified, Outcomes.Refused, Outcomes.Passed, Outcomes.Failed,
    Outcomes.Closed, Outcomes.Filed, Outcomes.Issued, Outcomes.Retry,
    Inputs = ["roles", "rule?", "form?", "requires?", "declaration?", "dueWorkingDays?", "roundStage?"], Waits = true, Narrowable = true)]
public sealed class RequestDecision(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        if (call.MayBeRepeat && await FindAsync(call, ct) is not null)
            return StepResult.Wait();

        var @case = await desk.CaseAsync(call.CaseId, ct);
        if (call.TextOrNull("roundStage") is { } stage)
            (await desk.RoundAsync(@case, ct)).Stage = Enum.Parse<RoundStage>(stage);
        desk.Db.WorkItems.Add(Ask(call, @case));
        return StepResult.Wait();
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct) =>
        (await FindAsync(call, ct))?.Close(WorkItemStage.Withdrawn, desk.Now);

    private WorkItem Ask(StepCall call, Case @case)
    {
        var id = Guid.CreateVersion7(desk.Now);
        return new WorkItem
        {
            Id = id,
            CaseId = @case.Id,
            Case = @case,
            WaitId = call.WaitId,
            TitleZh = call.Title.Zh,
            TitleEn = call.Title.En,
            Form = Named(call, "form", WorkItemForm.Decision),
            Rule = Named(call, "rule", ItemRule.Any),
            Outcomes = call.Outcomes,
            Requires = call.List("requires"),
            NeedsDeclaration = call.TextOrNull("declaration") is not null && call.Boolean("declaration"),
            AskedAt = desk.Now,
            DueOn = call.IntegerOrNull("dueWorkingDays") is { } days ? desk.Office.Calendar.AddWorkingDays(desk.Today, days) : null,
            Parts = [.. call.List("roles").Select(role => new WorkItemPart
            {
                Id = Guid.CreateVersion7(desk.Now), WorkItemId = id, Role = Enum.Parse<OfficeRole>(role),
            })],
        };
    }

    private Task<WorkItem?> FindAsync(StepCall call, CancellationToken ct) =>
        desk.Db.WorkItems.Include(item => item.Parts)
            .FirstOrDefaultAsync(item => item.CaseId == call.CaseId && item.WaitId == call.WaitId, ct);

    private static T Named<T>(StepCall call, string input, T otherwise) where T : struct, Enum =>
        call.TextOrNull(input) is { } name ? Enum.Parse<T>(name) : otherwise;
}
