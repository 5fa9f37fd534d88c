namespace Workflows.Policy.Shares;

/// <summary>R04: 专任教师占在职教职工85%以上. Seconded staff count; retired, borrowed-in and substitute staff don't.</summary>
public static class FullTimeShare
{
    /// <summary>What the clause says of the active staff.</summary>
    /// <param name="areFullTimeTeachers">Of each of the active staff, whether they are full-time teachers.</param>
    /// <param name="policy">The minimum.</param>
    public static Share Evaluate(IEnumerable<bool> areFullTimeTeachers, StructurePolicy policy) =>
        Share.Count(areFullTimeTeachers.Select(one => (bool?)one), policy.MinimumFullTimePercent);
}
