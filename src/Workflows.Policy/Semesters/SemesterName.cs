using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Policy.Semesters;

/// <summary>A semester's name, <c>2026-2027-1</c>: the school year and its number, 1 for autumn and 2 for spring. Its days depend on the school stage.</summary>
/// <param name="StartYear">The calendar year in which the school year begins.</param>
/// <param name="Number">1 or 2.</param>
public readonly partial record struct SemesterName(int StartYear, int Number) : IComparable<SemesterName>
{
    /// <summary>The semester after this one.</summary>
    public SemesterName Next => Number == 1 ? new(StartYear, 2) : new(StartYear + 1, 1);

    /// <summary>The semester before this one.</summary>
    public SemesterName Previous => Number == 2 ? new(StartYear, 1) : new(StartYear - 1, 2);

    /// <summary>The name in words: <c>2026—2027学年第一学期</c>.</summary>
    public Bilingual Words => new(
        $"{StartYear}—{StartYear + 1}学年第{(Number == 1 ? "一" : "二")}学期", $"{(Number == 1 ? "autumn" : "spring")} semester of {StartYear}-{StartYear + 1}");

    /// <summary>Understands <c>2026-2027-1</c>, full-width or not; null for anything else, also where the years don't follow each other.</summary>
    public static SemesterName? Parse(string? text)
    {
        if (Shape().Match(WrittenForm.Compact(text ?? "")) is not { Success: true } match)
            return null;
        var (from, to) = (Number(match, "from"), Number(match, "to"));
        return to == from + 1 ? new SemesterName(from, Number(match, "number")) : null;

        static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>How many semesters lie between two names; negative when this one comes first.</summary>
    public int Since(SemesterName earlier) => ((StartYear - earlier.StartYear) * 2) + Number - earlier.Number;

    /// <summary>The semester that many after this one.</summary>
    public SemesterName After(int semesters)
    {
        var number = (StartYear * 2) + Number - 1 + semesters;
        return new(number / 2, (number % 2) + 1);
    }

    /// <inheritdoc />
    public int CompareTo(SemesterName other) => Since(other);

    /// <inheritdoc />
    public override string ToString() => $"{StartYear}-{StartYear + 1}-{Number}";

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator <(SemesterName one, SemesterName other) => one.CompareTo(other) < 0;

    /// <summary>Whether one comes after the other.</summary>
    public static bool operator >(SemesterName one, SemesterName other) => one.CompareTo(other) > 0;

    /// <summary>Whether one comes before the other or is the same.</summary>
    public static bool operator <=(SemesterName one, SemesterName other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one comes after the other or is the same.</summary>
    public static bool operator >=(SemesterName one, SemesterName other) => one.CompareTo(other) >= 0;

    [GeneratedRegex("^(?<from>[12][0-9]{3})[-—](?<to>[12][0-9]{3})[-—](?<number>[12])$")]
    private static partial Regex Shape();
}
