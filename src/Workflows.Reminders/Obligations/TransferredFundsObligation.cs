using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R19: 每年60%以上继续教育经费划拨到校. Looked at every quarter; it must be there at the year's end.</summary>
internal static class TransferredFundsObligation
{
    public static ObligationRule Rule { get; } = new("R19", new Bilingual("继续教育经费划拨", "funds transferred"), "reminders/transferred-funds", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var (policy, year) = (facts.Office.Structure, asOf.Year);
        var funds = facts.Funds.GetValueOrDefault(year);
        if (TransferredFunds.Evaluate(funds?.ContinuingEducation, funds?.Transferred, policy) is FindingResult.Met)
            yield break;
        yield return new Obligation(
            $"R19/{year}", "R19",
            new Bilingual($"{year} 年继续教育经费划拨到校未达 {policy.MinimumTransferredPercent}%", $"funds for continuing education of {year}: {policy.MinimumTransferredPercent}% aren't transferred yet"),
            new Bilingual(
                $"每年 {policy.MinimumTransferredPercent}% 以上的继续教育经费划拨到校：{year} 年总额 {Money.Zh(funds?.ContinuingEducation)}，已划拨 {Money.Zh(funds?.Transferred)}",
                $"at least {policy.MinimumTransferredPercent}% of the funds for continuing education reach the college in the year: the total of {year} is {Money.En(funds?.ContinuingEducation)}, transferred {Money.En(funds?.Transferred)}"),
            new DateOnly(year, 12, 31), "/college/inputs",
            Stages.OnDays(year, facts.Office.Reminders["R19"], Audience.HumanResources, Audience.Leadership));
    }
}
