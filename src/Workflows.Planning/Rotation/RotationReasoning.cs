using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy;

namespace Workflows.Planning.Rotation;

/// <summary>Why somebody moves and why others come, by clause and number, in sentences that the person may read.</summary>
internal sealed class RotationReasoning(RotationFrame frame, Rotated plan)
{
    /// <summary>The reasons of a move, the strongest first.</summary>
    public ImmutableArray<Bilingual> Of(Option move)
    {
        var (teacher, host) = (frame.Teachers[move.Teacher], frame.Hosts[move.Host]);
        return [.. new[] { Decided(teacher, move, host), Need(move.Semester), Order(teacher, move.Semester), Cover(teacher, move), Approved(teacher, move, host), Wished(teacher, host), Distance(teacher, host) }.OfType<Bilingual>()];
    }

    /// <summary>The reasons of newcomers.</summary>
    public ImmutableArray<Bilingual> Of(Newcomer who)
    {
        var subject = frame.Subject(who.Subject);
        var gone = plan.Moves.Count(move => move.Semester <= who.Semester && frame.Teachers[move.Teacher].Subject == who.Subject);
        var (name, left) = (PlanWords.Subject(who.Subject), subject.Left[frame.Round(who.Semester)] - gone);
        return
        [
            .. new[]
            {
                Need(who.Semester),
                new Bilingual(
                    $"R01：{name.Zh}现有 {subject.Now} 人，到时（退休、调出后）还有 {left} 人", $"R01: {name.En} has {subject.Now} teachers now, and {left} by then, after retirements and moves"),
                who.Level is NewcomerLevel.Senior
                    ? new Bilingual("R03：须为高级职称，否则高级占比低于下限", "R03: with a senior title, or the share of senior titles falls below its floor") : null,
            }.OfType<Bilingual>(),
        ];
    }

    private static Bilingual? Decided(RotatingTeacher teacher, Option move, HostSchool host) =>
        teacher.Pins.Any(pin => pin.Semester == move.Semester && (pin.HostId ?? host.Id) == host.Id) ? new("已有决定", "decided beforehand") : null;

    private Bilingual? Need(int semester)
    {
        var round = frame.Round(semester);
        if (round >= frame.Problem.Renewal.Length)
            return null;
        var (end, come) = (frame.Problem.Renewal[round], plan.Newcomers.Where(one => one.Who.Semester <= semester).Sum(one => one.Count));
        return new(
            $"R13：{end.Day.Year} 年末五年更新应有 {end.Lowest}—{end.Highest} 人，不补充只有 {end.Entrants} 人；到本轮补充 {come} 人，编制空额 {frame.Problem.FreePlaces[round]} 个",
            $"R13: at the end of {end.Day.Year} the renewal should be {end.Lowest} to {end.Highest} people and is {end.Entrants} if nobody comes; {come} come by this round, {frame.Problem.FreePlaces[round]} places are free");
    }

    // Among those who can be asked in that round and haven't moved before.
    private Bilingual Order(RotatingTeacher teacher, int semester)
    {
        var before = plan.Moves.Where(move => move.Semester < semester).Select(move => move.Teacher).ToHashSet();
        var place = 1 + frame.Teachers.Index().Count(one => !before.Contains(one.Index) && one.Item.YearsInPost > teacher.YearsInPost && !one.Item.Unavailable.Any(away => away.Semester == semester));
        return new($"首轮时在岗满 {teacher.YearsInPost} 年，在可轮岗教师中第 {place} 长", $"{teacher.YearsInPost} years in post at the first round, place {place} among those who can be asked");
    }

    private Bilingual? Cover(RotatingTeacher teacher, Option move)
    {
        if (teacher.Subject.Length == 0)
            return null;
        var left = frame.Subject(teacher.Subject).Left[frame.Round(move.Semester)]
            - plan.Moves.Count(one => one.Semester <= move.Semester && frame.Teachers[one.Teacher].Subject == teacher.Subject)
            + plan.Newcomers.Where(one => one.Who.Semester < move.Semester && one.Who.Subject == teacher.Subject).Sum(one => one.Count);
        return new($"R01：调出后{teacher.Subject}还有 {left} 人", $"R01: {left} teachers of {teacher.Subject} are left");
    }

    private Bilingual? Approved(RotatingTeacher teacher, Option move, HostSchool host)
    {
        var lines = frame.Problem.Approved.Where(line => line.TeacherId == teacher.Id).ToList();
        return lines.Count == 0 ? null
            : lines.Exists(line => line.Semester == move.Semester && line.HostId == host.Id) ? new("与已批准的安排一致", "as approved before")
            : new("已批准的安排有变", "changed from what was approved");
    }

    private static Bilingual? Wished(RotatingTeacher teacher, HostSchool host) => teacher.Wishes.IsEmpty ? null
        : teacher.Wishes.IndexOf(host.Id) is >= 0 and var rank ? new($"符合本人第 {rank + 1} 志愿", $"wish no. {rank + 1}")
        : new("未能满足本人意愿", "against the teacher's wishes");

    private static Bilingual Distance(RotatingTeacher teacher, HostSchool host)
    {
        var stage = teacher.Stage is { } own && own != host.Stage ? new Bilingual("，学段不同", ", another stage") : new("", "");
        return new($"距离 {host.DistanceKilometres} 公里{stage.Zh}", $"{host.DistanceKilometres} km away{stage.En}");
    }
}
