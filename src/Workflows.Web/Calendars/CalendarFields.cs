using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Personnel.Calendar;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Processes;

namespace Workflows.Web.Calendars;

/// <summary>The fields of the calendars' forms: as pages show them and as forms send them. What they make is a file's text, or a refusal that names the row.</summary>
public static partial class CalendarFields
{
    /// <summary>The empty rows at the end of the form of holidays.</summary>
    public const int EmptyRows = 6;

    private const int MostRows = 120;
    private const int LongestHoliday = 31;

    /// <summary>The row of a semester in the form: <c>小学-1</c>.</summary>
    public static string Row(SchoolStage stage, int number) => $"{stage}-{number}";

    /// <summary>Days in a row that have one name and are all off, or all worked.</summary>
    /// <param name="First">The first day.</param>
    /// <param name="Last">The last day, which still counts.</param>
    /// <param name="Name">The holiday.</param>
    /// <param name="Off">Off, or made up for.</param>
    public sealed record HolidayRow(DateOnly First, DateOnly Last, string Name, bool Off);

    /// <summary>A notice's days as rows of the form, in order.</summary>
    public static IReadOnlyList<HolidayRow> Rows(HolidayNotice notice)
    {
        var rows = new List<HolidayRow>();
        foreach (var day in notice.Days.OrderBy(day => day.Date))
        {
            if (rows.Count > 0 && rows[^1] is var row && row.Last.AddDays(1) == day.Date && row.Name == day.Name && row.Off == day.Off)
                rows[^1] = row with { Last = day.Date };
            else
                rows.Add(new HolidayRow(day.Date, day.Date, day.Name, day.Off));
        }

        return rows;
    }

    /// <summary>The text that the fields make; or why they make none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">A field's text, trimmed; empty when it is missing.</param>
    public static (string Text, Answer? Refusal) Read(CalendarFile file, Func<string, string> text)
    {
        if (text("source").Length == 0)
            return Refused("来源", "source", new("请写明文件名和文号", "state the document and its number"));
        return file.Kind is CalendarKind.Holidays ? Holidays(file, text) : Semesters(file, text);
    }

    private static (string Text, Answer? Refusal) Semesters(CalendarFile file, Func<string, string> text)
    {
        var (semesters, rows) = (new List<Semester>(), new List<Bilingual>());
        foreach (var stage in Enum.GetValues<SchoolStage>())
        {
            foreach (var number in new[] { 1, 2 })
            {
                var (from, until) = (text($"first-{Row(stage, number)}"), text($"last-{Row(stage, number)}"));
                if (from.Length + until.Length == 0)
                    continue;
                var row = new Bilingual($"{stage.Word()} 第{(number == 1 ? "一" : "二")}学期", $"{stage.Name().En}, semester {number}");
                if (Day(from) is not { } first || Day(until) is not { } last)
                    return Refused(row.Zh, row.En, new("请填写起止日期，如 2026-09-01", "state the first and the last day, such as 2026-09-01"));
                semesters.Add(new Semester(new SemesterName(file.Year, number), stage, first, last, IsProvisional: false));
                rows.Add(row);
            }
        }

        return Checked(file, CalendarWriter.Write(new SemesterPaper(file.Year, text("source"), [.. semesters])), rows);
    }

    private static (string Text, Answer? Refusal) Holidays(CalendarFile file, Func<string, string> text)
    {
        var days = new List<(HolidayDay Day, Bilingual Row)>();
        for (var n = 0; n < MostRows; n++)
        {
            var (from, until, name) = (text($"from-{n}"), text($"until-{n}"), text($"name-{n}"));
            if (from.Length + until.Length + name.Length == 0)
                continue;
            var row = new Bilingual($"第 {n + 1} 行{(name.Length > 0 ? $"（{name}）" : "")}", $"row {n + 1}{(name.Length > 0 ? $" ({name})" : "")}");
            if (Day(from) is not { } first || name.Length == 0)
                return Refused(row.Zh, row.En, new("请填写日期和名称", "state the day and the name"));
            var last = until.Length == 0 ? first : Day(until) ?? default;
            if (last < first || last.DayNumber - first.DayNumber >= LongestHoliday)
                return Refused(row.Zh, row.En, new($"末日应不早于首日，且不超过 {LongestHoliday} 天", $"the last day isn't before the first, at most {LongestHoliday} days"));
            for (var day = first; day <= last; day = day.AddDays(1))
                days.Add((new HolidayDay(day, name, text($"off-{n}") != "false"), row));
        }

        days.Sort((one, other) => one.Day.Date.CompareTo(other.Day.Date));
        return Checked(
            file, CalendarWriter.Write(new HolidayNotice(file.Year, text("source"), [.. days.Select(one => one.Day)])), days.ConvertAll(one => one.Row));
    }

    // Rows stand in the text in the order of the list: the fault's place leads back to the row that somebody typed.
    private static (string Text, Answer? Refusal) Checked(CalendarFile file, string text, List<Bilingual> rows)
    {
        if (file.FaultOf(text) is not { } fault)
            return (text, null);
        var row = Index().Match(fault.Place) is { Success: true } match ? rows[int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)] : file.Title;
        return Refused(row.Zh, row.En, new Bilingual($"{fault.Problem.Zh}，{fault.Remedy.Zh}", $"{fault.Problem.En}; {fault.Remedy.En}"));
    }

    private static (string Text, Answer? Refusal) Refused(string zh, string en, Bilingual remedy) =>
        ("", Answer.Refused(Refusal.Invalid, $"{zh}：{remedy.Zh}。", $"{en}: {remedy.En}."));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?<=\[)[0-9]+(?=\])")]
    private static partial Regex Index();
}
