using System.Collections.Immutable;
using Workflows.Policy.Days;
using Workflows.Policy.Secondment;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College;

/// <summary>All clauses about the college as a whole, as of a day, in the order of the document's numbers.</summary>
public static class CollegeReport
{
    /// <summary>One entry for each of R01-R04, R11-R23, R25 and R26.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="structure">The numbers of the structure clauses.</param>
    /// <param name="secondment">The numbers and reading of R12.</param>
    /// <param name="days">The numbers of R14, R22 and R23.</param>
    public static ImmutableArray<ClauseReport> Of(CollegeFacts facts, StructurePolicy structure, SecondmentPolicy secondment, DayPolicy days) =>
    [
        StaffStructure.Subjects(facts),
        StaffStructure.IntermediateTitles(facts, structure),
        StaffStructure.SeniorTitles(facts, structure),
        StaffStructure.FullTimeTeachers(facts, structure),
        TeacherDuties.Plan(facts),
        TeacherDuties.Secondment(facts, secondment),
        RenewalRate.Evaluate(facts, structure),
        TeacherDuties.DaysAtSchools(facts, days),
        StaffStructure.Education(facts, structure),
        StaffStructure.PartTimeTeachers(facts),
        YearlyFunding.PartTimeBudget(facts),
        YearlyFunding.TrainingFunds(facts, structure),
        YearlyFunding.TransferredShare(facts, structure),
        YearlyFunding.RunningCosts(facts),
        TeacherDuties.Terms(facts),
        TeacherDuties.LeaderDaysAtSchools(facts, days),
        TeacherDuties.LeaderSessions(facts, days),
        Establishment.Quotas(facts),
        Establishment.StandardItems(facts),
    ];

    /// <summary>The clauses about who the college is made of, which change as people come, go and rise: R02, R03, R04, R13, R15 and R16.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="structure">The numbers of the structure clauses.</param>
    public static ImmutableArray<ClauseReport> Structure(CollegeFacts facts, StructurePolicy structure) =>
    [
        StaffStructure.IntermediateTitles(facts, structure),
        StaffStructure.SeniorTitles(facts, structure),
        StaffStructure.FullTimeTeachers(facts, structure),
        RenewalRate.Evaluate(facts, structure),
        StaffStructure.Education(facts, structure),
        StaffStructure.PartTimeTeachers(facts),
    ];

    /// <summary>All clauses that people move by coming, going and rising: <see cref="Structure"/>, with their subjects (R01) and the places they take up (R25).</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="structure">The numbers of the structure clauses.</param>
    public static ImmutableArray<ClauseReport> Staffing(CollegeFacts facts, StructurePolicy structure) =>
        [StaffStructure.Subjects(facts), .. Structure(facts, structure), Establishment.Quotas(facts)];
}
