using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Asks for a recent login before a final decision over the API, as the pages do.</summary>
internal static class FreshDecisions
{
    /// <summary>The refusal of a decision whose item is final while the login isn't fresh; null when it may be taken.</summary>
    public static Task<Answer?> RefusalAsync(HttpContext http, DecideWorkItem.Command decision) => RefusalAsync(http, decision.WorkItemId);

    /// <inheritdoc cref="RefusalAsync(HttpContext, DecideWorkItem.Command)"/>
    public static Task<Answer?> RefusalAsync(HttpContext http, RecordBackgroundReview.Command review) => RefusalAsync(http, review.WorkItemId);

    private static Task<Answer?> RefusalAsync(HttpContext http, Guid workItemId) =>
        http.RequestServices.GetRequiredService<FreshLogin>().RefusalForAsync(workItemId, http.RequestAborted);
}
