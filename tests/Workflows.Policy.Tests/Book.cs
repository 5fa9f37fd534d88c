using Workflows.Policy.Districts;
using Workflows.Policy.Education;
using Workflows.Policy.Hiring;
using Workflows.Policy.Honours;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests;

/// <summary>The policy as it is delivered.</summary>
internal static class Book
{
    public static PolicyBook Delivered { get; } = new(
        HiringPolicy.Parse(Text("hiring/policy.json")),
        TitleLadder.Parse(Text("titles.json")),
        EducationSpellings.Parse(Text("spellings/education.json")),
        HonourSpellings.Parse(Text("spellings/honours.json")),
        DistrictNames.Parse(Text("districts.json")));

    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", file));
}
