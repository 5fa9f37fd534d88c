using System.Collections.Immutable;
using Workflows.Policy.Education;
using Workflows.Policy.College;
using Workflows.Policy.Shares;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests.College;

/// <summary>Colleges of so many teachers, with the policy of the repository.</summary>
internal static class Colleges
{
    public static StructurePolicy Policy { get; } = StructurePolicy.Parse(Book.Text("structure/policy.json"));

    public static CollegeFacts Of(params ImmutableArray<StaffFact> staff) => new(new DateOnly(2026, 9, 1), staff);

    public static IEnumerable<StaffFact> Teachers(int count, TitleLevel held) => Enumerable.Range(1, count).Select(n => new StaffFact($"{held}{n}", true, true)
    {
        Held = held, Appointed = held, Education = EducationLevel.Bachelor, Subject = "语文", Tenures = [(new DateOnly(2015, 8, 1), null)],
    });

    public static IEnumerable<StaffFact> Others(int count) => Enumerable.Range(1, count).Select(n => new StaffFact($"行政{n}", false, true));
}
