using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Policy.Rotation;
using Workflows.Processes.Reports;

namespace Workflows.Processes.Rotation;

/// <summary>How use cases, steps and pages find a year's rotation and what surrounds it.</summary>
public static class Rotations
{
    /// <summary>The definition by which a year's rotation runs.</summary>
    public const string Definition = "rotation-round";

    private const int Years = 5;

    /// <summary>The rotation of a case with its lines; null for any other case.</summary>
    public static async Task<RotationRound?> FindRotationAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        var round = await desk.Db.RotationRounds.FindAsync([caseId], ct);
        if (round is not null && desk.Db.Entry(round) is { State: not EntityState.Added } entry)
            await entry.Collection(one => one.Lines).LoadAsync(ct);
        return round;
    }

    /// <summary>The rotation of a year that is under way; null for none.</summary>
    public static Task<Guid?> RunningRotationAsync(this Desk desk, int year, CancellationToken ct) => desk.Db.RotationRounds
        .Where(round => round.Year == year && desk.Db.Cases.Any(@case => @case.Id == round.CaseId && @case.Stage == CaseStage.Running))
        .Select(round => (Guid?)round.CaseId).FirstOrDefaultAsync(ct);

    /// <summary>What there is to know about a round, which needn't be stored yet.</summary>
    public static async Task<RotationSituation> RotationSituationAsync(this Desk desk, RotationRound round, CancellationToken ct)
    {
        var records = await new ReadCollege(desk).ReadAsync(ct);
        return new RotationSituation
        {
            Round = round,
            Records = records,
            Need = Need(records, round.EffectiveOn),
            Teachers = Teachers(records, round.LastDay),
            Schools = await desk.Db.Schools.AsNoTracking().OrderBy(school => school.Name).ThenBy(school => school.Stage).ToListAsync(ct),
            Wishes = (await desk.Db.SecondmentWishes.AsNoTracking().ToListAsync(ct)).ToLookup(wish => wish.PersonId),
            Elsewhere = await ElsewhereAsync(desk, round, ct),
        };
    }

    /// <summary>The full-time teachers on a day, the longest in post first.</summary>
    public static IReadOnlyList<Person> Teachers(CollegeRecords records, DateOnly day) =>
    [
        .. records.People.Where(one => one.Category is StaffCategory.FullTimeTeacher && !one.Status.HasLeft() && one.TenureOn(day) is not null)
            .OrderBy(one => one.TenureOn(day)!.From).ThenBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id),
    ];

    /// <summary>How many R13 asks of the round that takes effect on a day.</summary>
    public static RenewalNeed Need(CollegeRecords records, DateOnly effectiveOn)
    {
        var ends = Enumerable.Range(0, Years).Select(years => new DateOnly(effectiveOn.Year + years, 12, 31)).ToList();
        var retiring = records.Retiring(records.Today, ends[0]).Count(one => one.Person.Category is StaffCategory.FullTimeTeacher);
        var quota = records.On(effectiveOn).Quotas is [{ Approved: { } approved, Taken: var taken }, ..] ? Math.Max(0, approved - taken) : 0;
        return RenewalNeed.Of(
            ends.Select(day => (day, RenewalRate.Evaluate(records.On(day), records.Office.Structure))), retiring + quota, records.Office.Structure);
    }

    /// <summary>The day from which the next round's transfers hold, unless HR says otherwise: the first of the usual month.</summary>
    public static DateOnly UsualDay(Office office, DateOnly today)
    {
        var day = new DateOnly(today.Year, office.Staff.Rotation.EffectiveMonth, 1);
        return day > today ? day : day.AddYears(1);
    }

    /// <summary>The rotation that a step works on.</summary>
    internal static async Task<RotationRound> RotationAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.FindRotationAsync(caseId, ct) ?? throw new InvalidOperationException($"Case {caseId} is about no rotation.");

    private static async Task<IReadOnlyDictionary<Guid, Bilingual>> ElsewhereAsync(Desk desk, RotationRound round, CancellationToken ct)
    {
        var own = await desk.Db.Cases.AsNoTracking()
            .Where(@case => @case.PersonId != null && @case.Stage == CaseStage.Running && !desk.Db.SecondmentCycles.Any(cycle => cycle.CaseId == @case.Id))
            .Select(@case => new { PersonId = @case.PersonId!.Value, @case.TitleZh, @case.TitleEn }).ToListAsync(ct);
        var rotating = await (
            from line in desk.Db.RotationLines.AsNoTracking()
            join @case in desk.Db.Cases on line.RoundId equals @case.Id
            where line.StruckReason == "" && @case.Stage == CaseStage.Running && line.RoundId != round.CaseId
            select new { line.PersonId, @case.TitleZh, @case.TitleEn }).ToListAsync(ct);
        return own.Concat(rotating).DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId, one => new Bilingual(one.TitleZh, one.TitleEn));
    }
}
