using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Web.Access;
using Workflows.Web.Pages;

namespace Workflows.Web.Forms;

/// <summary>Moving the demo's clock forward. Without such a clock there is no such form.</summary>
internal static class ClockForms
{
    private const int MostDays = 366;

    public static void MapClockForms(this IEndpointRouteBuilder app) => app.MapForm("/clock/forward", ForwardAsync).RequireAuthorization();

    private static async Task<IResult> ForwardAsync(PostedForm form)
    {
        if (form.Http.RequestServices.GetService<AdjustableClock>() is not { } clock)
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        var page = $"/clock?from={Uri.EscapeDataString(SignIn.Local(form.Text("from")))}";
        var today = form.Service<Office>().DayOf(clock.GetUtcNow());
        var days = form.Day("date") is { } date ? date.DayNumber - today.DayNumber : form.Whole("days");
        if (days is null or < 1 or > MostDays)
        {
            return form.Answered(
                Answer.Refused(
                    Refusal.Invalid, $"请选择今天之后、{MostDays} 天以内的日期。", $"Choose a day after today, at most {MostDays} days ahead."),
                page);
        }

        clock.Forward((int)days.Value);
        await SweepAsync(form.Service<IServiceScopeFactory>());
        return PostedForm.SeeOther(page);
    }

    // Each sweep works as a timer does, in a unit of work of its own; a woken case may make another one due.
    private static async Task SweepAsync(IServiceScopeFactory scopes)
    {
        int woken;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            woken = await scope.ServiceProvider.GetRequiredService<SweepTimers>().RunAsync(CancellationToken.None);
        }
        while (woken > 0);
    }
}
