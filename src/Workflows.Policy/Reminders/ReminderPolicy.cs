using System.Collections.Frozen;
using System.Globalization;
using Workflows.Policy.Data;

namespace Workflows.Policy.Reminders;

/// <summary>When reminders are due and when they may go out: <c>workflows/reminders/policy.json</c>.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="QuietFrom">The time of day in the office from which no reminder goes out.</param>
/// <param name="QuietUntil">The time of day in the office from which reminders go out again.</param>
/// <param name="Times">When each clause reminds.</param>
public sealed record ReminderPolicy(string Policy, TimeOnly QuietFrom, TimeOnly QuietUntil, FrozenDictionary<string, ReminderTimes> Times)
{
    private static readonly string[] ByDaysBefore = ["R14", "R16", "R21", "R26"];
    private static readonly string[] ByMonth = ["R02", "R03", "R04", "R15"];
    private static readonly string[] ByYear = ["R01", "R13", "R17", "R18", "R19", "R20", "R22", "R23"];

    /// <summary>When one clause reminds; R12's days are in <c>secondment/policy.json</c>.</summary>
    public ReminderTimes this[string clause] => Times[clause];

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken, or a clause's times are missing; the message names place and remedy.</exception>
    public static ReminderPolicy Parse(string json, string file = "reminders/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only("policy", "source", "quietFrom", "quietUntil", "rules");
        var rules = root["rules"].Only([.. ByDaysBefore, .. ByMonth, .. ByYear]);
        var times = new Dictionary<string, ReminderTimes>(StringComparer.Ordinal);
        foreach (var clause in ByDaysBefore)
            times[clause] = new ReminderTimes([.. Falling(rules[clause].Only("daysBefore")["daysBefore"])], [], null);
        foreach (var clause in ByMonth)
            times[clause] = new ReminderTimes([], [], DayOfMonth(rules[clause].Only("dayOfMonth")["dayOfMonth"]));
        foreach (var clause in ByYear)
            times[clause] = new ReminderTimes([], [.. Rising(rules[clause].Only("onDays")["onDays"])], null);
        var (from, until) = (Time(root["quietFrom"]), Time(root["quietUntil"]));
        return from == until
            ? throw root["quietUntil"].Fault(new("与 quietFrom 相同", "the same as quietFrom"), new("请写几点起可以再发，例如 \"07:30\"", "write when reminders may go out again, such as \"07:30\""))
            : new ReminderPolicy(root["policy"].Text(), from, until, times.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static List<int> Falling(PolicyNode node)
    {
        var days = node.Items().ConvertAll(item => item.Count());
        return days.Count > 0 && days.SequenceEqual(days.Distinct().OrderDescending())
            ? days
            : throw node.Fault(new("不是由大到小的天数", "not a falling list of days"), new("请由大到小写，例如 [90, 30, 7]", "write them longest first, such as [90, 30, 7]"));
    }

    private static List<DayOfYear> Rising(PolicyNode node)
    {
        var days = node.Items().ConvertAll(DayOfYear.Read);
        return days.Count > 0 && days.SequenceEqual(days.Distinct().Order())
            ? days
            : throw node.Fault(new("不是由早到晚的日期", "not a rising list of days"),
                new("请按一年的先后写，例如 [\"09-15\", \"10-15\"]", "write them in the order of the year, such as [\"09-15\", \"10-15\"]"));
    }

    private static int DayOfMonth(PolicyNode node)
    {
        const int lastDayOfEveryMonth = 28;
        return node.Count() is <= lastDayOfEveryMonth and var day ? day : throw node.Fault(
            new("不是每个月都有的日子", "not a day of every month"), new("请写 1 到 28", "write 1 to 28"));
    }

    private static TimeOnly Time(PolicyNode node) =>
        TimeOnly.TryParseExact(node.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw node.Fault(new("不是时刻", "not a time of day"), new("请写成 \"21:00\"", "write it as \"21:00\""));
}

/// <summary>When one clause reminds: in one of three ways.</summary>
/// <param name="DaysBefore">Days before the day that counts, longest first; empty for clauses that remind otherwise.</param>
/// <param name="OnDays">Days of each year, in its order; empty for clauses that remind otherwise.</param>
/// <param name="DayOfMonth">The day of each month; null for clauses that remind otherwise.</param>
public sealed record ReminderTimes(IReadOnlyList<int> DaysBefore, IReadOnlyList<DayOfYear> OnDays, int? DayOfMonth);

/// <summary>A day that every year has, written <c>09-15</c>.</summary>
/// <param name="Month">The month.</param>
/// <param name="Day">The day of the month; 29 February isn't one, as most years lack it.</param>
public readonly record struct DayOfYear(int Month, int Day) : IComparable<DayOfYear>
{
    /// <summary>The day in one year.</summary>
    public DateOnly In(int year) => new(year, Month, Day);

    /// <inheritdoc />
    public int CompareTo(DayOfYear other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    internal static DayOfYear Read(PolicyNode node)
    {
        const string commonYear = "2001-";
        return DateOnly.TryParseExact(commonYear + node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayOfYear(day.Month, day.Day)
            : throw node.Fault(new("不是每年都有的日子", "not a day of every year"), new("请写成 \"09-15\"", "write it as \"09-15\""));
    }

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator <(DayOfYear one, DayOfYear other) => one.CompareTo(other) < 0;

    /// <summary>Whether one comes after the other.</summary>
    public static bool operator >(DayOfYear one, DayOfYear other) => one.CompareTo(other) > 0;

    /// <summary>Whether one comes before the other or is the same.</summary>
    public static bool operator <=(DayOfYear one, DayOfYear other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one comes after the other or is the same.</summary>
    public static bool operator >=(DayOfYear one, DayOfYear other) => one.CompareTo(other) >= 0;
}
