using Workflows.Planning.Secondment;

namespace Workflows.Planning.Rotation;

/// <summary>What the soft goals of a rotation cost.</summary>
internal sealed class RotationCosts(RotationFrame frame)
{
    private readonly RotationWeights weights = frame.Problem.Weights;
    private readonly int longest = frame.Problem.Teachers.Select(teacher => teacher.YearsInPost).DefaultIfEmpty(0).Max();

    /// <summary>What it costs to keep none of the approved lines; each move that keeps one gives its part back.</summary>
    public long NoneKept => (long)weights.ChangedRound * frame.Problem.Approved.Length;

    /// <summary>The price of a move.</summary>
    public long Price(Option move)
    {
        var (teacher, host) = (frame.Teachers[move.Teacher], frame.Hosts[move.Host]);
        return weights.Move + (weights.YearLess * (longest - teacher.YearsInPost)) - Kept(teacher, move.Semester, host) + WishCost(teacher, host)
            + (teacher.Stage is { } own && own != host.Stage ? weights.OtherStage : 0) + (weights.TenKilometres * host.Burden / 10);
    }

    /// <summary>The price of a newcomer.</summary>
    public long Price(Newcomer newcomer) => weights.Newcomer + (newcomer.Level is NewcomerLevel.Senior ? weights.SeniorNewcomer : 0)
        + (weights.Crowded * Math.Min(weights.MostCrowded, frame.Subject(newcomer.Subject).Left[frame.Round(newcomer.Semester)]));

    /// <summary>By how many teachers a subject is smaller after the last round than today, when nobody moves or comes.</summary>
    public static int Missing(RotatingSubject subject) => subject.Now - subject.Left[^1];

    /// <summary>What a whole plan costs.</summary>
    public long Of(Rotated plan)
    {
        var thinner = frame.Problem.Subjects.Sum(subject => Math.Max(0, Missing(subject)
            + plan.Moves.Count(move => frame.Teachers[move.Teacher].Subject == subject.Name)
            - plan.Newcomers.Where(one => one.Who.Subject == subject.Name).Sum(one => one.Count)));
        var rounds = frame.Problem.Rounds.Select(semester => plan.Newcomers.Where(one => one.Who.Semester == semester).Sum(one => one.Count)).ToList();
        return NoneKept + plan.Moves.Sum(Price) + plan.Newcomers.Sum(one => one.Count * Price(one.Who))
            + ((long)weights.Thinner * thinner) + ((long)weights.Uneven * (rounds.DefaultIfEmpty(0).Max() - rounds.DefaultIfEmpty(0).Min()));
    }

    private long Kept(RotatingTeacher teacher, int semester, HostSchool host) => frame.Problem.Approved
        .Where(line => line.TeacherId == teacher.Id && line.Semester == semester)
        .Sum(line => line.HostId == host.Id ? weights.ChangedRound : weights.ChangedRound - weights.ChangedHost);

    private long WishCost(RotatingTeacher teacher, HostSchool host) => teacher.Wishes.IsEmpty ? 0
        : teacher.Wishes.IndexOf(host.Id) is >= 0 and var rank ? Math.Min(weights.UnmetWish, rank * weights.LowerWish) : weights.UnmetWish;
}
