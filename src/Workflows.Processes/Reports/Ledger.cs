using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;
using Workflows.Policy.College;

namespace Workflows.Processes.Reports;

/// <summary>The day ledger around a day, ready to judge R14, R22 and R23. A time before the ledger was kept is unknown, not empty.</summary>
internal sealed class Ledger
{
    // A ledger whose first entry comes later than this after a semester's or year's start says nothing of that time.
    private const int DaysOfGrace = 31;

    private readonly Desk desk;
    private readonly DateOnly asOf;
    private readonly DateOnly? keptSince;
    private readonly ILookup<Guid, DayFact> entries;
    private readonly ILookup<Guid, DayStay> stays;

    private Ledger(Desk desk, DateOnly asOf, DateOnly? keptSince, ILookup<Guid, DayFact> entries, ILookup<Guid, DayStay> stays) =>
        (this.desk, this.asOf, this.keptSince, this.entries, this.stays) = (desk, asOf, keptSince, entries, stays);

    /// <summary>Reads the entries of this year, the last one and the semesters that reach into them.</summary>
    public static async Task<Ledger> ReadAsync(Desk desk, IReadOnlyList<Placement> placements, DateOnly asOf, CancellationToken ct)
    {
        var since = new DateOnly(asOf.Year - 1, 1, 1);
        var counted = desk.Db.Days.AsNoTracking().Where(entry => entry.State == DayState.Verified || entry.State == DayState.Logged);
        var first = await counted.MinAsync(entry => (DateOnly?)entry.On, ct);
        var entries = await counted.Where(entry => since <= entry.On && entry.On <= asOf)
            .ToListAsync(ct);
        return new Ledger(
            desk, asOf, first,
            entries.ToLookup(entry => entry.PersonId, entry => entry.Fact!),
            placements.Where(one => one.Stay is not null).ToLookup(one => one.PersonId, one => one.Stay!));
    }

    /// <summary>The fact with what the ledger says of the person.</summary>
    public StaffFact Fill(Person person, StaffFact fact)
    {
        var (calendar, policy, last) = (desk.Office.Calendar, desk.Office.Staff.Days, asOf.Year - 1);
        if (fact.IsFullTimeTeacher && SchoolStages.Parse(person.SchoolStage) is { } stage)
        {
            fact = fact with
            {
                DaysLastSemester = Semester(desk.Office.Semesters.EndedBy(stage, asOf)), DaysThisSemester = Semester(desk.Office.Semesters.On(stage, asOf)),
            };
        }

        return !fact.IsLeader ? fact : fact with
        {
            LeaderDaysLastYear = IsKept(new DateOnly(last, 1, 1)) ? LeaderDays.AtSchools(last, entries[person.Id], calendar, policy, asOf) : null,
            LeaderDaysThisYear = IsKept(new DateOnly(asOf.Year, 1, 1)) ? LeaderDays.AtSchools(asOf.Year, entries[person.Id], calendar, policy, asOf) : null,
            SessionsLastYear = IsKept(new DateOnly(last, 1, 1)) ? LeaderDays.Sessions(last, entries[person.Id], calendar, policy, asOf) : null,
            SessionsThisYear = IsKept(new DateOnly(asOf.Year, 1, 1)) ? LeaderDays.Sessions(asOf.Year, entries[person.Id], calendar, policy, asOf) : null,
        };

        DayFinding? Semester(Semester? semester) => semester is null || !IsKept(semester.First)
            ? null : TeacherDays.Evaluate(semester, entries[person.Id], stays[person.Id], calendar, policy, asOf);
    }

    private bool IsKept(DateOnly first) => keptSince <= first.AddDays(DaysOfGrace);
}
