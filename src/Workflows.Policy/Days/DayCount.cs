namespace Workflows.Policy.Days;

/// <summary>Adds up what counts on each day of a span, verified and with what waits, and judges the sum. In steps of 0.5; no order matters.</summary>
internal sealed class DayCount(DaySpan span, IWorkingDays calendar, DateOnly asOf)
{
    private const decimal WholeDay = 1m;
    private const decimal HalfDay = 0.5m;

    private readonly Dictionary<DateOnly, Amount> days = [];
    private readonly HashSet<DateOnly> placed = [];

    /// <summary>An answer where the span isn't known.</summary>
    public static DayFinding Unknown(string clause, int required, DateOnly asOf) =>
        new(clause, DayStanding.Unknown, DayReason.NoSemester, asOf, null, required, 0, 0, 0, 0, 0, 0, IsProvisional: false);

    /// <summary>An entry: a whole day or half of one, and never more than a day altogether.</summary>
    public void AddDay(DayFact entry)
    {
        var amount = entry.IsHalf ? HalfDay : WholeDay;
        Add(entry.On, sum => Math.Min(WholeDay, sum + amount), entry.IsVerified);
    }

    /// <summary>A session: two on one day at two schools are two.</summary>
    public void AddSession(DateOnly on, bool isVerified) => Add(on, sum => sum + 1, isVerified);

    /// <summary>A day of a placement: a whole one, whatever was logged for it.</summary>
    public void AddPlacement(DateOnly on)
    {
        if (IsCounted(on))
            placed.Add(on);
    }

    /// <summary>The finding.</summary>
    public DayFinding Judge(string clause, int required)
    {
        decimal entered = 0, actual = 0, whole = 0, remaining = 0;
        int workingDays = 0, passed = 0;
        foreach (var day in span.Days())
        {
            var amount = days.GetValueOrDefault(day);
            var (verified, all) = placed.Contains(day) ? (WholeDay, WholeDay) : (amount.Verified, amount.WithWaiting);
            (entered, actual, whole) = (entered + amount.Verified, actual + verified, whole + all);
            if (calendar.NatureOf(day) is not DayNature.Working)
                continue;
            workingDays++;
            if (day < asOf)
                passed++;
            else
                remaining += Math.Max(0, WholeDay - all);
        }

        var isProvisional = span.IsProvisional || calendar.IsProvisional(span.First) || calendar.IsProvisional(span.Last);
        var finding = new DayFinding(
            clause, DayStanding.Unknown, DayReason.NoSemester, asOf, span, required, actual, whole - actual, actual - entered, workingDays, passed, remaining,
            isProvisional);
        var (standing, reason) = Judge(finding);
        return finding with { Standing = standing, Reason = reason };
    }

    private (DayStanding Standing, DayReason Reason) Judge(DayFinding finding)
    {
        if (finding.Missing == 0)
            return (DayStanding.Met, DayReason.Reached);
        if (finding.Missing <= finding.Waiting)
            return (DayStanding.Pending, DayReason.AwaitsSchools);
        if (asOf > span.Last)
            return (DayStanding.NotMet, DayReason.Missed);
        if (!finding.IsReachable)
            return (DayStanding.NotMet, DayReason.OutOfReach);
        return (DayStanding.Pending, finding.IsBehind ? DayReason.Behind : DayReason.OnPace);
    }

    private bool IsCounted(DateOnly on) => span.Contains(on) && on <= asOf;

    private void Add(DateOnly on, Func<decimal, decimal> add, bool isVerified)
    {
        if (!IsCounted(on))
            return;
        var sum = days.GetValueOrDefault(on);
        days[on] = new Amount(isVerified ? add(sum.Verified) : sum.Verified, add(sum.WithWaiting));
    }

    private readonly record struct Amount(decimal Verified, decimal WithWaiting);
}
