namespace Workflows.Policy.Titles;

/// <summary>The level of a professional title (职称), lowest first, so that levels compare with &lt; and &gt;.</summary>
public enum TitleLevel
{
    /// <summary>No title yet (无, 未定职级, 未评).</summary>
    None,

    /// <summary>三级教师, 教员.</summary>
    Junior,

    /// <summary>二级教师, 助理讲师.</summary>
    Assistant,

    /// <summary>一级教师, 讲师.</summary>
    Intermediate,

    /// <summary>高级教师, 高级讲师 (副高).</summary>
    Senior,

    /// <summary>正高级教师, 正高级讲师.</summary>
    FullSenior,
}
