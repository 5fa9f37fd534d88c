using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy.College;
using Workflows.Policy.Titles;
using Workflows.Processes.Rotation;

namespace Workflows.Processes.Reports;

/// <summary>
/// R02, R03, R04, R13, R15 and R16 over the years: at the ends of the past ones as recorded, at those of the coming ones with everybody's legal
/// retirement and every recorded end; and what a decision would change of them. It reads, and changes nothing.
/// </summary>
public sealed class ForeseeStructure(Desk desk, ReadCollege read)
{
    private const int Years = 5;

    /// <summary>The ends of the five years before a day, the day, and the ends of its year and the four after it.</summary>
    public async Task<StructureOutlook> AroundAsync(DateOnly day, CancellationToken ct) => Around(await read.ReadAsync(ct), day);

    /// <summary>The same from records that were read.</summary>
    public StructureOutlook Around(CollegeRecords records, DateOnly day) => Outlook(
        records, Enumerable.Range(1, Years).Select(years => new DateOnly(day.Year - years, 12, 31)).Reverse().Append(day).Concat(YearEnds(day)), null);

    /// <summary>What a case under decision would change, on the day it takes effect and at the ends of that year and the four after it; null where it changes nothing of this, or is over.</summary>
    public async Task<StructureOutlook?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        var @case = await desk.Db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId && one.Stage == CaseStage.Running, ct);
        return @case is null || await ChangeAsync(@case, ct) is not { } change
            ? null : Outlook(await read.ReadAsync(ct), YearEnds(change.On).Prepend(change.On), change);
    }

    private static IEnumerable<DateOnly> YearEnds(DateOnly day) => Enumerable.Range(0, Years).Select(years => new DateOnly(day.Year + years, 12, 31));

    private StructureOutlook Outlook(CollegeRecords records, IEnumerable<DateOnly> days, StaffChange? change)
    {
        var facts = days.Distinct().Select(records.On).ToList();
        return new StructureOutlook(
            [.. facts.Select(one => new StructureOn(one.AsOf, Say(one), change is null ? [] : Say(change.Apply(one))))],
            [.. records.Retiring(records.Today, facts[^1].AsOf).Select(one => new Retirement(one.Person.Id, one.Person.Name, one.On))]);
    }

    private ImmutableArray<ClauseReport> Say(CollegeFacts facts) => CollegeReport.Structure(facts, desk.Office.Structure);

    private async Task<StaffChange?> ChangeAsync(Case @case, CancellationToken ct)
    {
        if (await desk.Db.Appointments.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct) is { } appointment)
        {
            var level = StaffLevels.Title(appointment.Proposal.ToLevel) ?? TitleLevel.Junior;
            return new StaffChange.Appointing(appointment.Proposal.EffectiveOn, appointment.PersonId, level);
        }

        if (await desk.Db.Exits.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct) is { } exit)
            return new StaffChange.Leaving(exit.Proposal.LastDay.AddDays(1), exit.PersonId);
        if (await desk.Db.RotationRounds.AsNoTracking().Include(one => one.Lines).FirstOrDefaultAsync(one => one.CaseId == @case.Id, ct) is { } rotation)
            return RotationChange.Of(rotation);
        if (@case.RoundId is not { } roundId || @case.ApplicationId is not null)
            return null;
        var plan = (await desk.Db.Rounds.AsNoTracking().FirstAsync(one => one.Id == roundId, ct)).Plan;
        var chosen = await desk.Db.Applications.AsNoTracking().Where(one => one.RoundId == roundId && one.Standing == Standing.Proposed)
            .OrderBy(one => one.Rank).ToListAsync(ct);
        return new StaffChange.Joining(plan.JoinsOn, chosen.Count > 0
            ? [.. chosen.Select(application => Known(plan, application))]
            : [.. Enumerable.Range(0, plan.Places).Select(_ => AtLeast(plan))]);
    }

    private StaffFact Known(RoundPlan plan, Application application) => AtLeast(plan) with
    {
        Name = application.Name,
        Held = desk.Office.Policy.Titles.Read(application.Record.Title, plan.Stage).Level,
        Education = desk.Office.Policy.Education.Read(application.Record.Education).Level,
    };

    // Before anybody is chosen, people who just fulfil what is asked: R05 and R07.
    private static StaffFact AtLeast(RoundPlan plan) => RotationChange.AtLeast(plan.Level, plan.Subject);
}

/// <summary>The structure clauses over some days, and who is foreseen to retire meanwhile.</summary>
/// <param name="Days">The days in their order.</param>
/// <param name="Retiring">Who reaches the legal age by the last day, the earliest first; they are counted as gone from then on.</param>
public sealed record StructureOutlook(ImmutableArray<StructureOn> Days, ImmutableArray<Retirement> Retiring);

/// <summary>What R02, R03, R04, R13, R15 and R16 say on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Clauses">As recorded and foreseen.</param>
/// <param name="With">With the decision taken; empty where none is in question.</param>
public sealed record StructureOn(DateOnly Day, ImmutableArray<ClauseReport> Clauses, ImmutableArray<ClauseReport> With);

/// <summary>Somebody who reaches the legal retirement age.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="On">The first day of retirement.</param>
public sealed record Retirement(Guid PersonId, string Name, DateOnly On);
