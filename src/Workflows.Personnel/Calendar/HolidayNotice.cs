using Workflows.Policy.Data;

namespace Workflows.Personnel.Calendar;

/// <summary>One year's holiday notice of the State Council's office: <c>workflows/calendar/holidays-YYYY.json</c>.</summary>
/// <param name="Year">The calendar year it covers.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Days">The days that differ from plain weekdays and weekends.</param>
public sealed record HolidayNotice(int Year, string Source, IReadOnlyList<HolidayDay> Days)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken; the message names place and remedy.</exception>
    public static HolidayNotice Parse(string json, string file)
    {
        var root = PolicyNode.Parse(file, json).Only("year", "source", "days");
        var year = root["year"].Count();
        if (year is < FirstYear or > LastYear)
            throw root["year"].Fault(new("不是年份", "not a year"), new("请写成 2026", "write it as 2026"));
        var days = new List<HolidayDay>();
        foreach (var node in root["days"].Items())
        {
            var day = Read(node.Only("date", "name", "off"), year);
            if (days.Exists(other => other.Date == day.Date))
                throw node["date"].Fault(new($"{day.Date:yyyy-MM-dd} 写了两次", $"{day.Date:yyyy-MM-dd} is listed twice"), new("请保留一个", "keep one of the two"));
            days.Add(day);
        }

        return new HolidayNotice(year, root["source"].Text(), days);
    }

    // A new year's holiday may begin, or be made up for, in the December before.
    private static HolidayDay Read(PolicyNode node, int year)
    {
        var date = node["date"].Day();
        return date.Year == year || (date.Year == year - 1 && date.Month == 12)
            ? new HolidayDay(date, node["name"].Text(), node["off"].Flag())
            : throw node["date"].Fault(new($"不在 {year} 年", $"not in {year}"), new("请更正日期，或写入那一年的文件", "correct it, or put it into that year's file"));
    }
}

/// <summary>One day of a holiday notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to.</param>
/// <param name="Off">True for a day off, false for a make-up working day.</param>
public sealed record HolidayDay(DateOnly Date, string Name, bool Off);
