using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Shares;

/// <summary>The shares that the document asks for, of people and of money: <c>workflows/structure/policy.json</c>.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="MinimumTitledPercent">R02: teachers with an intermediate title or a higher one, of all full-time teachers.</param>
/// <param name="MinimumSeniorPercent">R03: teachers with a senior title or a higher one, of all full-time teachers.</param>
/// <param name="MinimumFullTimePercent">R04: full-time teachers, of the active staff.</param>
/// <param name="MinimumBachelorPercent">R15: full-time teachers with a bachelor's education or a higher one.</param>
/// <param name="RenewalPercentFrom">R13: 左右, the lower end.</param>
/// <param name="RenewalPercentTo">R13: 左右, the upper end.</param>
/// <param name="RenewalYears">R13: the years in which the renewal is counted.</param>
/// <param name="FixedWindowsFrom">R13: the first day of the first window, where windows are fixed and don't roll.</param>
/// <param name="TrainingPerMilleFrom">R18: training funds per thousand of the payroll, the lower end.</param>
/// <param name="TrainingPerMilleTo">R18: the upper end.</param>
/// <param name="MinimumTransferredPercent">R19: of the funds for continuing education, what reaches the college in the year.</param>
public sealed record StructurePolicy(
    string Policy,
    int MinimumTitledPercent,
    int MinimumSeniorPercent,
    int MinimumFullTimePercent,
    int MinimumBachelorPercent,
    int RenewalPercentFrom,
    int RenewalPercentTo,
    int RenewalYears,
    DateOnly FixedWindowsFrom,
    int TrainingPerMilleFrom,
    int TrainingPerMilleTo,
    int MinimumTransferredPercent)
{
    /// <summary>The reading that decides, by clause, where it isn't the default one: <c>R02</c>, <c>appointed</c>.</summary>
    public ImmutableSortedDictionary<string, string> Readings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken; the message names place and remedy.</exception>
    public static StructurePolicy Parse(string json, string file = "structure/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only(
            "policy", "source", "minimumTitledPercent", "minimumSeniorPercent", "minimumFullTimePercent", "minimumBachelorPercent", "renewalPercentFrom",
            "renewalPercentTo", "renewalYears", "fixedWindowsFrom", "trainingPerMilleFrom", "trainingPerMilleTo", "minimumTransferredPercent");
        return new StructurePolicy(
            root["policy"].Text(), Percent("minimumTitledPercent"), Percent("minimumSeniorPercent"), Percent("minimumFullTimePercent"),
            Percent("minimumBachelorPercent"), Percent("renewalPercentFrom"), Percent("renewalPercentTo"), root["renewalYears"].Count(),
            root["fixedWindowsFrom"].Day(),
            root["trainingPerMilleFrom"].Count(), root["trainingPerMilleTo"].Count(), Percent("minimumTransferredPercent"));

        int Percent(string name) => root[name].Count() is <= 100 and var percent ? percent : throw root[name].Fault(
            new("大于 100", "above 100"), new("请写百分比，例如 90", "write a share such as 90"));
    }

    /// <summary>The variants of a clause with the reading that decides in front; the others keep their order.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="variants">The variants, the default one first.</param>
    /// <param name="reading">What a variant's reading is called.</param>
    internal IReadOnlyList<T> ChosenFirst<T>(string clause, IEnumerable<T> variants, Func<T, string> reading) =>
        Readings.TryGetValue(clause, out var chosen) ? [.. variants.OrderBy(variant => reading(variant) == chosen ? 0 : 1)] : [.. variants];
}
