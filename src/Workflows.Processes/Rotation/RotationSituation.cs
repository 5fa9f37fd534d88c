using System.Collections.Immutable;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Policy.Rotation;
using Workflows.Policy.Semesters;
using Workflows.Processes.Reports;

namespace Workflows.Processes.Rotation;

/// <summary>What there is to know when a year's rotation is made, checked or looked at.</summary>
public sealed record RotationSituation
{
    private static readonly string[] Floors = ["R02", "R03", "R04", "R15"];

    /// <summary>The round; it needn't be stored yet.</summary>
    public required RotationRound Round { get; init; }

    /// <summary>What is recorded of the college.</summary>
    public required CollegeRecords Records { get; init; }

    /// <summary>How many R13 asks for.</summary>
    public required RenewalNeed Need { get; init; }

    /// <summary>The schools of the district.</summary>
    public required IReadOnlyList<School> Schools { get; init; }

    /// <summary>Wishes and exemptions, by person.</summary>
    public required ILookup<Guid, SecondmentWish> Wishes { get; init; }

    /// <summary>Who is bound by another case that runs: an appointment, an exit, another year's rotation.</summary>
    public required IReadOnlyDictionary<Guid, Bilingual> Elsewhere { get; init; }

    /// <summary>The lines that stand.</summary>
    public IEnumerable<RotationLine> Lines => Round.Lines.Where(line => line.Stands);

    /// <summary>The full-time teachers at the college on the last day before the transfers, the longest in post first.</summary>
    public required IReadOnlyList<Person> Teachers { get; init; }

    private Office Office => Records.Office;

    /// <summary>The same records as another round, that needn't be stored, would find them.</summary>
    public RotationSituation For(RotationRound round) => this with
    {
        Round = round, Need = Rotations.Need(Records, round.EffectiveOn), Teachers = Rotations.Teachers(Records, round.LastDay),
    };

    /// <summary>The teacher; null for somebody who isn't one then.</summary>
    public Person? Teacher(Guid personId) => Teachers.FirstOrDefault(one => one.Id == personId);

    /// <summary>Whole years that somebody has been at the college by the day of the transfers.</summary>
    public int YearsInPost(Person person) => person.TenureOn(Round.LastDay) is { } tenure ? WholeYears(tenure.From, Round.EffectiveOn) : 0;

    /// <summary>The first day of somebody's retirement by the legal age, where it comes within the years that a proposal looks ahead; null otherwise.</summary>
    public DateOnly? RetiresSoon(Person person) => Records.Retiring(Records.Today, Round.EffectiveOn.AddYears(Office.Staff.Rotation.YearsBeforeRetirement))
        .Where(one => one.Person.Id == person.Id).Select(one => (DateOnly?)one.On).FirstOrDefault();

    /// <summary>The placement during which the transfer would come; null for none.</summary>
    public Placement? Away(Person person) => Records.Placements.FirstOrDefault(one => one.PersonId == person.Id
        && one.State is PlacementState.Planned or PlacementState.Running && (one.Until is not { } until || Round.EffectiveOn < until));

    /// <summary>A standing exemption from going to a school; null for none.</summary>
    public string? Exemption(Person person) => Wishes[person.Id].Where(wish => wish.Semester is null && wish.ExemptionReason.Length > 0)
        .Select(wish => wish.ExemptionReason).FirstOrDefault();

    /// <summary>Where somebody would like to go; null for no wish.</summary>
    public string? Wish(Person person) => Wishes[person.Id].Where(wish => wish.WishedSchool.Length > 0)
        .OrderBy(wish => wish.Semester is not null).Select(wish => wish.WishedSchool).FirstOrDefault();

    /// <summary>Why somebody isn't proposed by itself: too short in post, about to retire, a leader, bound by something else; null for somebody who can be asked.</summary>
    public Bilingual? CannotBeAsked(Person person)
    {
        var minimum = Office.Staff.Rotation.MinimumYearsInPost;
        if (person.Status is not StaffStatus.Active)
            return new("不在岗", "not at work");
        if (person.IsLeader is true)
            return new("班子成员", "a member of the leadership team");
        if (Elsewhere.TryGetValue(person.Id, out var other))
            return new($"正在办理{other.Zh}", $"another case is under way: {other.En}");
        if (Away(person) is { } placement)
            return new($"届时在{placement.School}挂职", $"on secondment at {placement.School} then");
        if (Exemption(person) is { } exemption)
            return new($"已登记豁免：{exemption}", $"exempt: {exemption}");
        if (YearsInPost(person) is var years && years < minimum)
            return new($"届时在岗 {years} 年，不满 {minimum} 年", $"{years} years in post then, fewer than {minimum}");
        return RetiresSoon(person) is { } retires ? new($"{retires:yyyy-MM} 到法定退休年龄", $"retires by the legal age in {retires:yyyy-MM}") : null;
    }

    /// <summary>The school of that stage; null where it isn't on the list of schools.</summary>
    public School? School(string name, SchoolStage stage) => Schools.FirstOrDefault(one => one.Name == name && one.Stage == stage);

    /// <summary>How many teachers of a subject would be left.</summary>
    public int LeftOf(string subject) => Teachers.Count(one => one.Subject == subject && !Lines.Any(line => line.PersonId == one.Id));

    /// <summary>The floors R02, R03, R04 and R15 that lie lower on the day of the transfers with the lines than without, before anybody has come.</summary>
    public IEnumerable<ClauseReport> Lowered()
    {
        var facts = Records.On(Round.EffectiveOn);
        var gone = new StaffChange.Rotating(Round.EffectiveOn, [.. Lines.Select(line => line.PersonId)], []).Apply(facts);
        return CollegeReport.Structure(facts, Office.Structure).Zip(CollegeReport.Structure(gone, Office.Structure))
            .Where(pair => Floors.Contains(pair.First.Clause) && (pair.Second.ShortBy ?? 0) > (pair.First.ShortBy ?? 0)).Select(pair => pair.Second);
    }

    private static int WholeYears(DateOnly from, DateOnly until) => until.Year - from.Year - (from.AddYears(until.Year - from.Year) > until ? 1 : 0);
}
