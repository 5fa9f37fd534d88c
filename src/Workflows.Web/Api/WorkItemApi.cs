using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Cases;
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
        api.MapUseCase<DecideWorkItem, DecideWorkItem.Command>("/work-items/decide", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<PublishAnnouncement, DecideWorkItem.Command>("/work-items/announcement", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<ConfirmQualification, DecideWorkItem.Command>("/work-items/qualification", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<CloseQualificationReview, DecideWorkItem.Command>("/work-items/qualification-results", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<CloseScoring, DecideWorkItem.Command>("/work-items/scores", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<RecordBackgroundReview, RecordBackgroundReview.Command>("/work-items/background-review", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<RecordMedicalCheck, DecideWorkItem.Command>("/work-items/medical-check", u => u.RunAsync, FreshDecisions.RefusalAsync);
        api.MapUseCase<DecideSeveral, DecideSeveral.Command>("/work-items/decide-several", u => u.RunAsync);
        api.MapUseCase<ClaimWorkItem, ClaimWorkItem.Command>("/work-items/claim", u => u.RunAsync);
        api.MapUseCase<ReleaseWorkItem, ReleaseWorkItem.Command>("/work-items/release", u => u.RunAsync);
        api.MapUseCase<TransferWorkItem, TransferWorkItem.Command>("/work-items/transfer", u => u.RunAsync);
        api.MapUseCase<ConsultColleague, ConsultColleague.Command>("/work-items/consult", u => u.RunAsync);
        api.MapUseCase<GiveAdvice, GiveAdvice.Command>("/questions/advice", u => u.RunAsync);
        api.MapUseCase<TakeBackQuestion, TakeBackQuestion.Command>("/questions/take-back", u => u.RunAsync);
        api.MapUseCase<AddSigner, AddSigner.Command>("/work-items/add-signer", u => u.RunAsync);
        api.MapUseCase<RemoveSigner, RemoveSigner.Command>("/work-items/remove-signer", u => u.RunAsync);
        api.MapUseCase<TakeBackDecision, TakeBackDecision.Command>("/work-items/take-back", u => u.RunAsync);
        api.MapUseCase<UrgeWorkItem, UrgeWorkItem.Command>("/work-items/urge", u => u.RunAsync);
        api.MapUseCase<SendCopies, SendCopies.Command>("/cases/copies", u => u.RunAsync);
        api.MapUseCase<MarkCaseRead, MarkCaseRead.Command>("/cases/read", u => u.RunAsync);
        api.MapUseCase<TerminateCase, TerminateCase.Command>("/cases/terminate", u => u.RunAsync);
        api.MapGet("/questions", QuestionsAsync).WithName("GetQuestions").Produces<QuestionLine[]>();
        api.MapGet("/copies", CopiesAsync).WithName("GetCopies").Produces<CopyLine[]>();
        api.MapGet("/inbox", InboxAsync).WithName("GetInbox").Produces<ItemLine[]>();
        api.MapGet("/cases/{id:guid}", CaseAsync).WithName("GetCase").Produces<CaseView>();
    }

    private static async Task<IResult> InboxAsync(Desk desk, Me me, Guid? after, CancellationToken ct) =>
        Results.Json((await WaitingList.ReadAsync(desk, me.Id, InboxFilter.None, after, ct)).Lines
            .Select(line => ItemLine.Of(line.Item, line.Item.Case) with { OnBehalfOf = line.Mandate.OnBehalfOf?.AccountId }), PolicyJson.Options);

    private static async Task<IResult> QuestionsAsync(WorkflowsDb db, Me me, CancellationToken ct) =>
        Results.Json((await db.AskedOfAsync(me.Id, ct)).Select(line => new QuestionLine(
            line.Question.Id, line.Item.Id, line.Case.Id, line.Question.AskedBy, line.Question.Question, line.Question.AskedAt)), PolicyJson.Options);

    private static async Task<IResult> CopiesAsync(WorkflowsDb db, Me me, CancellationToken ct) =>
        Results.Json((await db.CopiesOfAsync(me.Id, isRead: false, null, ct)).Select(line => new CopyLine(
            line.Case.Id, new Bilingual(line.Case.TitleZh, line.Case.TitleEn), line.Sent.SentBy, line.Sent.SentAt)), PolicyJson.Options);

    private static async Task<IResult> CaseAsync(Guid id, Desk desk, Me me, CancellationToken ct)
    {
        if (await desk.Db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) is not { } @case || !await desk.MayReadAsync(me.Id, @case, ct))
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var items = await desk.Db.WorkItems.AsNoTracking().Include(item => item.Parts)
            .Where(item => item.CaseId == id).OrderBy(item => item.Id).ToListAsync(ct);
        return Results.Json(CaseView.Of(@case, items), PolicyJson.Options);
    }

    /// <summary>A question that waits for the caller's advice.</summary>
    internal sealed record QuestionLine(Guid ConsultationId, Guid WorkItemId, Guid CaseId, Guid AskedBy, string Question, DateTimeOffset AskedAt);

    /// <summary>A copy that the caller hasn't read.</summary>
    internal sealed record CopyLine(Guid CaseId, Bilingual CaseTitle, Guid SentBy, DateTimeOffset SentAt);

    /// <summary>One role's share in a work item as the API shows it.</summary>
    internal sealed record PartLine(
        Guid Id, OfficeRole Role, bool IsOpen, bool IsRemoved, Guid? AssigneeId, Guid? AddedBy, Guid? WaitsFor, int Weight, bool HasVeto,
        bool AwaitsAdvice, Guid? DecidedBy, Guid? OnBehalfOf, string? Outcome, DateTimeOffset? DecidedAt)
    {
        public static PartLine Of(WorkItemPart part) => new(
            part.Id, part.Role, part.IsOpen, part.IsRemoved, part.AssigneeId, part.AddedBy, part.WaitsFor, part.Weight, part.HasVeto,
            part.AwaitsAdvice, part.DecidedBy, part.OnBehalfOf, part.Outcome, part.DecidedAt);
    }

    /// <summary>A work item as the API shows it.</summary>
    internal sealed record ItemLine(
        Guid Id, Guid CaseId, string WaitId, Bilingual Title, Bilingual CaseTitle, WorkItemForm Form, WorkItemStage Stage, string? Outcome,
        IReadOnlyList<string> Outcomes, IReadOnlyList<string> Requires, bool NeedsDeclaration, long Revision, DateTimeOffset AskedAt,
            DateOnly? DueOn, ItemRule Rule, int? Threshold, bool AllowsBulk, IReadOnlyList<PartLine> Parts)
    {
        /// <summary>For whom the caller would decide it as a deputy; null for a right of the caller's own.</summary>
        public Guid? OnBehalfOf { get; init; }

        public static ItemLine Of(WorkItem item, Case @case) => new(
            item.Id, item.CaseId, item.WaitId, new Bilingual(item.TitleZh, item.TitleEn), new Bilingual(@case.TitleZh, @case.TitleEn),
            item.Form, item.Stage, item.Outcome, item.Outcomes, item.Requires, item.NeedsDeclaration, item.Revision, item.AskedAt,
                item.DueOn, item.Rule, item.Threshold, item.AllowsBulk, [.. item.Parts.OrderBy(part => part.Id).Select(PartLine.Of)]);
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
