using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R18: 培训专项经费为工资总额的1.5-2.5%. Once a year the year before is looked at; more than the band is no failure.</summary>
internal static class TrainingFundsObligation
{
    public static ObligationRule Rule { get; } = new("R18", new Bilingual("培训专项经费", "training funds"), "reminders/training-funds", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var (policy, year) = (facts.Office.Structure, asOf.Year - 1);
        var funds = facts.Funds.GetValueOrDefault(year);
        var place = TrainingFunds.Evaluate(funds?.Payroll, funds?.TrainingFunds, policy);
        if (place is TrainingFunds.Place.Inside or TrainingFunds.Place.Above)
            yield break;
        var (from, to) = (policy.TrainingPerMilleFrom / 10m, policy.TrainingPerMilleTo / 10m);
        var known = place is TrainingFunds.Place.Below;
        yield return new Obligation(
            $"R18/{year}", "R18",
            new Bilingual($"{year} 年培训专项经费{(known ? "低于" : "尚无数据：")}工资总额的 {from:0.#}%", $"training funds of {year}: {(known ? "below" : "no numbers for the")} {from:0.#}% of the payroll"),
            new Bilingual(
                $"培训专项经费为工资总额的 {from:0.#}%—{to:0.#}%：{year} 年核定工资总额 {Money.Zh(funds?.Payroll)}，培训专项经费 {Money.Zh(funds?.TrainingFunds)}",
                $"training funds are {from:0.#}% to {to:0.#}% of the payroll: in {year} the payroll was {Money.En(funds?.Payroll)}, training funds {Money.En(funds?.TrainingFunds)}"),
            null, "/college/inputs", Stages.OnDays(asOf.Year, facts.Office.Reminders["R18"], Audience.HumanResources, Audience.Leadership));
    }
}
