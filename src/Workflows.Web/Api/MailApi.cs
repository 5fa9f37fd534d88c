using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Reminders.Bounces;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Switching;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Letters;

namespace Workflows.Web.Api;

/// <summary>Reminders and mail over the API.</summary>
internal static class MailApi
{
    public static void MapMailApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<SwitchReminder, SwitchReminder.Command>("/reminders/switch", u => u.RunAsync);
        api.MapUseCase<SettleAddress, SettleAddress.Command>("/mail/addresses/settle", u => u.RunAsync);
        api.MapUseCase<SettleLetter, SettleLetter.Command>("/mail/settle", u => u.RunAsync);
        api.MapUseCase<AcknowledgeRestore, AcknowledgeRestore.Command>("/mail/acknowledge-restore", u => (command, actor, ct) => u.RunAsync(command, actor, ct));
        api.MapGet("/reminders", PreviewAsync).WithName("GetReminders").RequireAuthorization(Rights.ReadMail).Produces<LetterPreview[]>();
        api.MapGet("/mail", LedgerAsync).WithName("GetMail").RequireAuthorization(Rights.ReadMail).Produces<LedgerLine[]>();
    }

    // What would be planned by a day; reads only.
    private static async Task<IResult> PreviewAsync(DateOnly? on, PlanLetters plan, Desk desk, CancellationToken ct) => Results.Json(
        LetterPreview.Of(await plan.PendingAsync(OpenHours.MorningOf(desk.Office, on ?? desk.Today), ct))
            .Select(letter => letter with { Address = Masked.Email(letter.Address) }), PolicyJson.Options);

    private static async Task<IResult> LedgerAsync(
        LetterState? state, string? clause, string? find, Guid? person, Guid? after, WorkflowsDb db, CancellationToken ct) => Results.Json(
        (await db.LedgerAsync(new LedgerFilter(state, clause, find, person), after, ct))
            .Select(letter => letter with { Address = Masked.Email(letter.Address) }), PolicyJson.Options);
}
