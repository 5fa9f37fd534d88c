using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>R17: 聘请兼职教师经费列入年度财政预算. Asked for in autumn, while the next year's budget is made.</summary>
internal static class PartTimeBudgetObligation
{
    public static ObligationRule Rule { get; } = new("R17", new Bilingual("兼职经费预算", "part-timers in the budget"), "reminders/part-time-budget", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var year = asOf.Year + 1;
        if (!string.IsNullOrWhiteSpace(facts.Funds.GetValueOrDefault(year)?.PartTimeDocument))
            yield break;
        yield return new Obligation(
            $"R17/{year}", "R17",
            new Bilingual($"{year} 年预算：兼职经费预算文号尚未登记", $"the budget of {year}: no document for part-timers in the budget"),
            new Bilingual($"聘请兼职教师经费列入年度财政预算：{year} 年的文件文号尚未登记", $"the pay of part-time teachers is in the yearly budget: no document number is on record for {year}"),
            new DateOnly(asOf.Year, 12, 31), "/college/inputs",
            Stages.OnDays(asOf.Year, facts.Office.Reminders["R17"], Audience.HumanResources, Audience.Leadership));
    }
}
