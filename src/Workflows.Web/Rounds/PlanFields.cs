using System.Globalization;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Web.Rounds;

/// <summary>The fields of the planning form: what they are called, what they hold for a plan, and the plan that they make.</summary>
public static class PlanFields
{
    /// <summary>The field of the round's number.</summary>
    public const string Number = "number";

    private const string Yes = "yes";

    /// <summary>What the screen calls each field.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Names { get; } = new Dictionary<string, Bilingual>
    {
        [Number] = new("批次编号", "Round number"),
        ["post"] = new("岗位名称", "Post"),
        ["subject"] = new("学科", "Subject"),
        ["stage"] = new("学段", "School stage"),
        ["level"] = new("岗位等级", "Level of post"),
        ["places"] = new("招聘人数", "Places"),
        ["entry"] = new("进人方式", "Way of entry"),
        ["isShortage"] = new("紧缺岗位", "Shortage post"),
        ["district"] = new("本区", "The college's district"),
        ["referenceDate"] = new("年龄与教龄计算基准日", "Reference date for age and experience"),
        ["ageReading"] = new("“45周岁以下”的口径", "Reading of “45周岁以下”"),
        ["writtenWeightPercent"] = new("笔试占比（%）", "Weight of the written test (%)"),
        ["passLine"] = new("总分合格线", "Pass line of the total"),
        ["tieRule"] = new("总分相同时", "Equal totals"),
        ["shortlistRatio"] = new("入围比例（每个名额几人）", "Shortlisted for each place"),
        ["intakeOpensOn"] = new("报名开始", "Intake opens"),
        ["intakeClosesOn"] = new("报名截止（当日有效）", "Intake closes (the day still counts)"),
        ["reReviewDays"] = new("复审申请期（天）", "Days to ask for a re-review"),
        ["examOn"] = new("考试日期", "Examination"),
        ["callUpUntil"] = new("递补截止", "Last day of call-up"),
        ["noticeDays"] = new("公示期（天）", "Public notice (days)"),
        ["joinsOn"] = new("到岗日期", "Day of joining"),
    };

    /// <summary>What the fields hold for a plan.</summary>
    public static Dictionary<string, string> Of(string number, RoundPlan plan) => new()
    {
        [Number] = number,
        ["post"] = plan.Post, ["subject"] = plan.Subject, ["stage"] = plan.Stage, ["level"] = $"{plan.Level}",
        ["places"] = Whole(plan.Places), ["entry"] = $"{plan.Entry}", ["isShortage"] = plan.IsShortage ? Yes : "no",
        ["district"] = plan.District,
        ["referenceDate"] = Day(plan.ReferenceDate), ["ageReading"] = $"{plan.AgeReading}",
        ["writtenWeightPercent"] = Whole(plan.WrittenWeightPercent),
        ["passLine"] = plan.PassLine.ToString("0.##", CultureInfo.InvariantCulture), ["tieRule"] = $"{plan.TieRule}",
        ["shortlistRatio"] = Whole(plan.ShortlistRatio), ["intakeOpensOn"] = Day(plan.IntakeOpensOn),
        ["intakeClosesOn"] = Day(plan.IntakeClosesOn),
        ["reReviewDays"] = Whole(plan.ReReviewDays), ["examOn"] = Day(plan.ExamOn), ["callUpUntil"] = Day(plan.CallUpUntil),
        ["noticeDays"] = Whole(plan.NoticeDays), ["joinsOn"] = Day(plan.JoinsOn),
    };

    /// <summary>The plan that the fields make, and one sentence for each field that is missing or not of its kind.</summary>
    /// <param name="text">A field's text, trimmed; empty when it is missing.</param>
    public static (RoundPlan Plan, IReadOnlyList<Bilingual> Faults) Read(Func<string, string> text)
    {
        var fields = new FieldReader(text);
        var plan = new RoundPlan
        {
            Post = text("post"), Subject = text("subject"), Stage = text("stage"), District = text("district"),
            Level = fields.Choice<PostLevel>("level"), Places = fields.Whole("places"), Entry = fields.Choice<EntryKind>("entry"),
            IsShortage = text("isShortage") == Yes, ReferenceDate = fields.Day("referenceDate"),
            AgeReading = fields.Choice<AgeReading>("ageReading"), WrittenWeightPercent = fields.Whole("writtenWeightPercent"),
            PassLine = fields.Number("passLine"), TieRule = fields.Choice<TieRule>("tieRule"),
            ShortlistRatio = fields.Whole("shortlistRatio"),
            IntakeOpensOn = fields.Day("intakeOpensOn"), IntakeClosesOn = fields.Day("intakeClosesOn"),
            ReReviewDays = fields.Whole("reReviewDays"), ExamOn = fields.Day("examOn"), CallUpUntil = fields.Day("callUpUntil"), NoticeDays = fields.Whole("noticeDays"),
            JoinsOn = fields.Day("joinsOn"),
        };
        return (plan, fields.Faults);
    }

    private static string Day(DateOnly day) => day == default ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class FieldReader(Func<string, string> text)
    {
        private readonly List<Bilingual> faults = [];

        public IReadOnlyList<Bilingual> Faults => faults;

        public DateOnly Day(string field) =>
            DateOnly.TryParseExact(text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : Missing<DateOnly>(field, "请填写日期", "needs a date");

        public int Whole(string field) =>
            int.TryParse(text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : Missing<int>(field, "请填写整数", "needs a whole number");

        public decimal Number(string field) =>
            decimal.TryParse(text(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number : Missing<decimal>(field, "请填写数字", "needs a number");

        public T Choice<T>(string field) where T : struct, Enum =>
            Enum.TryParse<T>(text(field), out var choice) && Enum.IsDefined(choice) ? choice : Missing<T>(field, "请选择一项", "needs a choice");

        private T Missing<T>(string field, string zh, string en) where T : struct
        {
            faults.Add(new Bilingual($"{Names[field].Zh}：{zh}。", $"{Names[field].En}: {en}."));
            return default;
        }
    }
}
