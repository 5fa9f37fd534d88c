using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The forms of the case page besides deciding: who holds an item, who advises, who signs, who is told.</summary>
internal static class ItemForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapItemForms(this IEndpointRouteBuilder app)
    {
        app.MapItem("claim", f => f.Service<ClaimWorkItem>().RunAsync(new(f.OperationId, Item(f), Revision(f)), f.Actor, Never));
        app.MapItem("release", f => f.Service<ReleaseWorkItem>().RunAsync(
            new(f.OperationId, Item(f), f.Id("part"), Revision(f), Words(f)), f.Actor, Never));
        app.MapItem("transfer", f => f.Service<TransferWorkItem>().RunAsync(
            new(f.OperationId, Item(f), Revision(f), f.Id("to"), Words(f)), f.Actor, Never));
        app.MapItem("consult", f => f.Service<ConsultColleague>().RunAsync(
            new(f.OperationId, Item(f), Revision(f), f.Id("to"), Words(f)), f.Actor, Never));
        app.MapItem("add-signer", f => f.Service<AddSigner>().RunAsync(
            new(f.OperationId, Item(f), Revision(f), f.Id("to"), f.Text("order") != "after", Words(f)), f.Actor, Never));
        app.MapItem("remove-signer", f => f.Service<RemoveSigner>().RunAsync(
            new(f.OperationId, Item(f), f.Id("part"), Revision(f), Words(f)), f.Actor, Never));
        app.MapItem("take-back", f => f.Service<TakeBackDecision>().RunAsync(new(f.OperationId, Item(f), Words(f)), f.Actor, Never));
        app.MapItem("urge", f => f.Service<UrgeWorkItem>().RunAsync(new(f.OperationId, Item(f), Words(f)), f.Actor, Never));
        app.MapCase("questions/{questionId:guid}/advice", f => f.Service<GiveAdvice>().RunAsync(
            new(f.OperationId, f.Route("questionId"), Words(f)), f.Actor, Never));
        app.MapCase("questions/{questionId:guid}/take-back", f => f.Service<TakeBackQuestion>().RunAsync(
            new(f.OperationId, f.Route("questionId")), f.Actor, Never));
        app.MapCase("copies", f => f.Service<SendCopies>().RunAsync(new(f.OperationId, Case(f), f.Ids("to"), Words(f)), f.Actor, Never));
        app.MapCase("read", f => f.Service<MarkCaseRead>().RunAsync(new(f.OperationId, Case(f), (int)(f.Whole("upTo") ?? 0)), f.Actor, Never));
        app.MapCase("terminate", f => f.Service<TerminateCase>().RunAsync(new(f.OperationId, Case(f), Words(f)), f.Actor, Never));
        app.MapForm("/inbox/decide", DecideSeveralAsync);
    }

    private static void MapItem(this IEndpointRouteBuilder app, string act, Func<PostedForm, Task<Answer>> run) =>
        app.MapCase("items/{itemId:guid}/" + act, run);

    private static void MapCase(this IEndpointRouteBuilder app, string act, Func<PostedForm, Task<Answer>> run) =>
        app.MapForm("/cases/{caseId:guid}/" + act, async form =>
            form.Answered(await run(form), form.TextOrNull("back") is { } back ? SignIn.Local(back) : $"/cases/{Case(form)}"));

    private static async Task<IResult> DecideSeveralAsync(PostedForm form)
    {
        var chosen = form.All("item").Select(text => text.Split(':'))
            .Where(words => words.Length == 2 && Guid.TryParse(words[0], out _) && long.TryParse(words[1], out _))
            .Select(words => new DecideSeveral.Chosen(Guid.Parse(words[0]), long.Parse(words[1], null)));
        var answer = await form.Service<DecideSeveral>().RunAsync(
            new(form.OperationId, [.. chosen], form.Text("outcome"), form.Text("comment")), form.Actor, Never);
        return form.Summed(answer, SignIn.Local(form.Text("back")));
    }

    private static Guid Case(PostedForm form) => form.Route("caseId");

    private static Guid Item(PostedForm form) => form.Route("itemId");

    private static long Revision(PostedForm form) => form.Whole("revision") ?? 0;

    private static string Words(PostedForm form) => form.Text("words");
}
