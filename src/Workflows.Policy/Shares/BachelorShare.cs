using Workflows.Policy.Education;

namespace Workflows.Policy.Shares;

/// <summary>R15: 本科以上专职教师占90%, a standing floor since 2022-12-31; education (学历), not degree.</summary>
public static class BachelorShare
{
    /// <summary>What the clause says of these full-time teachers.</summary>
    /// <param name="educations">The level of each one's education; null where it isn't known.</param>
    /// <param name="policy">The minimum.</param>
    public static Share Evaluate(IEnumerable<EducationLevel?> educations, StructurePolicy policy) =>
        Share.Count(educations.Select(Counts), policy.MinimumBachelorPercent);

    /// <summary>Whether somebody of this education counts; null where it isn't known.</summary>
    public static bool? Counts(EducationLevel? level) => level is null ? null : level >= EducationLevel.Bachelor;
}
