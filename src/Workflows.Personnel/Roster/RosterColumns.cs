using System.Collections.Immutable;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Roster;

/// <summary>The columns of the sheet 人员.</summary>
public static class RosterColumns
{
    /// <summary>姓名.</summary>
    public const string Name = "姓名";

    /// <summary>性别.</summary>
    public const string Gender = "性别";

    /// <summary>教职工号.</summary>
    public const string StaffNumber = "教职工号";

    /// <summary>身份证号.</summary>
    public const string IdNumber = "身份证号";

    /// <summary>身份证件号: the number's name in rosters that also hold other papers.</summary>
    public const string PaperNumber = "身份证件号";

    /// <summary>身份证件类型.</summary>
    public const string PaperKind = "身份证件类型";

    /// <summary>出生日期.</summary>
    public const string BirthDate = "出生日期";

    /// <summary>进本校年月.</summary>
    public const string Joined = "进本校年月";

    /// <summary>教职工类别.</summary>
    public const string Category = "教职工类别";

    /// <summary>人员状态.</summary>
    public const string Status = "人员状态";

    /// <summary>是否在编.</summary>
    public const string OnEstablishment = "是否在编";

    /// <summary>学段.</summary>
    public const string Stage = "学段";

    /// <summary>任教学科.</summary>
    public const string Subject = "任教学科";

    /// <summary>最高学历.</summary>
    public const string Education = "最高学历";

    /// <summary>职称.</summary>
    public const string Title = "职称";

    /// <summary>职称取得时间.</summary>
    public const string TitleSince = "职称取得时间";

    /// <summary>岗位等级.</summary>
    public const string PostGrade = "岗位等级";

    /// <summary>岗位聘任时间.</summary>
    public const string PostSince = "岗位聘任时间";

    /// <summary>是否班子成员.</summary>
    public const string Leadership = "是否班子成员";

    /// <summary>任期起止.</summary>
    public const string Term = "任期起止";

    /// <summary>荣誉.</summary>
    public const string Honours = "荣誉";

    /// <summary>原单位.</summary>
    public const string FormerEmployer = "原单位";

    /// <summary>离校年月.</summary>
    public const string Left = "离校年月";

    /// <summary>离校原因.</summary>
    public const string LeaveReason = "离校原因";

    /// <summary>手机号.</summary>
    public const string Phone = "手机号";

    /// <summary>邮箱.</summary>
    public const string Email = "邮箱";

    /// <summary>备注.</summary>
    public const string Remarks = "备注";

    /// <summary>All columns; the first is the name.</summary>
    public static ImmutableArray<ColumnDefinition> All { get; } =
    [
        new(Name, "name", Mandatory: true),
        new(Gender, "gender", Mandatory: true),
        new(StaffNumber, "staff_number"),
        new(PaperKind, "id_type"),
        new(PaperNumber, "paper_number"),
        new(IdNumber, "id_number"),
        new(BirthDate, "birth_date", Mandatory: true),
        new("民族", "ethnicity"),
        new("政治面貌", "political_status"),
        new("参加工作年月", "work_since"),
        new(Joined, "joined", Mandatory: true),
        new("从教起始年月", "teaching_since"),
        new(Category, "category", Mandatory: true),
        new(Status, "status", Mandatory: true),
        new(OnEstablishment, "on_establishment"),
        new(Stage, "stage"),
        new(Subject, "subject"),
        new(Education, "education", Mandatory: true),
        new("学位", "degree"),
        new("毕业院校", "graduated_from"),
        new("所学专业", "major"),
        new(Title, "title", Mandatory: true),
        new(TitleSince, "title_since"),
        new(PostGrade, "post_grade"),
        new(PostSince, "post_since"),
        new("教师资格类型", "teacher_certificate"),
        new(Leadership, "leadership"),
        new(Term, "term"),
        new(Honours, "honours"),
        new(FormerEmployer, "former_employer"),
        new("原单位所在区", "former_district"),
        new("上次挂职起止", "last_secondment"),
        new("上次挂职学校", "last_host_school"),
        new(Left, "left"),
        new(LeaveReason, "leave_reason"),
        new(Phone, "phone"),
        new(Email, "email"),
        new(Remarks, "remarks"),
    ];

    /// <summary>Columns that hold a day or a month.</summary>
    internal static ImmutableArray<string> Dates { get; } = ["参加工作年月", "从教起始年月", TitleSince, PostSince];

    /// <summary>Columns that a person has no field for; they are kept as they are written.</summary>
    public static ImmutableArray<string> Further { get; } =
    [
        PaperKind, "民族", "政治面貌", "参加工作年月", "从教起始年月", "学位", "毕业院校", "所学专业", TitleSince, PostSince,
        "教师资格类型", "原单位所在区", "上次挂职起止", "上次挂职学校",
    ];
}
