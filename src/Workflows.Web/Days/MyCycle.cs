using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;

namespace Workflows.Web.Days;

/// <summary>One person's cycle of R12 as of today: what the clause says, and the placements it is computed from.</summary>
/// <param name="Finding">What the clause says; null for who is no full-time teacher.</param>
/// <param name="Placements">The placements that stand, oldest first.</param>
/// <param name="Today">The day.</param>
public sealed record MyCycle(SecondmentFinding? Finding, IReadOnlyList<Placement> Placements, DateOnly Today)
{
    /// <summary>The placement that runs; null for none.</summary>
    public Placement? Running => Placements.FirstOrDefault(one => one.State is PlacementState.Running);

    /// <summary>The placement that is decided and hasn't begun; null for none.</summary>
    public Placement? Planned => Placements.FirstOrDefault(one => one.State is PlacementState.Planned);

    /// <summary>Reads and computes it.</summary>
    public static async Task<MyCycle> ReadAsync(Desk desk, Person person, CancellationToken ct)
    {
        var placements = await desk.Db.Placements.AsNoTracking().Where(one => one.PersonId == person.Id && one.RetractedAt == null).OrderBy(one => one.From).ToListAsync(ct);
        var wishes = await desk.Db.SecondmentWishes.AsNoTracking().Where(wish => wish.PersonId == person.Id).ToListAsync(ct);
        var finding = person.Category is not StaffCategory.FullTimeTeacher ? null : SecondmentRule.Evaluate(
            person.SecondmentAnchor, SchoolStages.Parse(person.SchoolStage), placements.Select(one => one.Fact),
            [.. wishes.Select(wish => wish.Exemption).OfType<ExemptionFact>()], desk.Office.Semesters, desk.Office.Staff.Secondment, desk.Today);
        return new MyCycle(finding, placements, desk.Today);
    }
}
