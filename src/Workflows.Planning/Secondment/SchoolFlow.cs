using Google.OrTools.Graph;

namespace Workflows.Planning.Secondment;

/// <summary>The second of two stages, for one subject in one semester: who goes where, at the least price. A flow of people to places, so exact and quick.</summary>
internal static class SchoolFlow
{
    /// <summary>The cheapest placements; null where the places don't suffice.</summary>
    /// <param name="choices">What each person could do.</param>
    /// <param name="places">The places of a school; null for as many as come.</param>
    /// <param name="price">The price of a placement.</param>
    public static IReadOnlyList<Option>? Cheapest(IReadOnlyList<IReadOnlyList<Option>> choices, Func<int, int?> places, Func<Option, long> price)
    {
        using var flow = new MinCostFlow();
        var (sink, node) = (choices.Count, choices.Count + 1);
        Dictionary<int, int> nodes = [];
        List<(int Arc, Option Option)> arcs = [];
        for (var person = 0; person < choices.Count; person++)
        {
            flow.SetNodeSupply(person, 1);
            foreach (var option in choices[person])
            {
                if (!nodes.TryGetValue(option.Host, out var host))
                {
                    nodes[option.Host] = host = node++;
                    flow.AddArcWithCapacityAndUnitCost(host, sink, places(option.Host) ?? choices.Count, 0);
                }

                arcs.Add((flow.AddArcWithCapacityAndUnitCost(person, host, 1, price(option)), option));
            }
        }

        flow.SetNodeSupply(sink, -choices.Count);
        return flow.Solve() is MinCostFlowBase.Status.OPTIMAL ? [.. arcs.Where(one => flow.Flow(one.Arc) > 0).Select(one => one.Option)] : null;
    }

    /// <summary>Some people, and the schools open to them, whose places are fewer; empty where everybody finds a place.</summary>
    public static (IReadOnlyList<int> People, IReadOnlySet<int> Schools) TooMany(IReadOnlyList<IReadOnlyList<Option>> choices, Func<int, int?> places)
    {
        Dictionary<int, List<int>> at = [];
        for (var person = 0; person < choices.Count; person++)
        {
            HashSet<int> seen = [];
            if (Seat(person, seen))
                continue;
            // Every school that could be reached is full, with people who find no other.
            return ([.. seen.SelectMany(host => at.GetValueOrDefault(host) ?? []).Append(person)], seen);
        }

        return ([], new HashSet<int>());

        bool Seat(int person, HashSet<int> seen)
        {
            foreach (var host in choices[person].Select(option => option.Host))
            {
                if (!seen.Add(host))
                    continue;
                var here = at.TryGetValue(host, out var known) ? known : at[host] = [];
                if (here.Count < (places(host) ?? int.MaxValue))
                {
                    here.Add(person);
                    return true;
                }

                for (var n = 0; n < here.Count; n++)
                {
                    if (!Seat(here[n], seen))
                        continue;
                    here[n] = person;
                    return true;
                }
            }

            return false;
        }
    }
}
