namespace Workflows.Policy.Hiring;

/// <summary>
/// Counts months of front-line teaching (R08). A month counts when it lies wholly in a front-line period, touches no period away from
/// the front line, and has ended by the reference date: its last day still counts. Overlaps count once.
/// </summary>
internal static class FrontLineMonths
{
    public static int Count(IReadOnlyCollection<TeachingPeriod> periods, DateOnly referenceDate)
    {
        var readable = periods.Where(period => period.IsReadable).ToList();
        var counted = new HashSet<int>();
        foreach (var period in readable.Where(period => period.FrontLine)) counted.UnionWith(WholeMonths(period, referenceDate));
        foreach (var period in readable.Where(period => !period.FrontLine)) counted.RemoveWhere(month => Touches(period, month));
        return counted.Count;
    }

    /// <summary>The months from a start on that have ended by the reference date.</summary>
    public static int CountSince(DateOnly first, DateOnly referenceDate)
        => Count([new TeachingPeriod("", first, DateOnly.MaxValue, FrontLine: true, IsReadable: true)], referenceDate);

    private static IEnumerable<int> WholeMonths(TeachingPeriod period, DateOnly referenceDate)
    {
        var end = period.Last < referenceDate ? period.Last : referenceDate;
        for (var month = Index(period.First); FirstDay(month) <= end; month++)
        {
            if (FirstDay(month) >= period.First && FirstDay(month + 1).AddDays(-1) <= end) yield return month;
        }
    }

    private static bool Touches(TeachingPeriod period, int month)
        => period.First < FirstDay(month + 1) && period.Last >= FirstDay(month);

    private static int Index(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static DateOnly FirstDay(int month) => new(month / 12, (month % 12) + 1, 1);
}
