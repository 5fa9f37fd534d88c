using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Lists;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Processes.Lists;
using Workflows.Processes.WorkItems;

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
        ["NoticeNumbered"] = new("登记公示文号", "Notice numbered"),
        ["CaseCommented"] = new("留言", "Comment"),
        ["AttachmentAdded"] = new("添加附件", "File attached"),
        ["AttachmentRemoved"] = new("撤回附件", "File taken back"),
        ["AttachmentOpened"] = new("下载附件", "File downloaded"),
        ["NoVacancy"] = new("编制或岗位不足", "No vacancy in quota or posts"),
        ["TransferInRecorded"] = new("登记调入", "Transfer-in recorded"),
        ["RoundClosed"] = new("招聘结束", "Round closed"),
        ["RoundWithdrawn"] = new("撤回批次", "Round called off"),
        ["KinshipDeclared"] = new("签署亲属关系声明", "Kinship declaration signed"),
        ["ApplicantHasNoAddress"] = new("应聘人没有邮箱，请另行告知", "The applicant has no mail address: tell them otherwise"),
        ["PersonalDataViewed"] = new("查看个人信息", "Personal data looked at"),
        ["PersonalDataErased"] = new("保存期满，删除个人信息", "Personal data erased: their time was over"),
        ["PersonExported"] = new("导出本人全部信息", "All data of a person taken"),
        ["BackupTaken"] = new("备份", "Backup taken"),
        ["SendingOpened"] = new("恢复备份后开始发信", "Mail opened after a restore"),
        ["CaseMigrated"] = new("改按新版流程办理", "Moved to a newer version of the process"),
        ["CaseNotMigrated"] = new("未能改按新版流程办理", "Could not move to the newer version"),
        ["AppointmentProposed"] = new("提出聘任", "Appointment proposed"),
        ["AppointmentRevised"] = new("修改聘任方案", "Appointment revised"),
        ["AppointmentChecked"] = new("核对职称与岗位空缺", "Title and vacancy checked"),
        ["AppointmentRecorded"] = new("登记聘任", "Appointment recorded"),
        ["ExitOpened"] = new("发起离岗", "Exit opened"),
        ["ExitRevised"] = new("修改离岗方案", "Exit revised"),
        ["ExitRecorded"] = new("登记离岗日期与原因", "Last day and reason recorded"),
        ["ExitNotRecorded"] = new("未能登记离岗", "Exit not recorded"),
        ["StatementInvited"] = new("书面告知，可陈述至", "Told in writing; may speak up until"),
        ["StatementRecorded"] = new("本人书面陈述", "The person spoke up"),
        ["PersonCaseWithdrawn"] = new("人事撤回", "Withdrawn by HR"),
        ["PersonHasNoAddress"] = new("本人没有邮箱，请另行告知", "The person has no mail address: tell them otherwise"),
        ["PlanOpened"] = new("开列派出名单", "List opened"),
        ["RotationOpened"] = new("提出轮岗建议", "Rotation proposed"),
        ["RotationVacancyEdited"] = new("修改补充岗位", "Vacancy changed"),
        ["RotationDayChanged"] = new("修改调动生效日", "Day of the transfers changed"),
        ["TransferRecorded"] = new("登记调动", "Transfer recorded"),
        ["VacancyOpened"] = new("起草补充招聘", "Hiring round opened"),
        ["PlanLineEdited"] = new("修改名单", "List changed"),
        ["PlanLineStruck"] = new("从名单去掉", "Taken off the list"),
        ["TeachersAsked"] = new("书面征求本人意见，可答复至", "Teachers asked; may answer until"),
        ["PlanLineAnswered"] = new("本人意见", "A teacher answered"),
        ["LineObjectionHandled"] = new("处理异议", "Objection handled"),
        ["PlacementOpened"] = new("登记派出", "Placement opened"),
        ["CycleOpened"] = new("周期开始，须在此前完成", "Cycle opened; to be completed by"),
        ["CycleEnded"] = new("周期终止", "Cycle ended"),
        ["CycleFulfilled"] = new("已由其他记录完成", "Fulfilled by another record"),
        ["CycleNotFulfilled"] = new("不足一个完整学期，周期继续", "No full semester: the cycle goes on"),
        ["PlacementTakenUp"] = new("确定派出", "Placement taken up"),
        ["ReportedForDuty"] = new("报到", "Reported for duty"),
        ["PlacementInterrupted"] = new("中断派出", "Placement broken off"),
        ["PlacementClosed"] = new("派出结束", "Placement closed"),
        ["PlacementRecorded"] = new("直接登记派出", "Placement entered"),
        ["PlacementRetracted"] = new("撤销派出记录", "Placement retracted"),
        ["WishRecorded"] = new("登记意愿、豁免或固定学校", "Wish, exemption or decided school recorded"),
        ["SchoolEdited"] = new("登记接收学校", "Host school recorded"),
        ["WaiverOpened"] = new("提请放宽，列入登记簿", "Waiver entered into the register"),
        ["WaiverDecided"] = new("放宽有结论", "Waiver decided"),
        ["ReminderSwitched"] = new("开关提醒规则", "Reminder rule switched"),
        ["AddressSettled"] = new("处理问题邮箱", "Mail address settled"),
        ["WorkItemDecided"] = new("办理事项", "Item decided"),
        ["WorkItemClaimed"] = new("签收", "Claimed"),
        ["WorkItemReleased"] = new("退签", "Given back to the role"),
        ["WorkItemTransferred"] = new("转办", "Given on"),
        ["WorkItemAssigned"] = new("指定办理人", "Assigned"),
        ["WorkItemUrged"] = new("催办", "Urged"),
        ["WorkItemSkipped"] = new("与上一环节同一审批人，自动通过", "Passed by itself: same approver as the step before"),
        ["ColleagueConsulted"] = new("征询", "Asked for advice"),
        ["AdviceGiven"] = new("答复征询", "Advice given"),
        ["QuestionTakenBack"] = new("撤回征询", "Question taken back"),
        ["SignerAdded"] = new("加签", "Signer added"),
        ["SignerRemoved"] = new("减签", "Signer removed"),
        ["DecisionTakenBack"] = new("拿回决定", "Decision taken back"),
        ["CopiesSent"] = new("抄送", "Copies sent"),
        ["CopyRead"] = new("已阅", "Copy read"),
        ["CaseTerminated"] = new("终止办件", "Case terminated"),
        ["LetterSettled"] = new("人工确认邮件", "Letter settled by hand"),
        ["RosterImported"] = new("导入花名册", "Roster imported"),
        ["RosterExported"] = new("导出花名册", "Roster exported"),
        ["ItemsEntered"] = new("登记标准项", "Items of the standard entered"),
        ["ItemCharged"] = new("标准项任务到人", "Item given to its owner"),
        ["ItemRemoved"] = new("移出标准项", "Item taken off"),
        ["InspectionOpened"] = new("建立督导清单", "Inspection's checklist opened"),
        ["InspectionCalledOff"] = new("取消督导", "Inspection called off"),
        ["PaperAdded"] = new("提交佐证材料", "Paper handed in"),
        ["PaperWithdrawn"] = new("撤回佐证材料", "Paper taken back"),
        ["YearRecorded"] = new("登记年度投入", "A year's money recorded"),
        ["TermRecorded"] = new("登记任期目标与考核", "Goals of a term recorded"),
        ["SubjectsChecked"] = new("任教学科年度核查", "Subjects checked for the year"),
        ["EvidenceTaken"] = new("取用条款佐证", "Evidence taken"),
        ["FutureApproved"] = new("批准推演", "Future approved"),
        ["RosterRowChanged"] = new("导入更新", "Changed by an import"),
        ["SpellingAnswered"] = new("说明写法", "Word explained"),
        ["SpellingWithdrawn"] = new("撤回写法说明", "Explanation of a word taken back"),
        ["TitleCorrected"] = new("更正职称记录", "Title corrected"),
        ["StatusCorrected"] = new("更正状态记录", "Status corrected"),
        ["PlacementCorrected"] = new("更正挂职记录", "Placement corrected"),
        ["DeputyNamed"] = new("指定代理人", "Deputy named"),
        ["DeputyshipEnded"] = new("结束代理", "Deputyship ended"),
        ["AccountOpened"] = new("开设账户", "Account opened"),
        ["RolesChanged"] = new("变更角色", "Roles changed"),
        ["SchoolChanged"] = new("所属学校", "School of the account"),
        ["CalendarOpened"] = new("生成日历订阅地址", "Calendar address opened"),
        ["CalendarClosed"] = new("停用日历订阅地址", "Calendar address closed"),
        ["AccountClosed"] = new("停用账户", "Account closed"),
        ["AccountReopened"] = new("恢复账户", "Account reopened"),
        ["DefinitionPublished"] = new("发布流程", "Process published"),
        ["CalendarSaved"] = new("保存校历", "Calendar saved"),
        ["CalendarDropped"] = new("校历恢复为文件", "Calendar back to the file"),
        ["DueDayMoved"] = new("期限随工作日调整", "Due day moved with the working days"),
        ["PasswordReset"] = new("重置密码", "Password reset"),
    };

    /// <summary>The entry in words; an action that is new to the screen stays as it is written.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="names">The names of the accounts in it.</param>
    public static Bilingual Of(AuditEntry entry, IReadOnlyDictionary<Guid, string> names)
    {
        var name = Action(entry.Action);
        return Value(entry, names) is { } value ? new Bilingual($"{name.Zh}：{value.Zh}", $"{name.En}: {value.En}") : name;
    }

    /// <summary>The accounts in an entry: who acted, for whom, and those in its values.</summary>
    public static IEnumerable<Guid> Accounts(AuditEntry entry) =>
        new[] { entry.Subject, entry.OldValue, entry.NewValue }.SelectMany(text => text.Split(' ')).Select(Id).Append(entry.ActorId).Append(entry.OnBehalfOf).OfType<Guid>();

    /// <summary>A value of an entry with the names in place of the accounts' ids.</summary>
    public static string Named(string value, IReadOnlyDictionary<Guid, string> names) =>
        string.Join(' ', value.Split(' ').Select(word => Id(word) is { } id ? names.GetValueOrDefault(id, word) : word));

    // Only a long word can be an id; shorter ones are common, and a thousand lines are told at a time.
    private static Guid? Id(string word) => word.Length == 36 && Guid.TryParse(word, out var id) ? id : null;

    /// <summary>The action in words.</summary>
    public static Bilingual Action(string action) => Names.GetValueOrDefault(action) ?? new Bilingual(action, action);

    private static Bilingual? Value(AuditEntry entry, IReadOnlyDictionary<Guid, string> names)
    {
        return entry.Action switch
        {
            "KinshipDeclared" => entry.NewValue switch
            {
                "0" => new("无亲属", "no relatives"),
                "1" => new("1 名亲属", "one relative"),
                var count => new($"{count} 名亲属", $"{count} relatives"),
            },
            "ObjectionHandled" => entry.NewValue.StartsWith("Upheld", StringComparison.Ordinal) ? new("成立", "upheld") : new("不成立", "dismissed"),
            "CaseMigrated" or "CaseNotMigrated" => new($"第{entry.OldValue}版→第{entry.NewValue}版", $"version {entry.OldValue} to {entry.NewValue}"),
            "NoticeNumbered" => new(entry.NewValue, entry.NewValue),
            "DueDayMoved" => Same($"{entry.OldValue} → {entry.NewValue}"),
            "NoticeConcluded" when Enum.TryParse<NoticeResult>(entry.NewValue, out var result) => NoticeNames.Of(result),
            "WorkItemTransferred" or "WorkItemAssigned" or "ColleagueConsulted" => Same(Named(entry.NewValue, names)),
            "CopiesSent" => new(Named(entry.NewValue, names).Replace(" ", "、", StringComparison.Ordinal), Named(entry.NewValue, names).Replace(" ", ", ", StringComparison.Ordinal)),
            "AccountOpened" or "AccountReopened" or "RolesChanged" => Roles(entry.NewValue),
            "DeputyNamed" => Same($"{Named(entry.Subject, names)} ← {Named(entry.NewValue, names)}"),
            "DeputyshipEnded" => Same($"{Named(entry.Subject, names)} ← {Named(entry.OldValue, names)}"),
            "WorkItemUrged" => Asked(entry.NewValue, names),
            "WorkItemReleased" or "SignerRemoved" or "QuestionTakenBack" => Same(Named(entry.OldValue, names)),
            "SignerAdded" => entry.Subject.EndsWith("before", StringComparison.Ordinal)
                ? new($"{Named(entry.NewValue, names)}（在前）", $"{Named(entry.NewValue, names)}, before")
                : new($"{Named(entry.NewValue, names)}（在后）", $"{Named(entry.NewValue, names)}, after"),
            "SchoolChanged" => entry.NewValue.Length > 0 ? Same(entry.NewValue) : new("不再属于学校", "none any more"),
            "DecisionTakenBack" => Outcomes.Name(DecisionLine.Read(entry.OldValue).Outcome),
            "AppointmentChecked" => entry.NewValue == "Allowed" ? new("符合", "allowed") : new("不符合", "not allowed"),
            "StatementRecorded" => entry.NewValue == "Objects" ? new("有异议", "objects") : new("无异议", "doesn't object"),
            "PlanLineAnswered" when Enum.TryParse<TeacherAnswer>(entry.NewValue, out var said) => SecondmentNames.Of(said),
            "LineObjectionHandled" when Enum.TryParse<ObjectionHandling>(entry.NewValue, out var how) => SecondmentNames.Of(how),
            "PlacementClosed" when Enum.TryParse<PlacementState>(entry.NewValue, out var state) => SecondmentNames.Of(state),
            "TeachersAsked" or "CycleOpened" or "PlacementOpened" or "PlacementTakenUp" or "ReportedForDuty" => new(entry.NewValue, entry.NewValue),
            "StatementInvited" or "ExitRecorded" or "RotationOpened" or "RotationDayChanged" or "TransferRecorded" => new(entry.NewValue, entry.NewValue),
            "WaiverDecided" when Enum.TryParse<WaiverResult>(entry.NewValue, out var result) => WaiverNames.Of(result),
            "RoundAnnounced" or "RosterImported" or "RosterRowChanged" => new(entry.NewValue, entry.NewValue),
            "RosterExported" => entry.NewValue == "masked" ? new("个人信息已遮盖", "masked") : new("含个人信息", "with personal data"),
            "SpellingAnswered" => Same($"{entry.Subject} → {entry.NewValue}"),
            "SpellingWithdrawn" => Same($"{entry.Subject} → {entry.OldValue}"),
            "TitleCorrected" or "StatusCorrected" or "PlacementCorrected" => Same(entry.NewValue.Length > 0 ? $"{entry.OldValue} → {entry.NewValue}" : entry.OldValue),
            "VacancyOpened" => Same($"{entry.Subject} · {entry.NewValue}"),
            "NoticePosted" => new($"{entry.NewValue}天", $"{entry.NewValue} days"),
            // By its name: any number would pass for a verdict, too.
            _ when Enum.GetNames<Verdict>().Contains(entry.NewValue) => HiringWording.Name(Enum.Parse<Verdict>(entry.NewValue)),
            // Other values, such as a whole plan or somebody's scores, belong into the auditor's table, not into the story.
            _ => null,
        };
    }

    // Who is asked: by name, or everybody who holds a role.
    private static Bilingual Asked(string written, IReadOnlyDictionary<Guid, string> names)
    {
        var asked = written.Split(' ').Select(word => Enum.TryParse<OfficeRole>(word, out var role) ? OfficeRoles.Name(role) : Same(Named(word, names))).ToList();
        return new(string.Join("、", asked.Select(one => one.Zh)), string.Join(", ", asked.Select(one => one.En)));
    }

    private static Bilingual Same(string text) => new(text, text);

    private static Bilingual Roles(string written)
    {
        var roles = written.Split(' ').Where(word => Enum.TryParse<OfficeRole>(word, out _)).Select(word => OfficeRoles.Name(Enum.Parse<OfficeRole>(word))).ToList();
        return new(string.Join("、", roles.Select(role => role.Zh)), string.Join(", ", roles.Select(role => role.En)));
    }
}
