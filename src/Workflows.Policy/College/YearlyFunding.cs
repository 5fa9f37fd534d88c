using System.Globalization;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College;

/// <summary>Money and budget papers of a year: R17 to R20. Missing is unknown, never zero.</summary>
public static class YearlyFunding
{
    private const string Sheet = "年度投入";

    /// <summary>R17: 聘请兼职教师经费列入年度财政预算, with the document's number, in the year of the day.</summary>
    public static ClauseReport PartTimeBudget(CollegeFacts facts) =>
        Paper("R17", facts, "兼职教师经费列入当年预算", "兼职经费文号", funds => funds.PartTimeDocument);

    /// <summary>R20: 公用经费参照区直单位列入预算, with the document's number, in the year of the day.</summary>
    public static ClauseReport RunningCosts(CollegeFacts facts) =>
        Paper("R20", facts, "公用经费列入当年预算", "公用经费文号", funds => funds.RunningCostsDocument);

    /// <summary>R18: 培训专项经费为工资总额的1.5-2.5%, a band; above it is outside the band, but no failure.</summary>
    public static ClauseReport TrainingFunds(CollegeFacts facts, StructurePolicy policy)
    {
        var required = $"培训专项经费为工资总额的{Percent(policy.TrainingPerMilleFrom)}%—{Percent(policy.TrainingPerMilleTo)}%";
        if (facts.Funds.GetValueOrDefault(facts.AsOf.Year) is not { } funds)
            return ClauseReport.Unknown("R18", required, Year(facts.AsOf.Year));
        var place = Shares.TrainingFunds.Evaluate(funds.Payroll, funds.TrainingFunds, policy);
        if (place is Shares.TrainingFunds.Place.Unknown)
            return ClauseReport.Unknown("R18", required, $"{facts.AsOf.Year}年核定工资总额、培训专项经费");
        var verdict = place is Shares.TrainingFunds.Place.Below ? FindingResult.NotMet : FindingResult.Met;
        return ClauseReport.Of("R18", required, new ClauseVariant($"{place}".ToLowerInvariant(), funds.TrainingFunds, funds.Payroll, verdict));
    }

    /// <summary>R19: 每年60%以上继续教育经费划拨到校, at the end of the year: the last one that is over, with the running one beside it.</summary>
    public static ClauseReport TransferredShare(CollegeFacts facts, StructurePolicy policy)
    {
        var running = facts.AsOf.Year;
        var over = facts.AsOf == new DateOnly(running, 12, 31) ? running : running - 1;
        var required = $"年末划拨不低于{policy.MinimumTransferredPercent}%";
        var variants = new[] { over, running }.Distinct().Select(year => Variant(facts, year, policy)).ToArray();
        return ClauseReport.Of("R19", required, [.. variants]) with
        {
            DependsOnReading = false, Missing = variants[0].Verdict is FindingResult.Unknown ? [Year(over)] : [],
        };
    }

    private static ClauseVariant Variant(CollegeFacts facts, int year, StructurePolicy policy)
    {
        var funds = facts.Funds.GetValueOrDefault(year);
        var verdict = TransferredFunds.Evaluate(funds?.ContinuingEducation, funds?.Transferred, policy);
        return new ClauseVariant($"{year}", funds?.Transferred, funds?.ContinuingEducation, verdict);
    }

    private static ClauseReport Paper(string clause, CollegeFacts facts, string required, string column, Func<FundsFact, string?> paper)
    {
        if (facts.Funds.GetValueOrDefault(facts.AsOf.Year) is not { } funds)
            return ClauseReport.Unknown(clause, required, Year(facts.AsOf.Year));
        return string.IsNullOrWhiteSpace(paper(funds))
            ? ClauseReport.Unknown(clause, required, $"{facts.AsOf.Year}年{column}")
            : new ClauseReport(clause, FindingResult.Met, null, null, required, false, [], null, [], []);
    }

    private static string Year(int year) => $"{Sheet} {year}";

    private static string Percent(int permille) => (permille / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
