using Workflows.Personnel.Hiring;
using Workflows.Policy;

namespace Workflows.Processes.Hiring;

/// <summary>What is wrong with a round's plan, all of it at once.</summary>
public static class PlanChecks
{
    private const int ShortestNoticeDays = 7;
    private const int LongestNoticeDays = 15;

    /// <summary>The faults of a plan, empty when it can be announced as it is.</summary>
    public static IReadOnlyList<Bilingual> Faults(RoundPlan plan)
    {
        var faults = new List<Bilingual>();
        Check(plan.Post.Trim().Length > 0, "岗位名称不能为空。", "The post needs a name.");
        Check(plan.Subject.Trim().Length > 0, "学科不能为空。", "The subject is missing.");
        Check(plan.Stage is "幼儿园" or "小学" or "初中" or "高中" or "中职",
            "学段应为 幼儿园、小学、初中、高中 或 中职。", "The stage must be 幼儿园, 小学, 初中, 高中 or 中职.");
        Check(plan.Places >= 1, "招聘人数至少 1 人。", "There must be at least one place.");
        Check(plan.ReferenceDate != default, "必须写明年龄和教龄的计算基准日（R06）。", "State the reference date for age and experience (R06).");
        Check(plan.WrittenWeightPercent is >= 0 and <= 100, "笔试权重应在 0 到 100 之间。", "The written weight must be from 0 to 100 percent.");
        Check(plan.PassLine is >= 0 and <= 100, "合格线应在 0 到 100 分之间。", "The pass line must be from 0 to 100 points.");
        Check(plan.ShortlistRatio >= 1, "入围比例至少 1:1。", "The shortlist ratio must be at least 1.");
        Check(plan.ReReviewDays >= 1, "复审申请期至少 1 天。", "At least one day is needed to ask for a re-review.");
        Check(plan.NoticeDays is >= ShortestNoticeDays and <= LongestNoticeDays,
            "公示期应为 7 至 15 天（暂行规定第23条）。", "The public notice takes 7 to 15 days (2005 provisions, Art. 23).");
        Check(plan.IntakeOpensOn <= plan.IntakeClosesOn, "报名截止不能早于报名开始。", "Intake can't close before it opens.");
        Check(plan.IntakeClosesOn < plan.ExamOn, "考试应在报名截止之后。", "The examination comes after intake closes.");
        Check(plan.ExamOn <= plan.CallUpUntil, "递补截止不能早于考试日。", "The last day of call-up can't be before the examination.");
        Check(plan.CallUpUntil < plan.JoinsOn, "到岗日应在递补截止之后。", "The day of joining comes after the last day of call-up.");
        return faults;

        void Check(bool holds, string zh, string en)
        {
            if (!holds)
                faults.Add(new Bilingual(zh, en));
        }
    }
}
