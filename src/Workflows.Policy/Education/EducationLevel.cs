namespace Workflows.Policy.Education;

/// <summary>The level of an education (学历, not degree), lowest first, so that levels compare with &lt; and &gt;.</summary>
public enum EducationLevel
{
    /// <summary>中专, 高中, 中师, 职高.</summary>
    Secondary,

    /// <summary>大专, 专科.</summary>
    Associate,

    /// <summary>本科.</summary>
    Bachelor,

    /// <summary>硕士研究生.</summary>
    Master,

    /// <summary>博士研究生.</summary>
    Doctor,
}
