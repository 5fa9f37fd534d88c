using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Planning.Rotation;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Policy.Semesters;
using Workflows.Policy.Shares;
using Workflows.Processes.Rotation;

namespace Workflows.Processes.Planning;

/// <summary>
/// Makes the planner's problem of the coming rotations from what is recorded as of today: a round in each school year, how many R13 asks to come by each,
/// and who can be asked to go.
/// </summary>
public sealed class DraftRotation(Desk desk)
{
    /// <summary>The problem of some semesters. A round whose day of transfers is past is left out.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<RotationDraft> RunAsync(SemesterName from, int semesters, CancellationToken ct)
    {
        var horizon = new PlanningHorizon(desk.Office, from, semesters);
        var rounds = await RoundsAsync(horizon, ct);
        if (rounds.Count == 0)
            return RotationDraft.Without(horizon.Names, new("这些学期里没有尚未到的轮岗生效日", "no round's day of transfers is still to come in these semesters"));

        var hosts = Hosts(rounds[0].Situation.Schools);
        var people = rounds.SelectMany(round => round.Situation.Teachers).DistinctBy(one => one.Id).ToList();
        var teachers = people.Zip(PlanningTeacher.Ids(people)).Select(pair => (Person: pair.First, Teacher: Teacher(pair.Second, pair.First, rounds, hosts))).ToList();
        var approved = Approved(rounds, teachers.ToDictionary(one => one.Person.Id, one => one.Teacher.Id), hosts);
        var (asked, others) = (teachers.FindAll(CanBeAsked), teachers.FindAll(one => !CanBeAsked(one)));
        var (renewal, seniorPosts) = (Renewal(rounds), FreeSeniorPosts(rounds));
        var problem = new RotationProblem(
            [.. horizon.Names], [.. rounds.Select(round => round.Place)], [.. asked.Select(one => one.Teacher)], hosts, Subjects(rounds, asked.Select(one => one.Person)))
        {
            Renewal = renewal, Floors = PlanningFloors.Of(rounds[0].Situation.Records, horizon), FreePlaces = [.. rounds.Select(round => round.Situation.Need.Free)],
            FreeSeniorPosts = seniorPosts, Approved = approved,
        };
        return new RotationDraft(
            problem, asked.ToDictionary(one => one.Teacher.Id, one => one.Person.Id), [.. others.Select(one => new UndecidedTeacher(one.Person.Name, one.Teacher.Unavailable[0].Reason))],
            [.. Missing(renewal.Length < rounds.Count, seniorPosts.IsEmpty)]);

        bool CanBeAsked((Person Person, RotatingTeacher Teacher) one) =>
            one.Teacher.Unavailable.Length < rounds.Count || approved.Any(line => line.TeacherId == one.Teacher.Id);
    }

    // One round for each school year that begins within the plan: on the office's usual day, or the one that runs already.
    private async Task<List<PlannedRound>> RoundsAsync(PlanningHorizon horizon, CancellationToken ct)
    {
        List<PlannedRound> rounds = [];
        foreach (var (place, semester) in horizon.Names.Index().Where(one => one.Item.Number == 1))
        {
            var running = await desk.RunningRotationAsync(semester.StartYear, ct) is { } caseId ? await desk.FindRotationAsync(caseId, ct) : null;
            var effectiveOn = running?.EffectiveOn ?? new DateOnly(semester.StartYear, desk.Office.Staff.Rotation.EffectiveMonth, 1);
            if (effectiveOn <= desk.Today)
                continue;
            var round = new RotationRound { CaseId = running?.CaseId ?? default, Year = effectiveOn.Year, EffectiveOn = effectiveOn };
            rounds.Add(new PlannedRound(
                place, rounds.FirstOrDefault()?.Situation.For(round) ?? await desk.RotationSituationAsync(round, ct),
                [.. running?.Lines.Where(line => line is { Stands: true, TransferredOn: null, School.Length: > 0 }) ?? []]));
        }

        return rounds;
    }

    private static RotatingTeacher Teacher(string id, Person person, List<PlannedRound> rounds, ImmutableArray<HostSchool> hosts)
    {
        var (first, stage) = (rounds[0].Situation, SchoolStages.Parse(person.SchoolStage));
        var wish = first.Wish(person);
        return new RotatingTeacher(id, person.Name, person.Subject, first.YearsInPost(person))
        {
            Stage = stage,
            IsInSeniorPost = person.PostLevel is PostLevel.Senior,
            CountsFor = [.. rounds[0].Facts.Staff.Where(one => one.Id == person.Id).SelectMany(Clauses)],
            Unavailable = [.. from round in rounds let why = round.WhyNot(person) where why is not null select new Unavailable(round.Place, why)],
            Wishes = [.. hosts.Where(host => host.Name == wish).OrderBy(host => host.Stage != stage).Select(host => host.Id)],
        };
    }

    private static IEnumerable<string> Clauses(StaffFact fact)
    {
        if (TitledShare.Counts(fact.Held) is true) yield return "R02";
        if (SeniorShare.Counts(fact.Held) is true) yield return "R03";
        if (BachelorShare.Counts(fact.Education) is true) yield return "R15";
    }

    // Lists that run: the plan keeps to them where it can.
    private static ImmutableArray<ApprovedLine> Approved(List<PlannedRound> rounds, Dictionary<Guid, string> ids, ImmutableArray<HostSchool> hosts) =>
    [
        .. from round in rounds
           from line in round.Lines
           let host = hosts.FirstOrDefault(host => host.Name == line.School && host.Stage == line.Stage)
           where host is not null && ids.ContainsKey(line.PersonId)
           orderby round.Place, ids[line.PersonId]
           select new ApprovedLine(ids[line.PersonId], round.Place, host.Id),
    ];

    private static ImmutableArray<RenewalEnd> Renewal(List<PlannedRound> rounds) =>
    [
        .. rounds.Select(round => round.Situation.Need.Years.FirstOrDefault()).TakeWhile(year => year is { Rounds: 1 })
            .Select(year => new RenewalEnd(year!.Day, year.Share.Entrants, year.Share.Of, year.Share.Lowest, year.Share.Highest)),
    ];

    // Empty where the number isn't on record: nobody is planned to come to a post of which nobody knows whether there is one.
    private static ImmutableArray<int> FreeSeniorPosts(List<PlannedRound> rounds)
    {
        var records = rounds[0].Situation.Records;
        var free = rounds.ConvertAll(round => round.Facts.Quotas.FirstOrDefault(one => one.Name == "高级岗") is { Approved: { } approved, Taken: var taken }
            ? (int?)approved - taken + records.Retiring(records.Today, round.Situation.Round.EffectiveOn).Count(one => one.Person.PostLevel is PostLevel.Senior) : null);
        return free.Contains(null) ? [] : [.. free.Select(one => one!.Value)];
    }

    private static ImmutableArray<RotatingSubject> Subjects(List<PlannedRound> rounds, IEnumerable<Person> asked)
    {
        var (records, today) = (rounds[0].Situation.Records, rounds[0].Situation.Records.On(rounds[0].Situation.Records.Today).Teachers.ToList());
        return
        [
            .. today.Select(one => one.Subject).Concat(asked.Select(one => one.Subject)).Distinct().Order(StringComparer.Ordinal).Select(subject => new RotatingSubject(
                subject, [.. rounds.Select(round => round.Facts.Teachers.Count(one => one.Subject == subject))], today.Count(one => one.Subject == subject),
                records.Office.Staff.Rotation.MinimumTeachersLeft)),
        ];
    }

    private static ImmutableArray<HostSchool> Hosts(IReadOnlyList<School> schools)
    {
        // A distance that nobody knows isn't a short one.
        var farthest = schools.Max(school => school.DistanceKilometres) ?? 0;
        return
        [
            .. schools.Select(school => new HostSchool(
                PlanningSchools.Id(school.Name, school.Stage), school.Name, school.Stage, (int)decimal.Round(school.DistanceKilometres ?? farthest),
                PlanningSchools.IsRural(school.Township))
            {
                Places = PlanningSchools.Places(school),
            }),
        ];
    }

    private static IEnumerable<Bilingual> Missing(bool renewal, bool seniorPosts)
    {
        if (renewal)
            yield return new("R13：专任教师的进出记录不足，有的年末无法计算更新率", "R13: the roster tells too little of who came and went, so some year end has no renewal rate");
        if (seniorPosts)
            yield return new("R25：没有登记高级岗核定数，不安排补充高级职称人员", "R25: the number of senior posts isn't on record, so nobody is planned to come to one");
    }

    // A round, and those on its list where it runs already: for their own round they aren't bound elsewhere.
    private sealed record PlannedRound(int Place, RotationSituation Situation, ImmutableArray<RotationLine> Lines)
    {
        public CollegeFacts Facts { get; } = Situation.Records.On(Situation.Round.EffectiveOn);

        public Bilingual? WhyNot(Person person) => Lines.Any(line => line.PersonId == person.Id) ? null
            : Situation.Teacher(person.Id) is null ? new("届时不在册", "not on the roster then") : Situation.CannotBeAsked(person);
    }
}
