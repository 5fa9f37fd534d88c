using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy.College;
using Workflows.Policy.Semesters;
using Workflows.Processes.Reports;

namespace Workflows.Processes.Planning;

/// <summary>R02-R04 and R15 at the end of each semester of a plan, as foreseen from the records.</summary>
internal static class PlanningFloors
{
    /// <summary>The floors; a semester whose end no calendar tells has none.</summary>
    public static ImmutableArray<StructureFloor> Of(CollegeRecords records, PlanningHorizon horizon)
    {
        var (floors, policy) = (ImmutableArray.CreateBuilder<StructureFloor>(), records.Office.Structure);
        for (var place = 0; place < horizon.Count; place++)
        {
            if (Enum.GetValues<SchoolStage>().Select(stage => horizon.Days(place, stage)?.Last).Max() is not { } end)
                continue;
            var facts = records.On(end);
            Add(StaffStructure.IntermediateTitles(facts, policy), policy.MinimumTitledPercent, place);
            Add(StaffStructure.SeniorTitles(facts, policy), policy.MinimumSeniorPercent, place);
            Add(StaffStructure.FullTimeTeachers(facts, policy), policy.MinimumFullTimePercent, place);
            Add(StaffStructure.Education(facts, policy), policy.MinimumBachelorPercent, place);
        }

        return floors.ToImmutable();

        void Add(ClauseReport report, int percent, int place)
        {
            if (report is { Numerator: { } counted, Denominator: > 0 and { } of })
                floors.Add(new StructureFloor(report.Clause, place, (int)counted, (int)of, percent));
        }
    }
}
