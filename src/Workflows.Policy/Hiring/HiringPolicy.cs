using System.Collections.Immutable;
using Workflows.Policy.Data;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>The numbers of the hiring clauses: <c>workflows/hiring/policy.json</c>.</summary>
/// <param name="Policy">The version of the policy, such as shaxian-2022-06-01.</param>
/// <param name="MinimumEducation">R05: 本科及以上.</param>
/// <param name="AgeLimitYears">R06: 45周岁以下.</param>
/// <param name="DefaultAgeReading">R06: the reading used where none is named.</param>
/// <param name="MinimumTitleLevel">R07: 中级及以上职称.</param>
/// <param name="MinimumFrontLineMonths">R08: 5年以上, in months.</param>
/// <param name="MinistryFrontLineMonths">R08: what 教基〔2019〕14号 asks, in months; reported, not enforced.</param>
/// <param name="WordsOfOtherWork">R08: words that hint at work away from the front line; they only warn.</param>
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
    ImmutableArray<string> WordsOfOtherWork,
    EducationLevel PostgraduateFrom,
    string District)
{
    private static readonly Dictionary<string, AgeReading> AgeReadings = new()
    {
        ["under"] = AgeReading.Under,
        ["included"] = AgeReading.Included,
    };

    /// <summary>Reads the file's text; sections other than those of R05 to R10 belong to others and are left alone.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static HiringPolicy Parse(string json, string file = "hiring/policy.json")
    {
        var root = PolicyNode.Parse(file, json);
        var age = root["R06"].Only("ageLimitYears", "defaultReading");
        var teaching = root["R08"].Only("minimumFrontLineMonths", "ministryFrontLineMonths", "wordsOfOtherWork");
        return new HiringPolicy(
            root["policy"].Text(),
            root["R05"].Only("minimumEducation")["minimumEducation"].OneOf<EducationLevel>(),
            age["ageLimitYears"].Count(),
            age["defaultReading"].OneOf(AgeReadings),
            root["R07"].Only("minimumTitleLevel")["minimumTitleLevel"].OneOf<TitleLevel>(),
            teaching["minimumFrontLineMonths"].Count(),
            teaching["ministryFrontLineMonths"].Count(),
            [.. teaching["wordsOfOtherWork"].Texts()],
            root["R09"].Only("postgraduateFrom")["postgraduateFrom"].OneOf<EducationLevel>(),
            root["R10"].Only("district")["district"].Text());
    }
}
