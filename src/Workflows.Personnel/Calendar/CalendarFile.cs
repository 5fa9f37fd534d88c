using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Policy;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Calendar;

/// <summary>A calendar file's name: <c>holidays-2027.json</c>, or <c>semesters-2026.json</c> for the school year that begins in 2026.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Year">The calendar year, or that in which the school year begins.</param>
public readonly partial record struct CalendarFile(CalendarKind Kind, int Year)
{
    /// <summary>The file of a name; null for any other name.</summary>
    public static CalendarFile? Parse(string? name) => Shape().Match(name ?? "") is { Success: true } match
        ? new CalendarFile(
            match.Groups["kind"].Value == "holidays" ? CalendarKind.Holidays : CalendarKind.Semesters,
            int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether the office calls it the year's holidays or the school year's semesters.</summary>
    public Bilingual Title => Kind is CalendarKind.Holidays
        ? new($"{Year}年节假日", $"holidays of {Year}")
        : new($"{Year}—{Year + 1}学年校历", $"semesters of {Year}-{Year + 1}");

    /// <summary>Reads the text of a file of holidays.</summary>
    /// <exception cref="PolicyFileException">The text is broken, or of another year.</exception>
    public HolidayNotice Holidays(string text)
    {
        var notice = HolidayNotice.Parse(text, $"{this}");
        return notice.Year == Year ? notice : throw OfAnotherYear("$.year", $"{Year}");
    }

    /// <summary>Reads the text of a file of semesters.</summary>
    /// <exception cref="PolicyFileException">The text is broken, or of another school year.</exception>
    public SemesterPaper Semesters(string text)
    {
        var paper = SemesterPaper.Parse(text, $"{this}");
        return paper.StartYear == Year ? paper : throw OfAnotherYear("$.schoolYear", $"{Year}-{Year + 1}");
    }

    /// <summary>What is wrong with a text, with place and remedy; null when nothing is.</summary>
    public PolicyFileException? FaultOf(string text)
    {
        try
        {
            _ = Kind is CalendarKind.Holidays ? (object)Holidays(text) : Semesters(text);
            return null;
        }
        catch (PolicyFileException fault)
        {
            return fault;
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{(Kind is CalendarKind.Holidays ? "holidays" : "semesters")}-{Year}.json";

    private PolicyFileException OfAnotherYear(string place, string right) => new(
        $"{this}", place, new("与文件名的年份不符", "not the year of the file's name"), new($"请写 {right}，或改文件名", $"write {right}, or rename the file"));

    [GeneratedRegex(@"\A(?<kind>holidays|semesters)-(?<year>2[01][0-9]{2})\.json\z")]
    private static partial Regex Shape();
}

/// <summary>What a calendar file holds.</summary>
public enum CalendarKind
{
    /// <summary>节假日和补班: days off and make-up working days of a calendar year.</summary>
    Holidays,

    /// <summary>校历: the semesters of a school year by school stage.</summary>
    Semesters,
}
