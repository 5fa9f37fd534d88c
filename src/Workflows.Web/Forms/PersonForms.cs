using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Processes.Staff.Corrections;
using Workflows.Processes.Staff.Export;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Pages;
using Workflows.Web.Pages.Roster;

namespace Workflows.Web.Forms;

/// <summary>The forms of a person's page: corrections of the history, and a look at what is masked.</summary>
internal static class PersonForms
{
    // No choice: the use case refuses it in words.
    private const int None = -1;
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapPersonForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/roster/titles/{entryId:guid}/correct", async f => await AnsweredAsync<TitleChange>(f, one => one.PersonId,
            await f.Service<CorrectTitle>().RunAsync(new(f.OperationId, Entry(f), f.Text("words")) { Instead = Title(f) }, f.Actor, Never)))
            .RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/roster/statuses/{entryId:guid}/correct", async f => await AnsweredAsync<StatusChange>(f, one => one.PersonId,
            await f.Service<CorrectStatus>().RunAsync(new(f.OperationId, Entry(f), f.Text("words")) { Instead = Status(f) }, f.Actor, Never)))
            .RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/roster/placements/{entryId:guid}/correct", async f => await AnsweredAsync<Placement>(f, one => one.PersonId,
            await f.Service<CorrectPlacement>().RunAsync(new(f.OperationId, Entry(f), f.Text("words")) { Instead = Placement(f) }, f.Actor, Never)))
            .RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/roster/{personId:guid}/export", ExportAsync).RequireAuthorization(Rights.KeepRoster).IsCostly();
        app.MapForm("/roster/{personId:guid}/personal", ShowPersonalAsync).RequireAuthorization(Rights.KeepRoster);
    }

    private static async Task<IResult> ExportAsync(PostedForm form)
    {
        var (export, personId) = (form.Service<ExportPerson>(), form.Route("personId"));
        var answer = await export.RunAsync(new(form.OperationId, personId), form.Actor, Never);
        return answer.IsDone
            ? Results.File(await export.WriteAsync(personId, form.Aborted), "application/json", $"个人信息-{personId}.json")
            : form.Answered(answer, $"/roster/{personId}");
    }

    // Back to the person's page, whether it was done or refused; an entry that isn't there belongs to nobody.
    private static async Task<IResult> AnsweredAsync<T>(PostedForm form, Func<T, Guid> person, Answer answer) where T : class =>
        await form.Service<WorkflowsDb>().Set<T>().FindAsync([Entry(form)], Never) is { } entry
            ? form.Answered(answer, $"/roster/{person(entry)}")
            : form.Answered(answer, "/roster");

    // Not answered by a redirect: the data must not travel in an address or a cookie, and is drawn this once.
    private static async Task<IResult> ShowPersonalAsync(PostedForm form)
    {
        var personId = form.Route("personId");
        var answer = await form.Service<ViewPersonOnRoster>().RunAsync(new(form.OperationId, personId), form.Actor, Never);
        if (answer.Refusal is { } refusal)
            return ErrorPages.Result(refusal is Refusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
        return new RazorComponentResult<PersonalDataDocument>(new Dictionary<string, object?> { [nameof(PersonalDataDocument.PersonId)] = personId });
    }

    private static Guid Entry(PostedForm form) => form.Route("entryId");

    private static CorrectTitle.Right? Title(PostedForm form) =>
        form.IsTicked("retract") ? null : new(form.Day("from") ?? default, form.Text("title"));

    private static CorrectStatus.Right? Status(PostedForm form) =>
        form.IsTicked("retract") ? null : new(form.Day("from") ?? default, form.Choice<StaffStatus>("status") ?? (StaffStatus)None);

    private static CorrectPlacement.Right? Placement(PostedForm form) => form.IsTicked("retract") ? null : new(
        form.Day("from") ?? default, form.Day("last"), form.Text("school"), form.Choice<SchoolStage>("stage") ?? (SchoolStage)None,
        form.Choice<PlacementKind>("kind") ?? (PlacementKind)None, form.Choice<PlacementState>("state") ?? (PlacementState)None);
}
