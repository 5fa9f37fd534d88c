using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Planning;
using Workflows.Processes.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Forms;

namespace Workflows.Web.Api;

/// <summary>Secondment over the API: lists, answers, cycles, wishes and schools.</summary>
internal static class SecondmentApi
{
    private const int Most = 200;

    public static void MapSecondmentApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<OpenSecondmentPlan, OpenSecondmentPlan.Command>("/secondment/plans", u => u.RunAsync);
        api.MapUseCase<StartPlanSearch, StartPlanSearch.Command>("/secondment/planner/searches", u => u.RunAsync).IsCostly();
        api.MapUseCase<StopPlanSearch, StopPlanSearch.Command>("/secondment/planner/searches/stop", u => u.RunAsync);
        api.MapUseCase<EditPlanLine, EditPlanLine.Command>("/secondment/lines/edit", u => u.RunAsync);
        api.MapUseCase<StrikePlanLine, StrikePlanLine.Command>("/secondment/lines/strike", u => u.RunAsync);
        api.MapUseCase<AnswerPlanLine, AnswerPlanLine.Command>("/secondment/lines/answer", u => u.RunAsync);
        api.MapUseCase<HandleLineObjection, HandleLineObjection.Command>("/secondment/lines/handle", u => u.RunAsync);
        api.MapUseCase<HandInPlan, DecideWorkItem.Command>("/work-items/secondment-list", u => u.RunAsync);
        api.MapUseCase<CloseLineObjections, DecideWorkItem.Command>("/work-items/line-objections", u => u.RunAsync);
        api.MapUseCase<RecordReport, RecordReport.Command>("/work-items/report-for-duty", u => u.RunAsync);
        api.MapUseCase<InterruptPlacement, InterruptPlacement.Command>("/secondment/placements/interrupt", u => u.RunAsync);
        api.MapUseCase<RecordPlacement, RecordPlacement.Command>("/secondment/placements", u => u.RunAsync);
        api.MapUseCase<RetractPlacement, RetractPlacement.Command>("/secondment/placements/retract", u => u.RunAsync);
        api.MapUseCase<RecordWish, RecordWish.Command>("/secondment/wishes", u => u.RunAsync);
        api.MapUseCase<EditSchool, EditSchool.Command>("/secondment/schools", u => u.RunAsync);
        api.MapGet("/secondment/findings", FindingsAsync).WithName("GetSecondmentFindings").RequireAuthorization(Rights.ReadSecondment).Produces<TeacherLine[]>();
        api.MapGet("/secondment/plans", PlansAsync).WithName("GetSecondmentPlans").RequireAuthorization(Rights.ReadSecondment).Produces<SecondmentPlan[]>();
        api.MapGet("/secondment/schools", SchoolsAsync).WithName("GetSchools").RequireAuthorization(Rights.ReadSecondment).Produces<School[]>();
    }

    private static async Task<IResult> FindingsAsync(Desk desk, CancellationToken ct) => Results.Json(
        (await desk.SecondmentFindingsAsync(desk.Today, ct)).Select(one => new TeacherLine(
            one.Person.Id, one.Person.Name, one.Finding, SecondmentWording.Explain(one.Finding))), PolicyJson.Options);

    private static async Task<IResult> PlansAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        (await db.SecondmentPlans.AsNoTracking().Include(plan => plan.Lines).OrderByDescending(plan => plan.CaseId).Take(Most).ToListAsync(ct))
        .Select(plan => new { plan.CaseId, plan.Semester, plan.Version, plan.DocumentNumber, plan.Lines }), PolicyJson.Options);

    private static async Task<IResult> SchoolsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        await db.Schools.AsNoTracking().OrderBy(school => school.Name).ThenBy(school => school.Stage).ToListAsync(ct), PolicyJson.Options);

    /// <summary>R12 for one teacher.</summary>
    internal sealed record TeacherLine(Guid PersonId, string Name, SecondmentFinding Finding, Bilingual Explanation);
}
