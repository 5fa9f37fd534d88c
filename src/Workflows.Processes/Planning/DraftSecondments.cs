using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Planning.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Reports;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Planning;

/// <summary>Makes the planner's problem from what is recorded as of today: who is due, the schools, decisions, exemptions, wishes, lists under way.</summary>
public sealed class DraftSecondments(Desk desk, ReadCollege college)
{
    /// <summary>The problem of some semesters.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<SecondmentDraft> RunAsync(SemesterName from, int semesters, CancellationToken ct)
    {
        var horizon = new PlanningHorizon(desk.Office, from, semesters);
        var teachers = await desk.SecondmentFindingsAsync(desk.Today, ct);
        var schools = new PlanningSchools(
            await desk.Db.Schools.AsNoTracking().OrderBy(school => school.Name).ThenBy(school => school.Stage).ToListAsync(ct), teachers, horizon);
        var planned = teachers.Zip(PlanningTeacher.Ids(teachers.Select(one => one.Person)))
            .Select(pair => PlanningTeacher.Of(pair.Second, pair.First, horizon, schools, desk.Office.Staff.Secondment)).ToImmutableArray();
        var ids = teachers.Zip(planned).ToDictionary(pair => pair.First.Person.Id, pair => pair.Second.Id);
        return new SecondmentDraft(
            new SecondmentProblem([.. horizon.Names], planned, schools.Hosts, Cover(teachers, horizon))
            {
                Approved = await ApprovedAsync(horizon, schools, ids, ct),
                Floors = PlanningFloors.Of(await college.ReadAsync(ct), horizon),
                AlreadyAway = [.. Enumerable.Range(0, semesters).Select(place => teachers.Count(one => horizon.AwayBy(one, place) is not null))],
            },
            [
                .. teachers.Where(one => one.Finding.Reason is SecondmentReason.NoAnchor or SecondmentReason.NoCalendar)
                    .Select(one => new UndecidedTeacher(one.Person.Name, SecondmentWording.Explain(one.Finding))),
            ],
            ids.ToDictionary(one => one.Value, one => one.Key));
    }

    private static ImmutableArray<SubjectCover> Cover(IReadOnlyList<TeacherFinding> teachers, PlanningHorizon horizon) =>
    [
        .. teachers.Where(one => one.Person.Subject.Length > 0).GroupBy(one => one.Person.Subject).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SubjectCover(
                group.Key, [.. Enumerable.Range(0, horizon.Count).Select(place => group.Count(one => horizon.AwayBy(one, place) is null))])),
    ];

    // Lists that run and haven't opened their placements: the plan keeps to them where it can.
    private async Task<ImmutableArray<ApprovedLine>> ApprovedAsync(
        PlanningHorizon horizon, PlanningSchools schools, Dictionary<Guid, string> ids, CancellationToken ct)
    {
        var lines = await (
            from line in desk.Db.PlanLines.AsNoTracking()
            join plan in desk.Db.SecondmentPlans on line.PlanId equals plan.CaseId
            join running in desk.Db.Cases on plan.CaseId equals running.Id
            where line.StruckReason == "" && line.PlacementId == null && running.Stage == CaseStage.Running
            select new { line.PersonId, line.School, line.Stage, plan.Semester }).ToListAsync(ct);
        return
        [
            .. from line in lines
               let place = horizon.PlaceWithin(line.Semester)
               let host = schools.Find(line.School, line.Stage)
               where place is not null && host is not null && ids.ContainsKey(line.PersonId)
               orderby place, ids[line.PersonId]
               select new ApprovedLine(ids[line.PersonId], place.Value, host.Id),
        ];
    }
}
