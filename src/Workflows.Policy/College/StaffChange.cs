using System.Collections.Immutable;
using Workflows.Policy.Titles;

namespace Workflows.Policy.College;

/// <summary>Something that a decision would do to the staff from a day on.</summary>
/// <param name="On">The first day on which it holds.</param>
public abstract record StaffChange(DateOnly On)
{
    /// <summary>The facts of a day as they would be with the change; the same facts before its first day.</summary>
    public CollegeFacts Apply(CollegeFacts facts) => facts.AsOf < On ? facts : facts with { Staff = Change(facts.Staff) };

    private protected abstract ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff);

    /// <summary>People come.</summary>
    /// <param name="On">Their first day.</param>
    /// <param name="People">What is known of them.</param>
    public sealed record Joining(DateOnly On, ImmutableArray<StaffFact> People) : StaffChange(On)
    {
        private protected override ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff) =>
            [.. staff, .. People.Select(one => one with { IsActive = true, Tenures = [(On, null)] })];
    }

    /// <summary>Somebody goes.</summary>
    /// <param name="On">The day after the last one.</param>
    /// <param name="Person">Who.</param>
    public sealed record Leaving(DateOnly On, Guid Person) : StaffChange(On)
    {
        private protected override ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff) =>
            [.. staff.Select(one => one.Id == Person ? one.Left(On) : one)];
    }

    /// <summary>Some go and others come on the same day.</summary>
    /// <param name="On">The day after the last one of those who go, the first one of those who come.</param>
    /// <param name="Going">Who goes.</param>
    /// <param name="Coming">What is known of those who come.</param>
    public sealed record Rotating(DateOnly On, ImmutableHashSet<Guid> Going, ImmutableArray<StaffFact> Coming) : StaffChange(On)
    {
        private protected override ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff) =>
            new Joining(On, Coming).Change([.. staff.Select(one => Going.Contains(one.Id) ? one.Left(On) : one)]);
    }

    /// <summary>Somebody is appointed to a post of another level; the title held stays as it is (评 is not 聘).</summary>
    /// <param name="On">The first day in the post.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Level">The post's level.</param>
    public sealed record Appointing(DateOnly On, Guid Person, TitleLevel Level) : StaffChange(On)
    {
        private protected override ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff) =>
            [.. staff.Select(one => one.Id == Person ? one with { Appointed = Level, Place = one.OnEstablishment ? Level : null } : one)];
    }

    /// <summary>Somebody is awarded a title of another level (评); the post stays as it is.</summary>
    /// <param name="On">The day of the award.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Level">The title's level.</param>
    public sealed record Titled(DateOnly On, Guid Person, TitleLevel Level) : StaffChange(On)
    {
        private protected override ImmutableArray<StaffFact> Change(ImmutableArray<StaffFact> staff) =>
            [.. staff.Select(one => one.Id == Person ? one with { Held = Level } : one)];
    }
}
