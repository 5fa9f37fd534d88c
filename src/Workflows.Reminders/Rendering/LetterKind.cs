using System.Text.Json;
using Workflows.Policy;
using Workflows.Processes.Mail;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;

namespace Workflows.Reminders.Rendering;

/// <summary>A kind of letter that the program writes, with an invented example on which its templates are tried at the start.</summary>
/// <param name="Name">The template's name, <c>hiring/work-item</c>.</param>
/// <param name="Example">The example's model, as JSON.</param>
public sealed record LetterKind(string Name, string Example)
{
    /// <summary>Every kind; each needs a template in every language.</summary>
    public static IReadOnlyList<LetterKind> All { get; } =
    [
        Of(Stage.Asked.Template, Item),
        Of(Stage.Due.Template, Item),
        Of(Stage.Escalated.Template, Item),
        Of(Stage.Urged.Template, Item),
        Of(Stage.Question.Template, Item),
        Of(Stage.Orphaned.Template, Item),
        Of(ColleagueLetters.Advice, Colleague),
        Of(ColleagueLetters.Copy, Colleague),
        Of(DigestLetter.Template, new DigestLetter("林秀英", 3, [DigestLine, DigestLine, DigestLine with { DueOn = null }], "https://hr.example.cn/")),
        Of(FailedLetter.Template, new FailedLetter(
            "林秀英", "张伟", "zhang@example.cn", "资格审查结果", "Failed", "550 5.1.1 No such user", 1, "https://hr.example.cn/cases/1")),
        Of("hiring/qualified", Applicant),
        Of("hiring/refusal", Applicant),
        Of("hiring/called-up", Applicant),
        Of("hiring/not-taken", Applicant),
        Of("hiring/joined", Applicant),
        Of("appointment/proposed", Appointed),
        Of("appointment/appointed", Appointed),
        Of("appointment/not-appointed", Appointed),
        Of("exit/proposed", Leaving),
        Of("exit/left", Leaving),
        Of("exit/stays", Leaving),
        Of(SecondmentLetters.Proposed, Seconded),
        Of(SecondmentLetters.Handled, Seconded),
        Of(SecondmentLetters.Placed, Seconded),
        Of(SecondmentLetters.CalledOff, Seconded),
        Of(RotationLetters.Proposed, Rotating),
        Of(RotationLetters.Handled, Rotating),
        Of(RotationLetters.Moved, Rotating),
        Of(RotationLetters.CalledOff, Rotating),
        .. ObligationRule.All.Select(rule => Of(rule.Template, Reminder)),
    ];

    /// <summary>The members that a letter of this kind may have.</summary>
    public IEnumerable<string> Members { get; } = [.. LetterModel.Read(Example).Keys];

    private static WorkItemLetter Item => new(
        "林秀英", new Bilingual("会签编制与岗位", "Countersign quota and posts"), new Bilingual("2026年第1轮", "Round 1 of 2026"),
        new Bilingual("编办", "the establishment office"), new Bilingual("R25：进人须有编制空缺", "R25: a vacancy is needed"),
        "2026-09-01", "2026-09-04", 3, 0, "https://hr.example.cn/cases/1")
    {
        OnBehalfOf = "罗建平", Words = "岗位是否有空缺？",
    };

    private static DigestLetter.Line DigestLine => new(Item.Title, Item.Case, Item.Why, Item.DueOn, Item.Link);

    private static ReminderLetter Reminder => new(
        "周敏", new Bilingual("本人", "the person concerned"), "R12", new Bilingual("周敏：挂职", "周敏: a semester at a school"),
        new Bilingual("每 3 年内须有一个学期到中小学", "one semester at a school in every 3 years"), "30", false, false, "2026-12-31", 30,
        "https://hr.example.cn/");

    private static ColleagueLetter Colleague => new(
        "林秀英", "罗建平", new Bilingual("2026年第1轮", "Round 1 of 2026"), "岗位有空缺。", "https://hr.example.cn/cases/1");

    private static ApplicantLetter Applicant => new(
        "张伟", "2026-01", "小学数学教研员", "年龄不符合条件",
        [new ApplicantLetter.Line("R06", new Bilingual("已满45周岁。", "Not under 45."))], "2026-10-09", 86.5m, 1, "2026-11-01");

    private static PersonLetter Appointed => new(
        "周敏", new Bilingual("聘任 周敏 专业技术9级", "Appointment of 周敏: grade 9"), 8, 9, new Bilingual("降低岗位等级", "move down"), "2026-10-01",
        "年度考核不合格", "2026-09-09", "本年度岗位调整暂缓", "沙教聘〔2026〕7号");

    private static PersonLetter Leaving => new(
        "周敏", new Bilingual("辞职 周敏", "周敏: resignation"), null, null, new Bilingual("辞职", "resignation"), "2026-10-01",
        "个人原因", "2026-09-09", "本人撤回申请", "沙教离〔2026〕7号");

    private static SecondmentLetter Seconded => new(
        "周敏", new Bilingual("2026—2027学年第二学期", "spring semester of 2026-2027"), "城关小学", new Bilingual("挂职锻炼", "secondment"),
        "R12：最迟 2026-2027-2", "2027-02-22", "2027-07-02", true, "2026-12-11", 5, new Bilingual("维持原安排", "the line stays as it is"), "本学科无人可替换",
        "沙教派〔2026〕7号", "/secondment/lines/1")
    {
        Link = "https://hr.example.cn/secondment/lines/1",
    };

    private static RotationLetter Rotating => new(
        "周敏", 2027, "城关小学", "R13：在岗 12 年，最久", "2027-08-01", "2027-05-14", 5, new Bilingual("维持原安排", "the line stays as it is"), "本学科无人可替换",
        "沙教调〔2027〕3号", "/rotation/lines/1")
    {
        Link = "https://hr.example.cn/rotation/lines/1",
    };

    private static LetterKind Of<T>(string name, T example) => new(name, JsonSerializer.Serialize(example, PolicyJson.Options));
}
