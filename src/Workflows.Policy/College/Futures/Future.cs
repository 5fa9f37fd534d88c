using System.Collections.Immutable;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College.Futures;

/// <summary>One future to be weighed: what would be different from what is recorded. The order in which its changes are written doesn't matter.</summary>
public sealed record Future
{
    /// <summary>The college as it is recorded.</summary>
    public static Future AsRecorded { get; } = new();

    /// <summary>The reading that decides, by clause, where it isn't the default one.</summary>
    public ImmutableSortedDictionary<string, string> Readings { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Other numbers than the policy's, by the names of <see cref="StructureNumber.All"/>.</summary>
    public ImmutableSortedDictionary<string, int> Numbers { get; init => field = value ?? field; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Who would come.</summary>
    public ImmutableArray<FutureHire> Hires { get; init => field = Known(value); } = [];

    /// <summary>Who would go.</summary>
    public ImmutableArray<FutureExit> Exits { get; init => field = Known(value); } = [];

    /// <summary>Who would hold another post or title.</summary>
    public ImmutableArray<FutureLevel> Levels { get; init => field = Known(value); } = [];

    /// <summary>Whether nothing is different from what is recorded.</summary>
    public bool IsAsRecorded => Count == 0;

    /// <summary>How many things are different.</summary>
    public int Count => Readings.Count + Numbers.Count + Hires.Length + Exits.Length + Levels.Length;

    /// <summary>The rules of this future.</summary>
    public StructurePolicy Rules(StructurePolicy recorded) =>
        StructureNumber.All.Where(number => Numbers.ContainsKey(number.Name)).Aggregate(recorded, (rules, number) => number.With(rules, Numbers[number.Name])) with
        {
            Readings = recorded.Readings.SetItems(Readings),
        };

    /// <summary>The facts of a day as they would be; places taken are counted anew from who is there, those foreseen to retire left out.</summary>
    public CollegeFacts Apply(CollegeFacts facts)
    {
        var changed = Changes().OrderBy(change => change.On).Aggregate(facts, (sofar, change) => change.Apply(sofar));
        var partTime = Hires.Where(hire => hire.Kind is HireKind.PartTimeTeacher && hire.From <= facts.AsOf).Sum(hire => hire.People);
        return changed with
        {
            PartTimeTeachers = facts.PartTimeTeachers?.AddRange(Enumerable.Range(1, partTime).Select(place => $"拟聘兼职教师{place}")),
            Quotas = [.. facts.Quotas.Select(quota => quota with { Taken = changed.Staff.Count(one => TakesUp(one, quota, facts.AsOf)) })],
        };
    }

    /// <summary>Each single difference in words, and the future without it.</summary>
    /// <param name="name">What somebody on the roster is called.</param>
    public IEnumerable<FuturePart> Parts(Func<Guid, string> name) =>
    [
        .. Readings.Select(one => new FuturePart(FutureWording.Reading(one.Key, one.Value), this with { Readings = Readings.Remove(one.Key) })),
        .. StructureNumber.All.Where(one => Numbers.ContainsKey(one.Name))
            .Select(one => new FuturePart(FutureWording.Number(one, Numbers[one.Name]), this with { Numbers = Numbers.Remove(one.Name) })),
        .. Hires.Select((one, place) => new FuturePart(FutureWording.Of(one), this with { Hires = Hires.RemoveAt(place) })),
        .. Exits.Select((one, place) => new FuturePart(FutureWording.Of(one, name(one.Person)), this with { Exits = Exits.RemoveAt(place) })),
        .. Levels.Select((one, place) => new FuturePart(FutureWording.Of(one, name(one.Person)), this with { Levels = Levels.RemoveAt(place) })),
    ];

    private IEnumerable<StaffChange> Changes() =>
    [
        .. Exits.Select(exit => new StaffChange.Leaving(exit.From, exit.Person)),
        .. Levels.Select(level => level.Kind is LevelKind.Title
            ? (StaffChange)new StaffChange.Titled(level.From, level.Person, level.Level) : new StaffChange.Appointing(level.From, level.Person, FutureHire.PostOf(level.Level))),
        .. Hires.Where(hire => hire.Kind is not HireKind.PartTimeTeacher)
            .Select(hire => new StaffChange.Joining(hire.From, [.. Enumerable.Repeat(hire.Fact(), hire.People)])),
    ];

    private static bool TakesUp(StaffFact one, QuotaFact quota, DateOnly day) =>
        one.OnEstablishment && one.IsThereOn(day) && (quota.Level is null || one.Place == quota.Level);

    // A body of JSON may hold null in a list.
    private static ImmutableArray<T> Known<T>(ImmutableArray<T> given) where T : class => [.. given.OfType<T>()];
}

/// <summary>One single difference of a future.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Without">The same future without it.</param>
public sealed record FuturePart(Bilingual Words, Future Without);
