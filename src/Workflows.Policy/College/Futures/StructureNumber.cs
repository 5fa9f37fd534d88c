using System.Collections.Immutable;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College.Futures;

/// <summary>A number of <c>structure/policy.json</c> that a future may change.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Clause">The clause that it belongs to.</param>
/// <param name="Words">What it is, with its unit.</param>
/// <param name="Most">The most that it can be; the least is 1.</param>
/// <param name="Of">The number of a policy.</param>
/// <param name="With">The policy with another number.</param>
public sealed record StructureNumber(
    string Name, string Clause, Bilingual Words, int Most, Func<StructurePolicy, int> Of, Func<StructurePolicy, int, StructurePolicy> With)
{
    private const int Whole = 100;
    private const int MostYears = 10;

    /// <summary>All of them, in the order of the clauses.</summary>
    public static ImmutableArray<StructureNumber> All { get; } =
    [
        new("minimumTitledPercent", "R02", new("中、高级职称不低于（%）", "Intermediate titles and above, at least (%)"), Whole,
            one => one.MinimumTitledPercent, (one, number) => one with { MinimumTitledPercent = number }),
        new("minimumSeniorPercent", "R03", new("高级职称不低于（%）", "Senior titles and above, at least (%)"), Whole,
            one => one.MinimumSeniorPercent, (one, number) => one with { MinimumSeniorPercent = number }),
        new("minimumFullTimePercent", "R04", new("专任教师占在职不低于（%）", "Full-time teachers of the staff, at least (%)"), Whole,
            one => one.MinimumFullTimePercent, (one, number) => one with { MinimumFullTimePercent = number }),
        new("renewalPercentFrom", "R13", new("更新率下限（%）", "Renewal, from (%)"), Whole,
            one => one.RenewalPercentFrom, (one, number) => one with { RenewalPercentFrom = number }),
        new("renewalPercentTo", "R13", new("更新率上限（%）", "Renewal, to (%)"), Whole,
            one => one.RenewalPercentTo, (one, number) => one with { RenewalPercentTo = number }),
        new("renewalYears", "R13", new("更新率按几年计", "Renewal, counted over (years)"), MostYears,
            one => one.RenewalYears, (one, number) => one with { RenewalYears = number }),
        new("minimumBachelorPercent", "R15", new("本科及以上不低于（%）", "Bachelor's education and above, at least (%)"), Whole,
            one => one.MinimumBachelorPercent, (one, number) => one with { MinimumBachelorPercent = number }),
    ];

    /// <summary>The readings that a clause has, the default first; clauses with one reading aren't there.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Readings { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["R02"] = StaffStructure.IntermediateReadings, ["R03"] = StaffStructure.SeniorReadings, ["R13"] = RenewalRate.Readings,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
