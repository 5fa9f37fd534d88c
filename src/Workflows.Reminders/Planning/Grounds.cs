using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;

namespace Workflows.Reminders.Planning;

/// <summary>Which clause makes a work item necessary, so that each mail can say why it came.</summary>
internal static class Grounds
{
    /// <summary>The clauses and their meaning for this item and role.</summary>
    public static Bilingual Of(WorkItem item, OfficeRole role) => item.Form switch
    {
        WorkItemForm.AgeReading => new(
            "R06：年龄条件“45周岁以下”的理解须由领导集体统一确认",
            "R06: leadership confirms the reading of the age limit (under 45) once for all"),
        WorkItemForm.Qualification or WorkItemForm.QualificationResults => new(
            "R05–R10：学历、年龄、职称、5年以上教学经历等资格条件须由人事干部逐人审查",
            "R05-R10: HR reviews education, age, title, 5 years of teaching and the other conditions of each applicant"),
        WorkItemForm.BackgroundReview or WorkItemForm.MedicalCheck => new(
            "R24：考察、体检是规定的聘用程序（《事业单位人事管理条例》第9条）",
            "R24: background review and medical check are part of the procedure (Regulations, Art. 9)"),
        WorkItemForm.Scores => new(
            "R24：考试是规定的聘用程序（《事业单位人事管理条例》第9条）",
            "R24: the examination is part of the procedure (Regulations, Art. 9)"),
        WorkItemForm.RevisePlan => new("R25：方案被退回，须修改后重新提交", "R25: the plan was returned and must be handed in again"),
        WorkItemForm.Waiver => new(
            "R09：适当放宽须由领导班子集体研究，逐案决定", "R09: leadership decides each waiver collectively"),
        WorkItemForm.SecondmentList => new(
            "R11、R12：每学期有派出计划，三年内须有一个学期到中小学挂职", "R11, R12: each semester has its list, and everybody spends a semester in three years at a school"),
        WorkItemForm.RotationList => new(
            "R13：每五年更新 20% 左右，每年核对一次轮岗和补充", "R13: about 20% are renewed in five years, looked at each year"),
        WorkItemForm.LineObjections => new("R11、R13：调派前听取本人意见，异议逐条处理", "R11, R13: teachers are heard before they go, and each objection is handled"),
        _ when item.Case.DefinitionId == Rotations.Definition => OfRotation(role),
        _ when item.Case.DefinitionId == Plans.Definition => OfPlan(role),
        _ when item.Case.DefinitionId == Cycles.Definition => new(
            "R12：三年内须有一个学期到中小学挂职，报到、检查、考核须登记", "R12: a semester in three years at a school; report, checks and assessment are recorded"),
        _ when item.Case.PersonId is not null => OfPerson(role),
        _ => OfRole(role),
    };

    private static Bilingual OfPlan(OfficeRole role) => role switch
    {
        OfficeRole.School => new("R11：派出名单须经接收学校会签", "R11: the host school countersigns who comes"),
        OfficeRole.EducationBureau => new("R11：派出名单须经教育局审批", "R11: the education bureau approves the list"),
        OfficeRole.Leadership => OfRole(role),
        _ => new("R11、R12：派出须按规定程序办理", "R11, R12: secondments follow the procedure"),
    };

    private static Bilingual OfRotation(OfficeRole role) => role switch
    {
        OfficeRole.School => new("R13：轮岗名单须经调入学校会签", "R13: the school to which somebody goes countersigns"),
        OfficeRole.EducationBureau => new("R13：轮岗名单须经教育局审批", "R13: the education bureau approves the rotation"),
        OfficeRole.Leadership => OfRole(role),
        _ => new("R13、R24：轮岗须按规定程序办理", "R13, R24: rotations follow the procedure"),
    };

    private static Bilingual OfPerson(OfficeRole role) => role switch
    {
        OfficeRole.Leadership => OfRole(role),
        OfficeRole.EstablishmentOffice => new("R25：离岗后核减在编人数", "R25: a place of the quota becomes free"),
        OfficeRole.PersonnelBureau => new("R24、R25：聘任和离岗须按程序会签，岗位不超核定数", "R24, R25: appointments and exits are countersigned, within the post structure"),
        _ => new("R24：聘任和离岗须按规定程序办理（能进能出、能上能下）", "R24: appointments and exits follow the procedure"),
    };

    private static Bilingual OfRole(OfficeRole role) => role switch
    {
        OfficeRole.EstablishmentOffice => new("R25：进人须有编制空缺", "R25: a vacancy in the establishment quota is needed"),
        OfficeRole.PersonnelBureau => new(
            "R25、R10：进人须有岗位空缺；区外引进仅限紧缺岗位",
            "R25, R10: a vacancy in the post structure is needed; from outside the district only for shortage posts"),
        OfficeRole.Leadership => new(
            "R24：人事事项须经领导班子集体研究（暂行规定第22条）", "R24: leadership decides collectively (2005 provisions, Art. 22)"),
        _ => new("R24、R25：聘用须按规定程序办理，有编制和岗位保障", "R24, R25: hiring follows the procedure, within quota and post structure"),
    };
}
