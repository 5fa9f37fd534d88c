namespace Workflows.Processes.Years;

/// <summary>What the use cases about a year share.</summary>
internal static class YearChecks
{
    private const int First = 2000;
    private const int YearsAhead = 2;

    /// <summary>A refusal where nobody could know anything of the year.</summary>
    public static Answer? RefusalOfYear(this Desk desk, int year) => year >= First && year <= desk.Today.Year + YearsAhead
        ? null
        : Answer.Refused(Refusal.Invalid, $"年度请填 {First} 至 {desk.Today.Year + YearsAhead}。", $"State a year from {First} to {desk.Today.Year + YearsAhead}.");
}
