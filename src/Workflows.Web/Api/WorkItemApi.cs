using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Pages;

namespace Workflows.Web.Api;

/// <summary>The inbox, cases and decisions over the API.</summary>
internal static class WorkItemApi
{
    public static void MapWorkItemApi(this IEndpointRouteBuilder api)
    {
        var decisions = api.MapGroup("").AddEndpointFilter(FreshDecisions.AskForFreshLogin);
        decisions.MapUseCase<DecideWorkItem, DecideWorkItem.Command>("/work-items/decide", u => u.RunAsync);
        decisions.MapUseCase<PublishAnnouncement, DecideWorkItem.Command>("/work-items/announcement", u => u.RunAsync);
        decisions.MapUseCase<ConfirmQualification, DecideWorkItem.Command>("/work-items/qualification", u => u.RunAsync);
        decisions.MapUseCase<CloseQualificationReview, DecideWorkItem.Command>("/work-items/qualification-results", u => u.RunAsync);
        decisions.MapUseCase<CloseScoring, DecideWorkItem.Command>("/work-items/scores", u => u.RunAsync);
        decisions.MapUseCase<RecordBackgroundReview, RecordBackgroundReview.Command>("/work-items/background-review", u => u.RunAsync);
        decisions.MapUseCase<RecordMedicalCheck, DecideWorkItem.Command>("/work-items/medical-check", u => u.RunAsync);
        api.MapGet("/inbox", InboxAsync).WithName("GetInbox").Produces<ItemLine[]>();
        api.MapGet("/cases/{id:guid}", CaseAsync).WithName("GetCase").Produces<CaseView>();
    }

    private static async Task<IResult> InboxAsync(WorkflowsDb db, Me me, Guid? after, CancellationToken ct) =>
        Results.Json((await db.WaitingForAsync(me.Roles, after, ct)).Select(line => ItemLine.Of(line.Item, line.Case)), PolicyJson.Options);

    private static async Task<IResult> CaseAsync(Guid id, WorkflowsDb db, Me me, CancellationToken ct)
    {
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts)
            .Where(item => item.CaseId == id).OrderBy(item => item.Id).ToListAsync(ct);
        return me.MayRead(items) && await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) is { } @case
            ? Results.Json(CaseView.Of(@case, items), PolicyJson.Options)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);
    }

    /// <summary>A work item as the API shows it.</summary>
    internal sealed record ItemLine(
        Guid Id, Guid CaseId, string WaitId, Bilingual Title, Bilingual CaseTitle, WorkItemForm Form, WorkItemStage Stage, string? Outcome,
        IReadOnlyList<string> Outcomes, IReadOnlyList<string> Requires, bool NeedsDeclaration, long Revision, DateTimeOffset AskedAt,
            DateOnly? DueOn)
    {
        public static ItemLine Of(WorkItem item, Case @case) => new(
            item.Id, item.CaseId, item.WaitId, new Bilingual(item.TitleZh, item.TitleEn), new Bilingual(@case.TitleZh, @case.TitleEn),
            item.Form, item.Stage, item.Outcome, item.Outcomes, item.Requires, item.NeedsDeclaration, item.Revision, item.AskedAt,
                item.DueOn);
    }

    /// <summary>A case as the API shows it.</summary>
    internal sealed record CaseView(
        Guid Id, string DefinitionId, int DefinitionVersion, Bilingual Title, CaseStage Stage, string? Ending,
        Guid? RoundId, Guid? ApplicationId, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, IReadOnlyList<ItemLine> Items)
    {
        public static CaseView Of(Case one, IEnumerable<WorkItem> items) => new(
            one.Id, one.DefinitionId, one.DefinitionVersion, new Bilingual(one.TitleZh, one.TitleEn), one.Stage, one.Ending,
            one.RoundId, one.ApplicationId, one.OpenedAt, one.EndedAt, [.. items.Select(item => ItemLine.Of(item, one))]);
    }
}
