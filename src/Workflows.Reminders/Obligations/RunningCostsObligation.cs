using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>R20: 公用经费参照区直单位列入预算. Asked for in autumn, while the next year's budget is made.</summary>
internal static class RunningCostsObligation
{
    public static ObligationRule Rule { get; } = new("R20", new Bilingual("公用经费预算", "running costs in the budget"), "reminders/running-costs", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var year = asOf.Year + 1;
        if (!string.IsNullOrWhiteSpace(facts.Funds.GetValueOrDefault(year)?.RunningCostsDocument))
            yield break;
        yield return new Obligation(
            $"R20/{year}", "R20",
            new Bilingual($"{year} 年预算：公用经费预算文号尚未登记", $"the budget of {year}: no document for running costs in the budget"),
            new Bilingual($"公用经费参照区直单位列入预算：{year} 年的文件文号尚未登记", $"running costs are in the budget as for the district's own units: no document number is on record for {year}"),
            new DateOnly(asOf.Year, 12, 31), "/college/inputs",
            Stages.OnDays(asOf.Year, facts.Office.Reminders["R20"], Audience.HumanResources, Audience.Leadership));
    }
}
