using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Web.Access;
using Workflows.Web.Rounds;

namespace Workflows.Web.Forms;

/// <summary>Planning a round, handing it in, calling it off, entering scores.</summary>
internal static class RoundForms
{
    private const string Written = "written-";

    public static void MapRoundForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/rounds/plan", PlanAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/rounds/{roundId:guid}/revise", ReviseAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/rounds/{roundId:guid}/submit", SubmitAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/rounds/{roundId:guid}/withdraw", WithdrawAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/rounds/{roundId:guid}/record-scores", RecordScoresAsync).RequireAuthorization(Rights.RunHiring);
        app.MapImportForms();
    }

    private static async Task<IResult> PlanAsync(PostedForm form)
    {
        if (form.Text("action") == "preview")
            return Preview(form, "/rounds/new");
        var answer = await SaveAsync(form, plan => form.Service<PlanRound>().RunAsync(
            new(form.OperationId, form.Text(PlanFields.Number), plan), form.Actor, CancellationToken.None));
        return form.Answered(answer, answer.IsDone ? $"/rounds/{answer.Id}" : "/rounds/new");
    }

    private static async Task<IResult> ReviseAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        if (form.Text("action") == "preview")
            return Preview(form, $"/rounds/{roundId}/plan");
        var answer = await SaveAsync(form, plan => form.Service<RevisePlan>().RunAsync(
            new(form.OperationId, roundId, form.Whole("version") ?? -1, plan), form.Actor, CancellationToken.None));
        return form.Answered(answer, answer.IsDone ? $"/rounds/{roundId}" : $"/rounds/{roundId}/plan");
    }

    private static async Task<Answer> SaveAsync(PostedForm form, Func<RoundPlan, Task<Answer>> save)
    {
        var (plan, faults) = PlanFields.Read(form.Text);
        return faults.Count > 0 ? Answer.Refused(Refusal.Invalid, faults) : await save(plan);
    }

    // Nothing is saved: what was typed goes into the address, and the page shows what follows from it.
    private static IResult Preview(PostedForm form, string page) => PostedForm.SeeOther(
        $"{page}{QueryString.Create(PlanFields.Names.Keys.Select(field => KeyValuePair.Create(field, (string?)form.Text(field))))}");

    private static async Task<IResult> SubmitAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        return form.Answered(
            await form.Service<SubmitRound>().RunAsync(new(form.OperationId, roundId), form.Actor, CancellationToken.None),
            $"/rounds/{roundId}");
    }

    private static async Task<IResult> WithdrawAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        return form.Answered(
            await form.Service<WithdrawRound>().RunAsync(
                new(form.OperationId, roundId, form.Text("withdraw-reason")), form.Actor, CancellationToken.None),
            $"/rounds/{roundId}");
    }

    private static async Task<IResult> RecordScoresAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        var ids = form.Names.Where(name => name.StartsWith(Written, StringComparison.Ordinal))
            .Select(name => Guid.TryParse(name.AsSpan(Written.Length), out var id) ? id : Guid.Empty).ToList();
        var answer = Unreadable(form, ids) is { Count: > 0 } faults
            ? Answer.Refused(Refusal.Invalid, faults)
            : await form.Service<RecordScores>().RunAsync(
                new(form.OperationId, roundId, [.. ids.Select(id => Line(form, id))]), form.Actor, CancellationToken.None);
        return form.Answered(answer, $"/rounds/{roundId}/scores");
    }

    private static RecordScores.Line Line(PostedForm form, Guid id) => new(
        id, form.Number($"{Written}{id}"), form.Number($"interview-{id}"), form.Number($"tie-{id}"), form.IsTicked($"absent-{id}"),
        form.Whole($"version-{id}") ?? -1);

    // A score that can't be read must not be saved as none.
    private static List<Bilingual> Unreadable(PostedForm form, List<Guid> ids) =>
    [
        .. ids.SelectMany(id => new[] { $"{Written}{id}", $"interview-{id}", $"tie-{id}" })
            .Where(field => form.TextOrNull(field) is not null && form.Number(field) is null)
            .Select(field => new Bilingual($"“{form.Text(field)}”不是分数。", $"“{form.Text(field)}” isn't a score.")),
    ];
}
