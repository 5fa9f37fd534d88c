using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Processes.Staff;
using Workflows.Storage;
using Workflows.Web.Days;
using Workflows.Web.Pages.Mine;

namespace Workflows.Web.Forms;

/// <summary>The address under which somebody's calendar reads their dates.</summary>
internal static class SubscriptionForms
{
    public static void MapSubscriptionForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/me/calendar", OpenAsync);
        app.MapForm("/me/calendar/end", async form => form.Answered(
            await form.Service<CloseCalendar>().RunAsync(new(form.OperationId), form.Actor, CancellationToken.None), "/me"));
    }

    // Not answered by a redirect: the address is a secret, and is drawn this once.
    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var secret = CalendarSecret.New();
        var answer = await form.Service<OpenCalendar>().RunAsync(new(form.OperationId, secret), form.Actor, CancellationToken.None);
        if (!answer.IsDone)
            return form.Answered(answer, "/me");
        // A form that was posted twice gets the first answer, but the first post's address holds.
        var hash = CalendarSecret.Hash(secret);
        var isThis = await form.Service<WorkflowsDb>().Users.AnyAsync(one => one.Id == form.Actor && one.CalendarSecretHash == hash, CancellationToken.None);
        return new RazorComponentResult<CalendarDocument>(new Dictionary<string, object?>
        {
            [nameof(CalendarDocument.Answer)] = answer,
            [nameof(CalendarDocument.Address)] = isThis ? CalendarFeed.Address(form.Http, secret) : null,
        });
    }
}
