using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the things of a hiring round.</summary>
public static class HiringNames
{
    /// <summary>How far a round has come.</summary>
    public static Bilingual Of(RoundStage stage) => stage switch
    {
        RoundStage.Drafted => new("起草", "Draft"),
        RoundStage.Countersigning => new("会签", "Countersigning"),
        RoundStage.Announced => new("已公告，报名中", "Announced, taking applications"),
        RoundStage.QualificationReview => new("资格审查", "Qualification review"),
        RoundStage.Examination => new("考试", "Examination"),
        RoundStage.Checks => new("考察体检", "Checks"),
        RoundStage.Deciding => new("集体研究", "Collective decision"),
        RoundStage.OnNotice => new("公示", "On public notice"),
        RoundStage.Filing => new("备案发文", "Filing"),
        RoundStage.Completed => new("已完成", "Completed"),
        RoundStage.Closed => new("已终止", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>A stage in a word or two, for the row of all stages.</summary>
    public static Bilingual Step(RoundStage stage) => stage switch
    {
        RoundStage.Countersigning => new("会签", "Countersign"),
        RoundStage.Announced => new("报名", "Intake"),
        RoundStage.QualificationReview => new("资格审查", "Review"),
        RoundStage.Deciding => new("集体研究", "Decision"),
        RoundStage.OnNotice => new("公示", "Notice"),
        RoundStage.Completed => new("完成", "Done"),
        _ => Of(stage),
    };

    /// <summary>A column of the applicants' table; one that the table doesn't know keeps its name.</summary>
    public static Bilingual Column(string column) => new(column, column switch
    {
        Columns.Name => "Name",
        Columns.BirthDate => "Birth date",
        Columns.Education => "Education",
        Columns.Title => "Title",
        Columns.Teaching => "Teaching",
        Columns.TeachingSince => "Teaching since",
        Columns.Stage => "School stage",
        Columns.Degree => "Degree",
        Columns.Honours => "Honours",
        Columns.Employer => "Employer",
        Columns.EmployerDistrict => "Employer's district",
        Columns.IdNumber => "ID number",
        Columns.Phone => "Phone",
        Columns.Email => "Mail",
        Columns.Remarks => "Remarks",
        _ => column,
    });

    /// <summary>Where an application stands.</summary>
    public static Bilingual Of(Standing standing) => standing switch
    {
        Standing.Received => new("已报名", "Received"),
        Standing.UnderReview => new("资格审查中", "Under review"),
        Standing.Qualified => new("审查合格", "Qualified"),
        Standing.Refused => new("审查不合格", "Refused"),
        Standing.NotShortlisted => new("未入围", "Not shortlisted"),
        Standing.Shortlisted => new("入围待递补", "Shortlisted"),
        Standing.CalledUp => new("考察体检中", "In checks"),
        Standing.FailedChecks => new("考察体检不合格", "Failed the checks"),
        Standing.Proposed => new("拟录用", "Proposed"),
        Standing.Struck => new("公示后取消", "Struck"),
        Standing.Joined => new("已录用", "Joined"),
        Standing.NotTaken => new("未录用", "Not taken"),
        Standing.Withdrawn => new("本人撤回", "Withdrew"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };

    /// <summary>The chip's tone for a standing.</summary>
    public static string Tone(Standing standing) => standing switch
    {
        Standing.Qualified or Standing.Proposed or Standing.Joined => "good",
        Standing.Refused or Standing.FailedChecks or Standing.Struck => "bad",
        Standing.UnderReview or Standing.CalledUp or Standing.Shortlisted => "wait",
        _ => "",
    };

    /// <summary>The level of a post.</summary>
    public static Bilingual Of(PostLevel level) => level switch
    {
        PostLevel.Senior => new("高级岗", "Senior post"),
        PostLevel.Intermediate => new("中级岗", "Intermediate post"),
        PostLevel.Junior => new("初级岗", "Junior post"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
    };

    /// <summary>How a person comes.</summary>
    public static Bilingual Of(EntryKind entry) => entry is EntryKind.TransferOrder
        ? new("遴选调入（调令）", "Transfer order")
        : new("公开招聘（聘用合同）", "Employment contract");

    /// <summary>What decides between equal totals.</summary>
    public static Bilingual Of(TieRule rule) => rule is TieRule.HigherInterview
        ? new("面试成绩高者优先", "Higher interview score first")
        : new("笔试成绩高者优先", "Higher written score first");

    /// <summary>A point of the background review.</summary>
    public static Bilingual Of(ChecklistPoint point) => point switch
    {
        ChecklistPoint.Archive => new("人事档案（专项审核）", "Personnel archive, with its special audit"),
        ChecklistPoint.EducationProof => new("学历学位证明", "Proof of education and degree"),
        ChecklistPoint.TitleProof => new("职称证明", "Proof of title"),
        ChecklistPoint.TeacherCertificate => new("教师资格证", "Teacher certificate"),
        ChecklistPoint.Discipline => new("处分与违纪记录", "Discipline record"),
        ChecklistPoint.YearlyAssessments => new("年度考核", "Yearly assessments"),
        ChecklistPoint.WorkWithMinors => new("从业查询（未成年人保护法第62条）", "Check of people who work with minors (Art. 62)"),
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, "No such point."),
    };
}
