using Workflows.Personnel.Hiring;

namespace Workflows.Personnel.Staff;

/// <summary>What is free in the establishment quota and in the post structure on a day (R25).</summary>
/// <param name="Establishment">Approved and taken places of the establishment quota.</param>
/// <param name="Posts">Approved and taken places at the post level asked for.</param>
public sealed record Vacancy(QuotaUse Establishment, QuotaUse Posts)
{
    /// <summary>How many can still come: the smaller of the two; null when a quota isn't known.</summary>
    public int? Free => Establishment.Free is { } places && Posts.Free is { } posts ? Math.Min(places, posts) : null;

    /// <summary>Counts what is free.</summary>
    /// <param name="quotas">All quotas.</param>
    /// <param name="roster">All people of the roster with their tenures.</param>
    /// <param name="level">The post level asked for.</param>
    /// <param name="on">The day that counts.</param>
    public static Vacancy Count(IReadOnlyCollection<Quota> quotas, IEnumerable<Person> roster, PostLevel level, DateOnly on)
    {
        var there = roster
            .Where(person => person.OnEstablishment && person.Tenures.Exists(t => t.From <= on && (t.Until is null || on < t.Until)))
            .ToList();
        return new Vacancy(
            new QuotaUse(Approved(QuotaKind.Establishment), there.Count),
            new QuotaUse(Approved(KindOf(level)), there.Count(person => person.PostLevel == level)));

        int? Approved(QuotaKind kind) =>
            quotas.Where(quota => quota.Kind == kind && quota.From <= on).MaxBy(quota => quota.From)?.Approved;
    }

    private static QuotaKind KindOf(PostLevel level) => level switch
    {
        PostLevel.Senior => QuotaKind.SeniorPosts,
        PostLevel.Intermediate => QuotaKind.IntermediatePosts,
        PostLevel.Junior => QuotaKind.JuniorPosts,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such post level."),
    };
}

/// <summary>How much of a quota is taken.</summary>
/// <param name="Approved">Approved places; null when no number is recorded for the day.</param>
/// <param name="Taken">People who take up a place.</param>
public sealed record QuotaUse(int? Approved, int Taken)
{
    /// <summary>Places left; null when no number is recorded, negative when overfull.</summary>
    public int? Free => Approved - Taken;
}
