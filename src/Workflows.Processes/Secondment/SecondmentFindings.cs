using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Storage;

namespace Workflows.Processes.Secondment;

/// <summary>R12 for everybody it asks: computed from the records at the moment of asking, in three queries however many teachers there are.</summary>
public static class SecondmentFindings
{
    private static readonly StaffStatus[] Left = [.. Enum.GetValues<StaffStatus>().Where(StaffStatuses.HasLeft)];

    /// <summary>The finding of every full-time teacher who hasn't left, by name.</summary>
    public static Task<IReadOnlyList<TeacherFinding>> SecondmentFindingsAsync(this Desk desk, DateOnly asOf, CancellationToken ct) =>
        FindAsync(desk.Db, desk.Office, Teachers(desk.Db), asOf, ct);

    /// <summary>The same, for work that has no desk.</summary>
    public static Task<IReadOnlyList<TeacherFinding>> SecondmentFindingsAsync(this WorkflowsDb db, Office office, DateOnly asOf, CancellationToken ct) =>
        FindAsync(db, office, Teachers(db), asOf, ct);

    /// <summary>The finding of one teacher; null for somebody whom R12 doesn't ask.</summary>
    public static async Task<TeacherFinding?> SecondmentFindingAsync(this Desk desk, Guid personId, DateOnly asOf, CancellationToken ct) =>
        await FindAsync(desk.Db, desk.Office, Teachers(desk.Db).Where(person => person.Id == personId), asOf, ct) is [var found] ? found : null;

    /// <summary>What R12 says of one teacher from records already read.</summary>
    public static SecondmentFinding Evaluate(
        Office office, Person person, IEnumerable<Placement> placements, IEnumerable<SecondmentWish> wishes, DateOnly asOf) =>
        SecondmentRule.Evaluate(
            person.SecondmentAnchor, SchoolStages.Parse(person.SchoolStage), placements.Select(placement => placement.Fact),
            [.. wishes.Select(wish => wish.Exemption).OfType<ExemptionFact>()], office.Semesters, office.Staff.Secondment, asOf);

    private static IQueryable<Person> Teachers(WorkflowsDb db) =>
        db.People.AsNoTracking().Where(person => person.Category == StaffCategory.FullTimeTeacher && !Left.Contains(person.Status));

    private static async Task<IReadOnlyList<TeacherFinding>> FindAsync(
        WorkflowsDb db, Office office, IQueryable<Person> teachers, DateOnly asOf, CancellationToken ct)
    {
        var people = await teachers.ToListAsync(ct);
        var ids = teachers.Select(person => person.Id);
        var placements = (await db.Placements.AsNoTracking()
            .Where(placement => placement.RetractedAt == null && ids.Contains(placement.PersonId))
            .OrderBy(placement => placement.From).ToListAsync(ct)).ToLookup(placement => placement.PersonId);
        var wishes = (await db.SecondmentWishes.AsNoTracking().Where(wish => ids.Contains(wish.PersonId)).ToListAsync(ct))
            .ToLookup(wish => wish.PersonId);
        return
        [
            .. people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id).Select(person => new TeacherFinding(
                person, SchoolStages.Parse(person.SchoolStage),
                Evaluate(office, person, placements[person.Id], wishes[person.Id], asOf),
                [.. placements[person.Id]], [.. wishes[person.Id]])),
        ];
    }
}
