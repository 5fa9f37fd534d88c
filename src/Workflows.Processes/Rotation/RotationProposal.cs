using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Rotation;

/// <summary>
/// Whom a year's rotation proposes by itself: as many as R13 asks for, the longest in post first; nobody whose subject would be left with too few
/// teachers (R01), nobody by whose going R02, R03, R04 or R15 falls lower below its floor.
/// </summary>
public static class RotationProposal
{
    /// <summary>The round with its proposed lines and vacancies; HR goes on from there.</summary>
    /// <param name="situation">The round, with neither.</param>
    /// <param name="newId">Makes the id of a line or a vacancy.</param>
    public static RotationRound Fill(RotationSituation situation, Func<Guid> newId)
    {
        foreach (var (place, teacher) in situation.Teachers.Where(one => situation.CannotBeAsked(one) is null).Index())
        {
            if (situation.Round.Lines.Count >= situation.Need.Leavers)
                break;
            Try(situation, teacher, place + 1, newId());
        }

        situation.Round.Vacancies = Vacancies(situation, newId);
        return situation.Round;
    }

    private static void Try(RotationSituation situation, Person teacher, int place, Guid id)
    {
        var floor = situation.Records.Office.Staff.Rotation.MinimumTeachersLeft;
        var before = situation.Lowered().Select(one => (one.Clause, one.ShortBy)).ToList();
        var host = Host(situation, teacher);
        var left = situation.LeftOf(teacher.Subject) - 1;
        if (left < floor)
            return;
        var line = new RotationLine
        {
            Id = id, RoundId = situation.Round.CaseId, PersonId = teacher.Id, School = host?.Name ?? "",
            Stage = host?.Stage ?? SchoolStages.Parse(teacher.SchoolStage) ?? SchoolStage.Primary,
        };
        (line.Reason, line.ReasonEn) = RotationReasons.OfLine(situation, teacher, place, left);
        situation.Round.Lines.Add(line);
        if (!situation.Lowered().Select(one => (one.Clause, one.ShortBy)).SequenceEqual(before))
            situation.Round.Lines.Remove(line);
    }

    // A wish goes before the stage of one's own, and that before an even spread and what is near.
    private static School? Host(RotationSituation situation, Person teacher)
    {
        var (wish, stage) = (situation.Wish(teacher), SchoolStages.Parse(teacher.SchoolStage));
        return situation.Schools.OrderBy(school => school.Name != wish).ThenBy(school => school.Stage != stage)
            .ThenBy(school => situation.Lines.Count(line => line.School == school.Name)).ThenBy(school => school.DistanceKilometres ?? decimal.MaxValue)
            .ThenBy(school => school.Name, StringComparer.Ordinal).FirstOrDefault();
    }

    // First in the place of those who go, then of those who retire, then where the fewest teachers are.
    private static IReadOnlyList<RotationVacancy> Vacancies(RotationSituation situation, Func<Guid> newId)
    {
        var places = Math.Min(situation.Need.Newcomers, situation.Round.Lines.Count + situation.Need.Free);
        var going = situation.Lines.Select(line => situation.Teacher(line.PersonId)!).Select(one => (Like: one, Why: RotationReasons.Replaces(one)));
        var retiring = situation.Records.Retiring(situation.Records.Today, new DateOnly(situation.Round.EffectiveOn.Year, 12, 31))
            .Where(one => one.Person.Category is StaffCategory.FullTimeTeacher).Select(one => (Like: one.Person, Why: RotationReasons.Retires(one.Person, one.On)));
        var thin = situation.Teachers.Where(one => one.Subject.Length > 0).GroupBy(one => one.Subject).OrderBy(group => situation.LeftOf(group.Key))
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (Like: group.First(), Why: RotationReasons.Thin(group.Key, situation.LeftOf(group.Key))));
        return
        [
            .. going.Concat(retiring).Concat(thin).Take(places)
                .GroupBy(one => (one.Like.Subject, Stage: SchoolStages.Parse(one.Like.SchoolStage) ?? SchoolStage.Primary, Level: one.Like.PostLevel ?? PostLevel.Intermediate))
                .Select(group => new RotationVacancy
                {
                    Id = newId(), Subject = group.Key.Subject, Stage = group.Key.Stage.Word(), Level = group.Key.Level, Places = group.Count(),
                    Reason = string.Join("；", group.Select(one => one.Why.Zh).Distinct()), ReasonEn = string.Join("; ", group.Select(one => one.Why.En).Distinct()),
                }),
        ];
    }
}
