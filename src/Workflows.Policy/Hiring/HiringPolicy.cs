using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>The numbers of the hiring clauses, as <c>workflows/hiring/policy.json</c> gives them.</summary>
/// <param name="Policy">The version of the policy, such as shaxian-2022-06-01.</param>
/// <param name="MinimumEducation">R05: 本科及以上.</param>
/// <param name="AgeLimitYears">R06: 45周岁以下.</param>
/// <param name="DefaultAgeReading">R06: the reading used where none is named.</param>
/// <param name="MinimumTitleLevel">R07: 中级及以上职称.</param>
/// <param name="MinimumFrontLineMonths">R08: 5年以上 in months.</param>
/// <param name="MinistryFrontLineMonths">R08: what 教基〔2019〕14号 asks, in months; reported, not enforced.</param>
/// <param name="PostgraduateFrom">R09: the education from which 研究生学历 begins.</param>
/// <param name="District">R10: the hiring district.</param>
public sealed record HiringPolicy(
    string Policy,
    EducationLevel MinimumEducation,
    int AgeLimitYears,
    AgeReading DefaultAgeReading,
    TitleLevel MinimumTitleLevel,
    int MinimumFrontLineMonths,
    int MinistryFrontLineMonths,
    EducationLevel PostgraduateFrom,
    string District);
