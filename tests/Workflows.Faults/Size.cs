namespace Workflows.Faults;

/// <summary>How much is done and how much goes wrong: short at every change, long by <c>WORKFLOWS_FAULTS=long</c>.</summary>
/// <param name="Kills">How often a node dies.</param>
/// <param name="Decisions">How many decisions in exits are made meanwhile; those in rounds come on top.</param>
/// <param name="Rounds">How many hiring rounds go on from beginning to end.</param>
/// <param name="Teachers">How many are to be reminded.</param>
internal sealed record Size(int Kills, int Decisions, int Rounds, int Teachers)
{
    public static Size Short { get; } = new(20, 1_000, 2, 100);

    public static Size Long { get; } = new(200, 10_000, 6, 600);
}
