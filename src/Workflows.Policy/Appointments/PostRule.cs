using Workflows.Policy.Hiring;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Appointments;

/// <summary>
/// 评 and 聘 are two things (R02, R24): nobody is appointed to a post grade above the title held; a grade below it is allowed (高职低聘).
/// </summary>
public static class PostRule
{
    /// <summary>Whether the title held allows the post grade.</summary>
    /// <param name="title">The title as written on the roster.</param>
    /// <param name="stage">The school stage as written.</param>
    /// <param name="grade">The post grade, 1 being the highest.</param>
    /// <param name="ladder">The ladder of titles with their post grades.</param>
    public static PostFinding Evaluate(string title, string stage, int grade, TitleLadder ladder)
    {
        var required = ladder.ForGrade(grade);
        var held = ladder.Read(title, stage).Level;
        var result = required is null || held is null ? FindingResult.Unknown : held >= required ? FindingResult.Met : FindingResult.NotMet;
        return new PostFinding(result, grade, required, held, title);
    }
}

/// <summary>What the title held says of a post grade.</summary>
/// <param name="Result">Met, not met, or unknown where title or grade isn't on the ladder.</param>
/// <param name="Grade">The post grade.</param>
/// <param name="Required">The level of title that the grade is meant for; null where the ladder doesn't list the grade.</param>
/// <param name="Held">The level of the title held; null where its spelling isn't certain.</param>
/// <param name="Title">The title as written.</param>
public sealed record PostFinding(FindingResult Result, int Grade, TitleLevel? Required, TitleLevel? Held, string Title)
{
    /// <summary>The finding in a sentence.</summary>
    public Bilingual Explanation => (Required, Held) switch
    {
        (null, _) => new($"职称阶梯中没有专业技术{Grade}级岗位。", $"The ladder of titles has no post grade {Grade}."),
        (_, null) => new(
            $"职称“{Title}”的层级不确定，无法判断能否聘任到{Grade}级岗位。", $"The level of the title “{Title}” isn't certain, so grade {Grade} can't be judged."),
        ({ } required, { } held) when Result is FindingResult.Met => new(
            $"现有职称为{LevelNames.Of(held).Zh}，{Grade}级岗位要求{LevelNames.Of(required).Zh}，符合。",
            $"The title held is {LevelNames.Of(held).En}; grade {Grade} asks for {LevelNames.Of(required).En}: met."),
        ({ } required, { } held) => new(
            $"现有职称为{LevelNames.Of(held).Zh}，{Grade}级岗位要求{LevelNames.Of(required).Zh}：不能聘任到高于职称的岗位。",
            $"The title held is {LevelNames.Of(held).En}; grade {Grade} asks for {LevelNames.Of(required).En}: nobody is appointed above the title held."),
    };
}
