using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Workflows.Reminders.Bounces;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Switching;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The forms of reminders and mail.</summary>
internal static class MailForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapMailForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/mail/rules/{clause}", async f => f.Answered(await f.Service<SwitchReminder>().RunAsync(
            new(f.OperationId, Clause(f), f.Text("to") == "on", f.Text("words")), f.Actor, Never), $"/mail/rules/{Uri.EscapeDataString(Clause(f))}"))
            .RequireAuthorization(Rights.KeepOffice);
        app.MapForm("/mail/addresses/{faultId:guid}", async f => f.Answered(await f.Service<SettleAddress>().RunAsync(
            new(f.OperationId, f.Route("faultId"), f.Text("address"), f.Text("words")), f.Actor, Never), "/mail/addresses"))
            .RequireAuthorization(Rights.KeepOffice);
        app.MapForm("/mail/{letterId:guid}/settle", async f => f.Answered(await f.Service<SettleLetter>().RunAsync(
            new(f.OperationId, f.Route("letterId"), f.Text("again") == "yes", f.Text("words")), f.Actor, Never), $"/mail/{f.Route("letterId")}"))
            .RequireAuthorization(Rights.KeepOffice);
    }

    private static string Clause(PostedForm form) => form.Http.Request.RouteValues["clause"] as string ?? "";
}
