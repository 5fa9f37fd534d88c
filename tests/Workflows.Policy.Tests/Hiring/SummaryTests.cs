using Workflows.Policy.Hiring;

namespace Workflows.Policy.Tests.Hiring;

public sealed class SummaryTests
{
    [Theory]
    [InlineData("R05", "本科及以上", "bachelor's level or above", "大学本科", "大学本科")]
    [InlineData("R06", "不满45周岁", "under 45", "41周岁（1985-07-09）", "41 years (1985-07-09)")]
    [InlineData("R07", "中级及以上职称", "intermediate title or above", "一级教师", "一级教师")]
    [InlineData("R08", "一线任教满60个月", "60 months of front-line teaching", "192个月", "192 months")]
    [InlineData("R10", "沙县区内", "in 沙县区", "沙县区", "沙县区")]
    public void What_is_asked_and_what_was_found_is_said_in_both_languages(
        string clause, string required, string requiredEnglish, string actual, string actualEnglish)
    {
        var finding = Applicant.Suitable.Judged().Of(clause);
        HiringWording.Required(finding).ShouldBe(new Bilingual(required, requiredEnglish));
        HiringWording.Actual(finding).ShouldBe(new Bilingual(actual, actualEnglish));
    }

    [Fact]
    public void A_cell_that_says_nothing_certain_stays_as_it_is_written()
    {
        var verdict = (Applicant.Suitable with { BirthDate = "1985.1", Teaching = "", TeachingSince = "不详" }).Judged();
        HiringWording.Actual(verdict.Of("R06")).En.ShouldBe("1985.1");
        HiringWording.Actual(verdict.Of("R08")).En.ShouldBe("不详");
    }

    [Fact]
    public void The_other_reading_and_a_shortage_post_say_so()
    {
        var verdict = Applicant.Suitable.Judged(Applicant.Included with { ShortagePost = true });
        HiringWording.Required(verdict.Of("R06")).ShouldBe(new Bilingual("不满46周岁（含45周岁）", "under 46"));
        HiringWording.Required(verdict.Of("R10")).En.ShouldBe("any district: a shortage post");
    }
}
