using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Policy.Dates;

/// <summary>How far a date cell could be understood.</summary>
public enum DateReading
{
    /// <summary>The cell is empty.</summary>
    Empty,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month without a day.</summary>
    Month,

    /// <summary>Such as 1985.1: January, or October stored as a number. Never guessed.</summary>
    Ambiguous,

    /// <summary>A date that doesn't exist, such as 1985-02-30.</summary>
    Impossible,

    /// <summary>Not a date.</summary>
    Unreadable,
}

/// <summary>A date as people write it: <c>1985-07-09</c>, <c>1985.7</c>, <c>198507</c>, <c>1985年7月</c>, an Excel serial.</summary>
/// <param name="Reading">How far it could be understood; the days below hold for a day or a month only.</param>
/// <param name="First">The first day it may mean.</param>
/// <param name="Last">The last day it may mean; the same for a day.</param>
public sealed partial record WrittenDate(DateReading Reading, DateOnly First, DateOnly Last)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private static readonly DateOnly ExcelDayZero = new(1899, 12, 30);

    /// <summary>True for a day or a month.</summary>
    public bool IsKnown => Reading is DateReading.Day or DateReading.Month;

    /// <summary>The date in ISO form, <c>1985-07-09</c> or <c>1985-07</c>; empty if not known.</summary>
    public string Iso => Reading switch
    {
        DateReading.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateReading.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Understands a cell; never throws.</summary>
    public static WrittenDate Parse(string cell)
    {
        var text = WrittenForm.Compact(TimeOfDay().Replace(WrittenForm.Fold(cell), ""));
        if (text.Length == 0) return Not(DateReading.Empty);
        if (AmbiguousMonth().IsMatch(text)) return Not(DateReading.Ambiguous);
        if (Days().Match(text) is { Success: true } day) return Day(Number(day, "y"), Number(day, "m"), Number(day, "d"));
        if (Months().Match(text) is { Success: true } month) return Month(Number(month, "y"), Number(month, "m"));
        if (ExcelSerial().Match(text) is { Success: true } serial) return Of(ExcelDayZero.AddDays(Number(serial, "n")));
        return Not(DateReading.Unreadable);
    }

    /// <summary>A known day.</summary>
    public static WrittenDate Of(DateOnly day) => new(DateReading.Day, day, day);

    private static WrittenDate Not(DateReading reading) => new(reading, default, default);

    private static WrittenDate Day(int year, int month, int day)
        => Exists(year, month) && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Of(new DateOnly(year, month, day))
            : Not(DateReading.Impossible);

    private static WrittenDate Month(int year, int month)
        => Exists(year, month)
            ? new WrittenDate(DateReading.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)))
            : Not(DateReading.Impossible);

    private static bool Exists(int year, int month) => year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})\.1$")]
    private static partial Regex AmbiguousMonth();

    [GeneratedRegex("""
        ^(?:(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})
           |(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日?
           |(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Days();

    [GeneratedRegex("""
        ^(?:(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})
           |(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月
           |(?<y>[0-9]{4})(?<m>[0-9]{2}))$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Months();

    [GeneratedRegex(@"^(?<n>[1-9][0-9]{4})(?:\.[0-9]+)?$")]
    private static partial Regex ExcelSerial();

    [GeneratedRegex(@"[T ]\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$")]
    private static partial Regex TimeOfDay();
}
