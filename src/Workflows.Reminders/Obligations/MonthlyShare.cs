using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>The month's word on a share that is known to fall short; of one that is unknown nobody is written.</summary>
internal static class MonthlyShare
{
    /// <summary>The obligation of this month, if there is one.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="share">The share as it is.</param>
    /// <param name="what">What is asked for, before the number.</param>
    /// <param name="counted">What is true of those who count.</param>
    public static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf, string clause, Share share, Bilingual what, Bilingual counted)
    {
        if (share.Result is not FindingResult.NotMet)
            yield break;
        var day = facts.Office.Reminders[clause].DayOfMonth!.Value;
        yield return new Obligation(
            $"{clause}/{asOf:yyyy-MM}", clause,
            new Bilingual($"{what.Zh}未达 {share.Percent}%", $"{share.Percent}% isn't reached: {what.En}"),
            new Bilingual(
                $"{what.Zh} {share.Percent}% 以上：{share.Of} 人中 {share.Counted} 人{counted.Zh}，另有 {share.Unknown} 人情况不明，还差 {share.ShortBy} 人",
                $"at least {share.Percent}% {what.En}: {share.Counted} of {share.Of} {counted.En}, {share.Unknown} aren't known, {share.ShortBy} are missing"),
            null, "/roster",
            [new ReminderStage($"{day:00}", new DateOnly(asOf.Year, asOf.Month, day), [Audience.HumanResources, Audience.Leadership])]);
    }
}
