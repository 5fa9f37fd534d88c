using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>The words for levels of education and title.</summary>
public static class LevelNames
{
    /// <summary>The words for a level of education.</summary>
    public static Bilingual Of(EducationLevel level) => level switch
    {
        EducationLevel.Doctor => new("博士研究生", "doctorate"),
        EducationLevel.Master => new("硕士研究生", "master's level"),
        EducationLevel.Bachelor => new("本科", "bachelor's level"),
        EducationLevel.Associate => new("专科", "associate level"),
        _ => new("中专（高中）", "secondary level"),
    };

    /// <summary>The words for a level of title.</summary>
    public static Bilingual Of(TitleLevel level) => level switch
    {
        TitleLevel.FullSenior => new("正高级", "full senior"),
        TitleLevel.Senior => new("高级", "senior"),
        TitleLevel.Intermediate => new("中级", "intermediate"),
        TitleLevel.Assistant => new("助理级", "assistant"),
        TitleLevel.Junior => new("员级", "junior"),
        _ => new("无职称", "no title"),
    };
}
