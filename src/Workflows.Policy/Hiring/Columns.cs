namespace Workflows.Policy.Hiring;

/// <summary>The Chinese names of the applicants' columns, as warnings name them.</summary>
public static class Columns
{
    /// <summary>姓名.</summary>
    public const string Name = "姓名";

    /// <summary>出生日期.</summary>
    public const string BirthDate = "出生日期";

    /// <summary>最高学历.</summary>
    public const string Education = "最高学历";

    /// <summary>职称.</summary>
    public const string Title = "职称";

    /// <summary>任教经历.</summary>
    public const string Teaching = "任教经历";

    /// <summary>从教起始年月.</summary>
    public const string TeachingSince = "从教起始年月";

    /// <summary>任教学段.</summary>
    public const string Stage = "任教学段";

    /// <summary>学位.</summary>
    public const string Degree = "学位";

    /// <summary>荣誉.</summary>
    public const string Honours = "荣誉";

    /// <summary>现单位.</summary>
    public const string Employer = "现单位";

    /// <summary>现单位所在区.</summary>
    public const string EmployerDistrict = "现单位所在区";

    /// <summary>身份证号.</summary>
    public const string IdNumber = "身份证号";

    /// <summary>手机号.</summary>
    public const string Phone = "手机号";

    /// <summary>邮箱.</summary>
    public const string Email = "邮箱";

    /// <summary>备注.</summary>
    public const string Remarks = "备注";
}
