using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Hiring;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The kinship declaration.</summary>
internal static class KinshipForms
{
    private const string Relation = "relation-";

    public static void MapKinshipForms(this IEndpointRouteBuilder app) => app.MapForm("/kinship/{roundId:guid}", DeclareAsync);

    private static async Task<IResult> DeclareAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        var back = SignIn.Local(form.Text("from"));
        var page = $"/kinship/{roundId}?from={Uri.EscapeDataString(back)}";
        if (!form.IsTicked("sworn"))
            return form.Answered(Answer.Refused(Refusal.Invalid, "请勾选“以上属实”。", "Tick that this is true."), page);

        var relatives = form.Names.Where(name => name.StartsWith(Relation, StringComparison.Ordinal) && form.Text(name).Length > 0)
            .Select(name => new KinshipLine(Guid.TryParse(name[Relation.Length..], out var id) ? id : Guid.Empty, form.Text(name)));
        var answer = await form.Service<DeclareKinship>().RunAsync(
            new(form.OperationId, roundId, [.. relatives]), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone && back != "/" ? back : page);
    }
}
