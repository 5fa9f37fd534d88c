using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Secondment;

/// <summary>A teacher of a junior high stage, in post since before 2022-06-01, who hasn't been anywhere; a test states what is different.</summary>
internal sealed record Teacher
{
    /// <summary>Every school year from 2019 on, published, with the days of 2025-2026.</summary>
    public static SemesterCalendar EveryYear { get; } = new(Enumerable.Range(2019, 20).Select(Year));

    /// <summary>Only 2025-2026 is published.</summary>
    public static SemesterCalendar OneYear { get; } = new([SemesterPaper.Parse(Book.Text("calendar/semesters-2025.json"), "semesters-2025.json")]);

    public static SecondmentPolicy Delivered { get; } = SecondmentPolicy.Parse(Book.Text("secondment/policy.json"));

    public DateOnly? Anchor { get; init; } = new DateOnly(2022, 6, 1);

    public SchoolStage? Stage { get; init; } = SchoolStage.JuniorHigh;

    public IReadOnlyList<PlacementFact> Placements { get; init; } = [];

    public IReadOnlyList<ExemptionFact> Exemptions { get; init; } = [];

    public SemesterCalendar Calendar { get; init; } = EveryYear;

    public SecondmentPolicy Policy { get; init; } = Delivered;

    public Teacher Under(CycleReading reading) => this with { Policy = Policy with { Reading = reading } };

    public Teacher After(params PlacementFact[] placements) => this with { Placements = [.. Placements, .. placements] };

    public Teacher ExemptIn(params string[] semesters) =>
        this with { Exemptions = [.. semesters.Select(name => new ExemptionFact(SemesterName.Parse(name)!.Value, "产假"))] };

    public SecondmentFinding On(string day) => On(DateOnly.Parse(day, null));

    public SecondmentFinding On(DateOnly day) => SecondmentRule.Evaluate(Anchor, Stage, Placements, Exemptions, Calendar, Policy, day);

    /// <summary>A completed secondment to a junior high school.</summary>
    public static PlacementFact Stay(string from, string last) =>
        new(DateOnly.Parse(from, null), DateOnly.Parse(last, null), SchoolStage.JuniorHigh, PlacementKind.Secondment, IsCompleted: true);

    /// <summary>The autumn of 2022, from its first day to its last.</summary>
    public static PlacementFact AutumnOf2022 { get; } = Stay("2022-09-01", "2023-02-06");

    private static SemesterPaper Year(int year) => new(year, "test",
    [
        .. Enum.GetValues<SchoolStage>().SelectMany(stage => new[]
        {
            new Semester(new(year, 1), stage, new(year, 9, 1), new(year + 1, 2, 6), false),
            stage is SchoolStage.SeniorHigh or SchoolStage.Vocational
                ? new Semester(new(year, 2), stage, new(year + 1, 2, 26), new(year + 1, 7, 10), false)
                : new Semester(new(year, 2), stage, new(year + 1, 3, 4), new(year + 1, 7, 2), false),
        }),
    ]);
}
