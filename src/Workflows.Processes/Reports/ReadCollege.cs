using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Staff;
using Workflows.Policy.College;
using Workflows.Processes.Secondment;
using Workflows.Processes.Standards;

namespace Workflows.Processes.Reports;

/// <summary>Gathers what is known of the college, in a fixed number of queries, for the clauses about the college as a whole.</summary>
public sealed class ReadCollege(Desk desk)
{
    /// <summary>Everything but the day ledger, for telling of any day.</summary>
    public async Task<CollegeRecords> ReadAsync(CancellationToken ct) => new()
    {
        Office = desk.Office,
        Today = desk.Today,
        People = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).Include(person => person.Posts).Include(person => person.Terms)
            .AsSplitQuery().OrderBy(person => person.StaffNumber).ThenBy(person => person.Id).ToListAsync(ct),
        Statuses = (await desk.Db.StatusChanges.AsNoTracking().Where(one => one.RetractedAt == null).ToListAsync(ct)).ToLookup(one => one.PersonId),
        Titles = (await desk.Db.TitleChanges.AsNoTracking().Where(one => one.RetractedAt == null).ToListAsync(ct)).ToLookup(one => one.PersonId),
        Letters = await desk.Db.PartTimeLetters.AsNoTracking().ToListAsync(ct),
        Placements = await desk.Db.Placements.AsNoTracking().Where(one => one.RetractedAt == null).ToListAsync(ct),
        Quotas = await desk.Db.Quotas.AsNoTracking().ToListAsync(ct),
        Funds = await desk.Db.Funds.AsNoTracking().ToListAsync(ct),
        StandardItems = (await desk.Db.StandardItems.AsNoTracking().Where(item => item.InspectionId == null).WithTasks().ToListAsync(ct)).InOrder(),
    };

    /// <summary>The facts of a day, with what each teacher and each leader owes.</summary>
    /// <param name="asOf">The day; what was recorded for later days is left out.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<CollegeFacts> AsOfAsync(DateOnly asOf, CancellationToken ct) => await WithDutiesAsync(await ReadAsync(ct), asOf, ct);

    /// <summary>The facts of a day from records that were read, with what each teacher and each leader owes.</summary>
    public async Task<CollegeFacts> WithDutiesAsync(CollegeRecords records, DateOnly asOf, CancellationToken ct)
    {
        var wishes = (await desk.Db.SecondmentWishes.AsNoTracking().ToListAsync(ct)).ToLookup(one => one.PersonId);
        var ledger = await Ledger.ReadAsync(desk, records.Placements, asOf, ct);
        var stays = records.Placements.ToLookup(one => one.PersonId);
        var facts = records.On(asOf);
        return facts with { Staff = [.. records.People.Zip(facts.Staff, WithDuties)] };

        StaffFact WithDuties(Person person, StaffFact fact) => ledger.Fill(person, fact with
        {
            Secondment = records.Placements.Count > 0 && fact.IsFullTimeTeacher
                ? SecondmentFindings.Evaluate(desk.Office, person, stays[person.Id], wishes[person.Id], asOf) : null,
        });
    }
}
