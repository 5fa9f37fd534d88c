namespace Workflows.Policy.Hiring;

/// <summary>
/// What the applicants' sheet says of one person: the cells as written, an empty string for an empty cell. Nothing is interpreted here;
/// <see cref="HiringRules.Evaluate"/> does that, so a corrected cell can be evaluated again.
/// </summary>
public sealed record ApplicantRecord
{
    /// <summary>姓名, without the spaces that people put inside a name.</summary>
    public string Name { get; init; } = "";

    /// <summary>出生日期 as written: a day, a month, an Excel serial, or anything else.</summary>
    public string BirthDate { get; init; } = "";

    /// <summary>最高学历 as written.</summary>
    public string Education { get; init; } = "";

    /// <summary>职称 as written.</summary>
    public string Title { get; init; } = "";

    /// <summary>任教经历: entries <c>PERIOD SCHOOL</c> separated by <c>;</c>, marked <c>(非一线)</c> where not front-line.</summary>
    public string Teaching { get; init; } = "";

    /// <summary>从教起始年月, used only where <see cref="Teaching"/> is empty.</summary>
    public string TeachingSince { get; init; } = "";

    /// <summary>任教学段: 幼儿园, 小学, 初中, 高中 or 中职.</summary>
    public string Stage { get; init; } = "";

    /// <summary>学位; no clause of hiring counts it.</summary>
    public string Degree { get; init; } = "";

    /// <summary>荣誉, separated by <c>;</c>; empty means none.</summary>
    public string Honours { get; init; } = "";

    /// <summary>现单位.</summary>
    public string Employer { get; init; } = "";

    /// <summary>现单位所在区.</summary>
    public string EmployerDistrict { get; init; } = "";

    /// <summary>身份证号 as written; never shown in a public notice.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>手机号; never shown in a public notice.</summary>
    public string Phone { get; init; } = "";

    /// <summary>邮箱.</summary>
    public string Email { get; init; } = "";

    /// <summary>备注, followed by the cells of columns that the table doesn't know, as <c>column: cell</c>, separated by <c>; </c>.</summary>
    public string Remarks { get; init; } = "";
}
