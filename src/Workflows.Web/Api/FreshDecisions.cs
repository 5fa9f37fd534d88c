using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Asks for a recent login before a final decision over the API, as the pages do.</summary>
internal static class FreshDecisions
{
    /// <summary>Lets a decision through when its item isn't final or the login is fresh.</summary>
    public static async ValueTask<object?> AskForFreshLogin(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var id = WorkItemId(context.Arguments[0]);
        var item = await services.GetRequiredService<WorkflowsDb>().WorkItems.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id, context.HttpContext.RequestAborted);
        var refusal = item is null ? null : services.GetRequiredService<FreshLogin>().RefusalFor(item);
        return refusal is null ? await next(context) : ApiAnswer.Of(refusal);
    }

    private static Guid? WorkItemId(object? command) => command switch
    {
        null => null,
        DecideWorkItem.Command decision => decision.WorkItemId,
        RecordBackgroundReview.Command review => review.WorkItemId,
        _ => throw new InvalidOperationException($"Say here which work item {command.GetType().FullName} decides."),
    };
}
