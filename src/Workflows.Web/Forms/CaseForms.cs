using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Processes.Lists;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Pages;

namespace Workflows.Web.Forms;

/// <summary>The forms of the case page: decisions, and the look at personal data.</summary>
internal static class CaseForms
{
    public static void MapCaseForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/cases/{caseId:guid}/items/{itemId:guid}", DecideAsync);
        app.MapForm("/applications/{applicationId:guid}/personal", ShowPersonalAsync);
    }

    private static async Task<IResult> DecideAsync(PostedForm form)
    {
        var caseId = form.Route("caseId");
        var itemId = form.Route("itemId");
        var kind = await form.Service<WorkflowsDb>().WorkItems.Where(one => one.Id == itemId && one.CaseId == caseId)
            .Select(one => (WorkItemForm?)one.Form).FirstOrDefaultAsync(form.Aborted);
        var refusal = await form.Service<FreshLogin>().RefusalForAsync(itemId, form.Aborted);
        return form.Answered(refusal ?? await DecideAsync(form, itemId, kind), $"/cases/{caseId}");
    }

    private static Task<Answer> DecideAsync(PostedForm form, Guid itemId, WorkItemForm? kind)
    {
        var command = new DecideWorkItem.Command(
            itemId, form.Whole("revision") ?? 0, form.OperationId, form.Text("outcome"), form.Text("comment"))
        {
            Minutes = form.TextOrNull("minutes"), DocumentNumber = form.TextOrNull("documentNumber"),
        };
        return kind switch
        {
            WorkItemForm.Announcement => form.Service<PublishAnnouncement>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.Qualification => form.Service<ConfirmQualification>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.QualificationResults => form.Service<CloseQualificationReview>().RunAsync(command, form.Actor,
                CancellationToken.None),
            WorkItemForm.SecondmentList => form.Service<HandInPlan>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.RotationList => form.Service<HandInRotation>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.LineObjections => form.Service<CloseLineObjections>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.Scores => form.Service<CloseScoring>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.MedicalCheck => form.Service<RecordMedicalCheck>().RunAsync(command, form.Actor, CancellationToken.None),
            WorkItemForm.BackgroundReview => form.Service<RecordBackgroundReview>().RunAsync(Review(form, command), form.Actor,
                CancellationToken.None),
            _ => form.Service<DecideWorkItem>().RunAsync(command, form.Actor, CancellationToken.None),
        };
    }

    private static RecordBackgroundReview.Command Review(PostedForm form, DecideWorkItem.Command command) => new(
        command.WorkItemId, command.Revision, command.OperationId,
        [
            .. Enum.GetValues<ChecklistPoint>()
                .Where(point => form.TextOrNull($"result-{point}") is not null)
                .Select(point => new ChecklistLine(point, form.Text($"result-{point}") == "ok", form.Text($"note-{point}"))),
        ],
        command.Comment);

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NotAllowed => StatusCodes.Status403Forbidden,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    // The one form that isn't answered by a redirect: the data must not travel in an address or a cookie, and is drawn this once.
    private static async Task<IResult> ShowPersonalAsync(PostedForm form)
    {
        var applicationId = form.Route("applicationId");
        var answer = await form.Service<ViewPersonalData>().RunAsync(new(form.OperationId, applicationId), form.Actor,
            CancellationToken.None);
        if (answer.Refusal is { } refusal)
            return ErrorPages.Result(Status(refusal));
        return new RazorComponentResult<PersonalDocument>(new Dictionary<string,
            object?> { [nameof(PersonalDocument.ApplicationId)] = applicationId });
    }
}
