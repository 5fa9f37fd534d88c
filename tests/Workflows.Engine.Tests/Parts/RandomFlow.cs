namespace Workflows.Engine.Tests.Parts;

/// <summary>Grows a random flowchart from nested blocks: questions, answers, choices, loops, forks with joins, races.</summary>
internal sealed class RandomFlow
{
    private readonly Random random;
    private readonly Flow flow = new("random");
    private int names;
    private int races;

    private RandomFlow(int seed) => random = new Random(seed);

    /// <summary>The fork and join activities that belong together, and whether another branch can win a race against them.</summary>
    public List<(string Fork, string Join, bool InRace)> Pairs { get; } = [];

    public Flow Flow => flow;

    public static RandomFlow Grow(int seed)
    {
        var grown = new RandomFlow(seed);
        grown.flow.Start().Finish("done").Lines("start -> first");
        grown.Block("first", "done", depth: 3);
        return grown;
    }

    private string Name(string kind) => $"{kind}{++names}";

    /// <summary>A block that is entered at an activity named <paramref name="entry"/> and leaves to <paramref name="exit"/>.</summary>
    private void Block(string entry, string exit, int depth)
    {
        switch (depth == 0 ? random.Next(2) : random.Next(7))
        {
            case 0:
                flow.Ask(entry).Lines($"{entry}:Approved -> {exit}");
                break;
            case 1:
                flow.Answer(entry).Lines($"{entry} -> {exit}");
                break;
            case 2:
                var next = Name("next");
                Block(entry, next, depth - 1);
                Block(next, exit, depth - 1);
                break;
            case 3:
                Choice(entry, exit, depth);
                break;
            case 4:
                var again = Name("again");
                Block(entry, again, depth - 1);
                flow.Ask(again, "Approved,Returned").Lines($"{again}:Approved -> {exit}", $"{again}:Returned -> {entry}");
                break;
            default:
                Branches(entry, exit, depth);
                break;
        }
    }

    private void Choice(string entry, string exit, int depth)
    {
        var (left, right, merge) = (Name("left"), Name("right"), Name("merge"));
        flow.Ask(entry, "Approved,Rejected").Lines($"{entry}:Approved -> {left}", $"{entry}:Rejected -> {right}");
        Block(left, merge, depth - 1);
        Block(right, merge, depth - 1);
        flow.Answer(merge).Lines($"{merge} -> {exit}");
    }

    private void Branches(string entry, string exit, int depth)
    {
        var branches = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Name("branch")).ToArray();
        var join = Name("join");
        var mode = random.Next(3) switch { 0 => "WaitAll", 1 => "WaitAllActive", _ => "WaitAny" };
        Pairs.Add((entry, join, races > 0));
        races += mode == "WaitAny" ? 1 : 0;
        flow.Fork(entry, branches).Join(join, mode).Lines($"{join} -> {exit}");
        foreach (var branch in branches)
        {
            flow.Lines($"{entry}:{branch} -> {branch}");
            Block(branch, join, depth - 1);
        }

        races -= mode == "WaitAny" ? 1 : 0;
    }
}
