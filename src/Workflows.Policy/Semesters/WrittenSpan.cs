using Workflows.Policy.Dates;

namespace Workflows.Policy.Semesters;

/// <summary>
/// A time from one day to another as people write it (起止): in days, in months, or in semesters, whose days depend on the school stage;
/// <c>~至今</c> for one that still runs.
/// </summary>
/// <param name="From">The first day or month; null where it is written in semesters.</param>
/// <param name="To">The last day or month; null where it is written in semesters, or still runs.</param>
/// <param name="FirstSemester">The first semester; null where it is written in days or months.</param>
/// <param name="LastSemester">The last semester; null where it is written in days or months, or still runs.</param>
public sealed record WrittenSpan(WrittenDate? From, WrittenDate? To, SemesterName? FirstSemester, SemesterName? LastSemester)
{
    private static readonly string[] Running = ["至今", "今", "现在", "now"];

    /// <summary>Whether it is written in semesters.</summary>
    public bool IsInSemesters => FirstSemester is not null;

    /// <summary>Understands a cell; null where it is no such time, or ends before it begins. Never throws.</summary>
    public static WrittenSpan? Parse(string cell)
    {
        var text = WrittenForm.Compact(cell);
        if (SemesterName.Parse(text) is { } single)
            return new(null, null, single, single);
        var runs = Array.Find(Running, word => text.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        var ends = (runs is null ? text : text[..^runs.Length].TrimEnd('~', '至', '到', '—', '–')).Split('~', '至', '到');
        if (runs is null && ends.Length == 1)
            ends = text.Split('—', '–');
        if (ends.Length != (runs is null ? 2 : 1))
            return null;
        if (SemesterName.Parse(ends[0]) is { } first)
        {
            if (runs is not null)
                return new(null, null, first, null);
            return SemesterName.Parse(ends[1]) is { } last && last >= first ? new(null, null, first, last) : null;
        }

        if (WrittenDate.Parse(ends[0]) is not { IsKnown: true } from)
            return null;
        if (runs is not null)
            return new(from, null, null, null);
        return WrittenDate.Parse(ends[1]) is { IsKnown: true } to && to.Last >= from.First ? new(from, to, null, null) : null;
    }

    /// <summary>The days it means for a school stage; null where it is written in semesters that no calendar file knows for the stage.</summary>
    /// <param name="stage">The school stage.</param>
    /// <param name="calendar">The semesters.</param>
    public SpanDays? In(SchoolStage stage, SemesterCalendar calendar)
    {
        if (FirstSemester is not { } name)
            return new SpanDays(From!.First, To?.Last.AddDays(1), IsProvisional: false);
        if (calendar.Find(stage, name) is not { } first)
            return null;
        if (LastSemester is not { } lastName)
            return new SpanDays(first.First, null, first.IsProvisional);
        var last = calendar.Find(stage, lastName)!;
        return new SpanDays(first.First, last.Last.AddDays(1), first.IsProvisional || last.IsProvisional);
    }

    /// <summary>Days in the form that <see cref="Parse"/> understands: <c>2024-09-01~2029-08-31</c>, <c>2024-09-01~至今</c>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after it (half-open); null while it runs.</param>
    public static string Text(DateOnly from, DateOnly? until)
        => $"{from:yyyy-MM-dd}~{(until is { } end ? end.AddDays(-1).ToString("yyyy-MM-dd", null) : "至今")}";
}

/// <summary>The days of a written time.</summary>
/// <param name="From">The first day; of a month, its first.</param>
/// <param name="Until">The first day after it (half-open); null while it runs.</param>
/// <param name="IsProvisional">Whether the days rest on a semester that no calendar file covers yet.</param>
public sealed record SpanDays(DateOnly From, DateOnly? Until, bool IsProvisional);
