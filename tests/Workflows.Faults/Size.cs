using System.Globalization;

namespace Workflows.Faults;

/// <summary>How much is done and how much goes wrong.</summary>
/// <param name="Kills">How often a node dies.</param>
/// <param name="Decisions">How many decisions in exits are made meanwhile; those in rounds come on top.</param>
/// <param name="IsLong">Whether what came of it is written down.</param>
internal sealed record Size(int Kills, int Decisions, bool IsLong)
{
    /// <summary>Short; long by <c>WORKFLOWS_FAULTS=long</c>, or by numbers of its own, such as <c>WORKFLOWS_FAULTS=60/3000</c>.</summary>
    public static Size Asked { get; } = Environment.GetEnvironmentVariable("WORKFLOWS_FAULTS") switch
    {
        null or "" => new Size(20, 1_000, IsLong: false),
        "long" => new Size(200, 10_000, IsLong: true),
        var numbers when numbers.Split('/') is [var kills, var decisions] => new Size(Number(kills), Number(decisions), IsLong: true),
        var other => throw new InvalidOperationException($"WORKFLOWS_FAULTS is {other}; write long, or kills/decisions."),
    };

    /// <summary>How many hiring rounds go on from beginning to end.</summary>
    public int Rounds => IsLong ? 6 : 2;

    /// <summary>How many decisions in exits are made around each death.</summary>
    public int DecisionsBetween => Up(Leavers * ExitsInDanger.DecisionsEach, Kills);

    /// <summary>How many people leave.</summary>
    public int Leavers => Up(Decisions, ExitsInDanger.DecisionsEach);

    /// <summary>How many teachers are each to be reminded once.</summary>
    public int Teachers => IsLong ? 600 : 100;

    private static int Up(int all, int by) => (all + by - 1) / by;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
