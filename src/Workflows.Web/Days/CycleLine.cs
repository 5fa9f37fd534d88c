using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;

namespace Workflows.Web.Days;

/// <summary>Where things stand on the time line of a cycle, in units of its picture: from the day counted from, or an earlier placement shown, to some months past the due day.</summary>
public sealed class CycleLine
{
    /// <summary>The picture's width.</summary>
    public const int Width = 360;

    private const int Edge = 10;
    private const int MonthsShownAfter = 3;

    private readonly DateOnly first;
    private readonly DateOnly last;

    /// <summary>A line for a cycle with a due day.</summary>
    public CycleLine(SecondmentDue due, DateOnly today, IEnumerable<Placement> placements)
    {
        // The placement that the years are counted from ends on the first day of the line: it is shown whole.
        var before = placements.Where(one => one.Until is { } until && until.AddDays(-1) <= due.CountedFrom && until > due.CountedFrom.AddMonths(-MonthsShownAfter)).Select(one => one.From);
        first = before.Append(due.CountedFrom).Append(today).Min();
        last = (today > due.DueBy ? today : due.DueBy).AddMonths(MonthsShownAfter);
    }

    /// <summary>The place of a day; days beyond the line lie on its ends.</summary>
    public int At(DateOnly day)
    {
        var clamped = day < first ? first : day > last ? last : day;
        return Edge + ((clamped.DayNumber - first.DayNumber) * (Width - (2 * Edge)) / (last.DayNumber - first.DayNumber));
    }

    /// <summary>The width from a day to another; at least 2, so that it can be seen.</summary>
    public int Wide(DateOnly from, DateOnly to) => Math.Max(2, At(to) - At(from));

    /// <summary>Whether any of the days lies on the line.</summary>
    public bool Shows(DateOnly from, DateOnly to) => from <= last && to >= first;

    /// <summary>The first days of the years on the line.</summary>
    public IEnumerable<DateOnly> Years() => Enumerable.Range(first.Year + 1, Math.Max(0, last.Year - first.Year)).Select(year => new DateOnly(year, 1, 1));
}
