using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;

namespace Workflows.Personnel.Tests.Staff;

/// <summary>What is free in quota and post structure on a day (R25).</summary>
public sealed class VacancyTests
{
    private static readonly Quota[] Quotas =
    [
        new() { Kind = QuotaKind.Establishment, From = new DateOnly(2022, 6, 1), Approved = 3 },
        new() { Kind = QuotaKind.Establishment, From = new DateOnly(2026, 9, 1), Approved = 5 },
        new() { Kind = QuotaKind.IntermediatePosts, From = new DateOnly(2022, 6, 1), Approved = 2 },
    ];

    [Theory]
    [InlineData("2026-08-31", 2)]
    [InlineData("2026-09-01", 4)]
    public void The_newest_quota_counts_from_its_first_day(string on, int free) =>
        Count([Teacher("2020-09-01", null, PostLevel.Senior)], on).Establishment.Free.ShouldBe(free);

    [Theory]
    [InlineData("2026-08-31", 1)]
    [InlineData("2026-09-01", 2)]
    public void Somebody_who_leaves_no_longer_counts_on_the_first_day_away(string on, int free) =>
        Count([Teacher("2020-09-01", "2026-09-01", PostLevel.Intermediate)], on).Posts.Free.ShouldBe(free);

    [Fact]
    public void The_smaller_of_the_two_is_free() =>
        Count([Teacher("2020-09-01", null, PostLevel.Intermediate)], "2026-08-31").Free.ShouldBe(1);

    [Fact]
    public void Somebody_outside_the_establishment_takes_no_place()
    {
        var outside = Teacher("2020-09-01", null, PostLevel.Intermediate);
        outside.OnEstablishment = false;
        Count([outside], "2026-08-31").Free.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_quota_leaves_it_unknown() =>
        Vacancy.Count(Quotas, [], PostLevel.Senior, new DateOnly(2026, 9, 1)).Free.ShouldBeNull();

    private static Vacancy Count(Person[] roster, string on) =>
        Vacancy.Count(Quotas, roster, PostLevel.Intermediate, DateOnly.ParseExact(on, "yyyy-MM-dd", null));

    private static Person Teacher(string from, string? until, PostLevel level) => new()
    {
        Name = "张伟", OnEstablishment = true, PostLevel = level,
        Tenures = [new Tenure { From = DateOnly.ParseExact(from, "yyyy-MM-dd", null), Until = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", null) }],
    };
}
