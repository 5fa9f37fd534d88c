using Workflows.Policy.Appointments;

namespace Workflows.Policy.Tests;

public sealed class PostRuleTests
{
    [Theory]
    [InlineData("正高级教师", 1, FindingResult.Met)]
    [InlineData("高级教师", 4, FindingResult.NotMet)]
    [InlineData("高级教师", 5, FindingResult.Met)]
    [InlineData("一级教师", 7, FindingResult.NotMet)]
    [InlineData("一级教师", 8, FindingResult.Met)]
    [InlineData("一级教师", 13, FindingResult.Met)]
    [InlineData("二级教师", 10, FindingResult.NotMet)]
    [InlineData("二级教师", 11, FindingResult.Met)]
    [InlineData("三级教师", 12, FindingResult.NotMet)]
    [InlineData("三级教师", 13, FindingResult.Met)]
    [InlineData("特级教师", 7, FindingResult.Unknown)]
    [InlineData("", 13, FindingResult.Unknown)]
    [InlineData("高级教师", 14, FindingResult.Unknown)]
    public void Nobody_is_appointed_above_the_title_held(string title, int grade, FindingResult result)
    {
        var finding = PostRule.Evaluate(title, "小学", grade, Book.Delivered.Titles);
        finding.Result.ShouldBe(result);
        finding.Explanation.Zh.ShouldNotBeNullOrWhiteSpace();
    }
}
