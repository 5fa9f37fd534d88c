using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the entries of a case's record.</summary>
public static class AuditNames
{
    private static readonly Dictionary<string, Bilingual> Names = new()
    {
        ["RoundSubmitted"] = new("提交招聘方案", "Plan handed in"),
        ["PlanRevised"] = new("修改招聘方案", "Plan revised"),
        ["RoundAnnounced"] = new("发布招聘公告，方案锁定", "Announced; the plan is locked"),
        ["AgeReadingConfirmed"] = new("确认年龄口径", "Age reading confirmed"),
        ["ApplicationTaken"] = new("收到报名", "Application taken in"),
        ["ApplicationChanged"] = new("报名材料更新", "Application changed"),
        ["ApplicationCorrected"] = new("更正报名材料", "Application corrected"),
        ["ApplicationWithdrawn"] = new("应聘人撤回", "Applicant withdrew"),
        ["EligibilityChecked"] = new("按条款初审", "Checked by the clauses"),
        ["ReReviewRequested"] = new("申请复审", "Re-review asked for"),
        ["ScoresRecorded"] = new("录入成绩", "Scores entered"),
        ["ApplicantsRanked"] = new("排名入围", "Ranked and shortlisted"),
        ["ChecksConcluded"] = new("考察体检有结论", "Checks concluded"),
        ["NoticePosted"] = new("发布公示", "Public notice posted"),
        ["NoticeConcluded"] = new("公示结束", "Public notice over"),
        ["ObjectionFiled"] = new("收到异议，公示暂停", "Objection taken in; the notice stands still"),
        ["ObjectionHandled"] = new("异议已处理", "Objection handled"),
        ["NoVacancy"] = new("编制或岗位不足", "No vacancy in quota or posts"),
        ["TransferInRecorded"] = new("登记调入", "Transfer-in recorded"),
        ["RoundClosed"] = new("招聘结束", "Round closed"),
        ["RoundWithdrawn"] = new("撤回批次", "Round called off"),
        ["KinshipDeclared"] = new("签署亲属关系声明", "Kinship declaration signed"),
        ["ApplicantHasNoAddress"] = new("应聘人没有邮箱，请另行告知", "The applicant has no mail address: tell them otherwise"),
        ["PersonalDataViewed"] = new("查看个人信息", "Personal data looked at"),
        ["AppointmentProposed"] = new("提出聘任", "Appointment proposed"),
        ["AppointmentRevised"] = new("修改聘任方案", "Appointment revised"),
        ["AppointmentChecked"] = new("核对职称与岗位空缺", "Title and vacancy checked"),
        ["AppointmentRecorded"] = new("登记聘任", "Appointment recorded"),
        ["ExitOpened"] = new("发起离岗", "Exit opened"),
        ["ExitRevised"] = new("修改离岗方案", "Exit revised"),
        ["ExitRecorded"] = new("登记离岗日期与原因", "Last day and reason recorded"),
        ["ExitNotRecorded"] = new("未能登记离岗", "Exit not recorded"),
        ["AccountClosed"] = new("停用本人账户", "The person's account is closed"),
        ["StatementInvited"] = new("书面告知，可陈述至", "Told in writing; may speak up until"),
        ["StatementRecorded"] = new("本人书面陈述", "The person spoke up"),
        ["PersonCaseWithdrawn"] = new("人事撤回", "Withdrawn by HR"),
        ["PersonHasNoAddress"] = new("本人没有邮箱，请另行告知", "The person has no mail address: tell them otherwise"),
        ["WaiverOpened"] = new("提请放宽，列入登记簿", "Waiver entered into the register"),
        ["WaiverDecided"] = new("放宽有结论", "Waiver decided"),
        ["WorkItemSkipped"] = new("同一审批人，自动通过", "Same approver as before: passed by itself"),
        ["WorkItemDecided"] = new("办理事项", "Item decided"),
    };

    /// <summary>The entry in words; an action that is new to the screen stays as it is written.</summary>
    public static Bilingual Of(AuditEntry entry)
    {
        var name = Action(entry.Action);
        return Value(entry) is { } value ? new Bilingual($"{name.Zh}：{value.Zh}", $"{name.En}: {value.En}") : name;
    }

    /// <summary>The action in words.</summary>
    public static Bilingual Action(string action) => Names.GetValueOrDefault(action) ?? new Bilingual(action, action);

    private static Bilingual? Value(AuditEntry entry)
    {
        return entry.Action switch
        {
            "KinshipDeclared" => entry.NewValue == "0" ? new("无亲属", "no relatives") : new($"{entry.NewValue} 名亲属",
                $"{entry.NewValue} relatives"),
            "ObjectionHandled" => entry.NewValue == "Upheld" ? new("成立", "upheld") : new("不成立", "dismissed"),
            "AppointmentChecked" => entry.NewValue == "Allowed" ? new("符合", "allowed") : new("不符合", "not allowed"),
            "StatementRecorded" => entry.NewValue == "Objects" ? new("有异议", "objects") : new("无异议", "doesn't object"),
            "StatementInvited" or "ExitRecorded" => new(entry.NewValue, entry.NewValue),
            "WaiverDecided" when Enum.TryParse<WaiverResult>(entry.NewValue, out var result) => WaiverNames.Of(result),
            "RoundAnnounced" => new(entry.NewValue, entry.NewValue),
            _ when Enum.TryParse<Verdict>(entry.NewValue, out var verdict) => HiringWording.Name(verdict),
            // Other values, such as a whole plan or somebody's scores, belong into the auditor's table, not into the story.
            _ => null,
        };
    }
}
