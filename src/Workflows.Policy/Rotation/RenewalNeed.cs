using System.Collections.Immutable;
using Workflows.Policy.College;
using Workflows.Policy.Shares;

namespace Workflows.Policy.Rotation;

/// <summary>R13 at one year end to come, by the chosen reading: how many entrants are lacking, and how many each yearly round until then has to bring.</summary>
/// <param name="Day">The year's end.</param>
/// <param name="Share">Who counts as renewed in the window, with the band.</param>
/// <param name="Rounds">The yearly rounds until then, this one included.</param>
public sealed record RenewalYear(DateOnly Day, RenewalShare Share, int Rounds)
{
    /// <summary>How many more have to come by then.</summary>
    public int Lacking => Math.Max(0, Share.Lowest - Share.Entrants);

    /// <summary>How many may come by then at the most.</summary>
    public int Room => Math.Max(0, Share.Highest - Share.Entrants);

    /// <summary>How many of them this round brings, when each round brings the same.</summary>
    public int PerRound => (Lacking + Rounds - 1) / Rounds;
}

/// <summary>How many people a yearly rotation has to bring, so that R13 is inside its band at the end of this year and of the four after it.</summary>
/// <param name="Years">The year ends, the next one first; empty where nothing can be counted.</param>
/// <param name="Free">Places that become free without anybody being moved: retirements foreseen this year, and what is free in the quota.</param>
public sealed record RenewalNeed(ImmutableArray<RenewalYear> Years, int Free)
{
    /// <summary>The need, by R13 at the year ends.</summary>
    /// <param name="ends">R13 at the end of this year and of those after it.</param>
    /// <param name="free">Places that become free anyway.</param>
    /// <param name="policy">The band.</param>
    public static RenewalNeed Of(IEnumerable<(DateOnly Day, ClauseReport Renewal)> ends, int free, StructurePolicy policy) => new(
        [
            .. ends.Index().Where(one => one.Item.Renewal is { Numerator: not null, Denominator: > 0 }).Select(one => new RenewalYear(
                one.Item.Day, RenewalShare.Evaluate((int)one.Item.Renewal.Numerator!.Value, one.Item.Renewal.Denominator!.Value, policy), one.Index + 1)),
        ],
        free);

    /// <summary>The year end that asks for the most this year; null where none asks for anybody.</summary>
    public RenewalYear? Deciding => Years.Where(year => year.PerRound > 0).MaxBy(year => year.PerRound);

    /// <summary>How many have to come by this round: never so many that a year end is above the band.</summary>
    public int Newcomers => Deciding is { } year ? Math.Min(year.PerRound, Years.Min(one => one.Room)) : 0;

    /// <summary>How many have to go, so that there are places for them.</summary>
    public int Leavers => Math.Max(0, Newcomers - Free);
}
