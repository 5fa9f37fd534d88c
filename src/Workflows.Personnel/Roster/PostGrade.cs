using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Personnel.Hiring;
using Workflows.Policy;

namespace Workflows.Personnel.Roster;

/// <summary>A post grade as written (岗位等级): <c>专业技术七级</c>, <c>7级</c>, <c>7</c>, <c>管理八级</c>.</summary>
/// <param name="IsKnown">False for a spelling that means no grade.</param>
/// <param name="Level">
/// The level in the post structure (R25): grades 1-7 are senior, 8-10 intermediate, 11-13 junior; null for other posts.
/// </param>
public sealed partial record PostGrade(bool IsKnown, PostLevel? Level)
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>Understands a cell; never throws.</summary>
    public static PostGrade Parse(string cell)
    {
        var text = WrittenForm.Compact(cell);
        if (OtherPosts().IsMatch(text)) return new PostGrade(true, null);
        if (text is "高级岗" or "高级岗位") return new PostGrade(true, PostLevel.Senior);
        if (text is "中级岗" or "中级岗位") return new PostGrade(true, PostLevel.Intermediate);
        if (text is "初级岗" or "初级岗位") return new PostGrade(true, PostLevel.Junior);
        return Professional().Match(text) is { Success: true } grade ? Of(Number(grade.Groups["n"].Value)) : new PostGrade(false, null);
    }

    /// <summary>The level in the post structure (R25) of a professional grade, 1 being the highest; null for a number that is no grade.</summary>
    public static PostLevel? LevelOf(int number) => number switch
    {
        >= 1 and <= 7 => PostLevel.Senior,
        >= 8 and <= 10 => PostLevel.Intermediate,
        >= 11 and <= 13 => PostLevel.Junior,
        _ => null,
    };

    private static PostGrade Of(int number) => LevelOf(number) is { } level ? new PostGrade(true, level) : new PostGrade(false, null);

    private static int Number(string written)
    {
        if (char.IsAsciiDigit(written[0])) return int.Parse(written, CultureInfo.InvariantCulture);
        var tens = written.IndexOf('十', StringComparison.Ordinal);
        return tens < 0 ? Numeral(written) : 10 + Numeral(written[(tens + 1)..]);
    }

    private static int Numeral(string written) => written.Length == 0 ? 0 : Numerals.IndexOf(written, StringComparison.Ordinal) + 1;

    [GeneratedRegex("^(?:专业技术|专技|教师)?(?:岗位?)?(?<n>1?[0-9]|十[一二三]?|[一二三四五六七八九])(?:级(?:岗位?)?)?$")]
    private static partial Regex Professional();

    [GeneratedRegex("""
        ^(?:管理(?:岗位?)?(?:[一二三四五六七八九十]|10|[1-9])级(?:岗位?)?
           |(?:[一二三四五六七八九十]|10|[1-9])级职员
           |(?:工勤技能|技术工)(?:岗位?)?[一二三四五1-5]级
           |普通工|见习期?)$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OtherPosts();
}
