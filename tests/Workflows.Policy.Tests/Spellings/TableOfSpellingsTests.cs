using Workflows.Policy.Dates;
using Workflows.Policy.Hiring;

namespace Workflows.Policy.Tests.Spellings;

public sealed class TableOfSpellingsTests
{
    private const string AnythingElse = "(anything else)";

    public static IEnumerable<TheoryDataRow<string, string, string, string, string>> Rows()
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Spellings", "spellings.csv")).Skip(1)
            .Select(line => line.Split(',', 5))
            .Select(cells => new TheoryDataRow<string, string, string, string, string>(
                cells[0], cells[1] == AnythingElse ? "没有列出的写法" : cells[1], cells[2], cells[3], cells[4]));

    [Fact]
    public void The_table_has_all_its_rows() => Rows().Count().ShouldBe(120);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_spelling_means_what_the_table_says(string column, string spelling, string stage, string meaning, string note)
    {
        var actual = column switch
        {
            "职称" => Title(spelling, stage),
            "最高学历" => Book.Delivered.Education.Read(spelling).Level?.ToString() ?? "Unknown",
            "出生日期" => WrittenDate.Parse(spelling) is { IsKnown: true } date ? date.Iso : "Unknown",
            "荣誉" => Book.Delivered.Honours.Read(spelling) is { Unlisted: [], MasterTeacher: var master }
                ? master ? "MasterTeacher" : "(no ground)"
                : "Unknown",
            "现单位所在区" => District(spelling),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, note),
        };
        actual.ShouldBe(meaning);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Full_width_spaced_spellings_mean_the_same(string column, string spelling, string stage, string meaning, string note)
        => Each_spelling_means_what_the_table_says(column, FullWidth.Of(spelling, spaced: true), FullWidth.Of(stage, spaced: false), meaning, note);

    private static string Title(string spelling, string stage)
    {
        var finding = (Applicant.Suitable with { Title = spelling, Stage = stage }).Judged().Of("R07");
        return ((TitleFacts)finding.Facts).Level?.ToString() ?? "Unknown";
    }

    private static string District(string spelling)
    {
        var finding = (Applicant.Suitable with { EmployerDistrict = spelling }).Judged().Of("R10");
        return finding.Result switch
        {
            FindingResult.Met => "沙县区",
            FindingResult.NotMet => "another district",
            _ => "Unknown",
        };
    }
}
