namespace Workflows.Planning.Secondment;

/// <summary>What the soft goals cost. All but the spread is a sum over placements, so that each placement has its price.</summary>
internal sealed class PlanCosts(PlanFrame frame)
{
    private readonly SecondmentWeights weights = frame.Problem.Weights;

    /// <summary>What it costs to keep none of the approved lines; each placement that keeps one gives its part back.</summary>
    public long NoneKept => frame.Teachers.Sum(teacher => (long)weights.ChangedSemester * frame.ApprovedFor(teacher).Count());

    /// <summary>The price of a placement, what it gives back for approved lines taken off.</summary>
    public long Price(Option option)
    {
        var (teacher, host) = (frame.Teachers[option.Teacher], frame.Hosts[option.Host]);
        return weights.Placement - Kept(teacher, option.Semester, host) + WishCost(teacher, option.Semester, host) + StageCost(teacher, host) + BurdenCost(teacher, host);
    }

    /// <summary>The even share of a semester when so many are due: at least and at most so many people, those already away included.</summary>
    public (int Least, int Most) EvenShare(int due)
    {
        var people = due + frame.Problem.AlreadyAway.Sum();
        return (people / frame.Semesters, (people + frame.Semesters - 1) / frame.Semesters);
    }

    /// <summary>The same with everybody who is due.</summary>
    public (int Least, int Most) EvenShare() => EvenShare(frame.Teachers.Count(frame.IsDue));

    /// <summary>How many are away in a semester by decisions made already.</summary>
    public int AlreadyAway(int semester) => frame.Problem.AlreadyAway.IsEmpty ? 0 : frame.Problem.AlreadyAway[semester];

    /// <summary>For how many semesters overdue people wait in a plan.</summary>
    public int Waiting(IEnumerable<Option> plan) => Waiting(plan, Enumerable.Range(0, frame.Teachers.Count));

    /// <summary>For how many semesters the overdue ones of some people wait in a plan.</summary>
    public int Waiting(IEnumerable<Option> plan, IEnumerable<int> people)
    {
        var turns = plan.ToLookup(one => one.Teacher, one => one.Semester);
        return people.Where(t => frame.Teachers[t].IsOverdue).Sum(t => turns[t].DefaultIfEmpty(frame.Semesters).Min());
    }

    /// <summary>What a whole plan costs, part by part.</summary>
    public PlanCostParts Of(IReadOnlyCollection<Option> plan)
    {
        var (least, most) = EvenShare();
        var spread = Enumerable.Range(0, frame.Semesters).Sum(semester =>
        {
            var away = AlreadyAway(semester) + plan.Count(one => one.Semester == semester);
            return weights.Spread * (long)Math.Max(0, Math.Max(away - most, least - away));
        });
        return new PlanCostParts(
            (long)weights.Placement * plan.Count, NoneKept - Sum(Kept), Sum(WishCost), Sum((teacher, _, host) => StageCost(teacher, host)),
            Sum((teacher, _, host) => BurdenCost(teacher, host)), spread);

        long Sum(Func<PlannedTeacher, int, HostSchool, long> part) =>
            plan.Sum(one => part(frame.Teachers[one.Teacher], one.Semester, frame.Hosts[one.Host]));
    }

    private long Kept(PlannedTeacher teacher, int semester, HostSchool host) => frame.ApprovedFor(teacher).Where(line => line.Semester == semester)
        .Sum(line => line.HostId == host.Id ? weights.ChangedSemester : weights.ChangedSemester - weights.ChangedHost);

    private long WishCost(PlannedTeacher teacher, int semester, HostSchool host)
    {
        if (teacher.Wishes.IsEmpty)
            return 0;
        return teacher.WishMetBy(semester, host.Id) is { } rank ? Math.Min(weights.UnmetWish, (rank - 1) * weights.LowerWish) : weights.UnmetWish;
    }

    private long StageCost(PlannedTeacher teacher, HostSchool host) => teacher.Stage is { } own && own != host.Stage ? weights.OtherStage : 0;

    // By how much the square of what the person has carried grows.
    private long BurdenCost(PlannedTeacher teacher, HostSchool host)
    {
        long before = teacher.PastBurden, after = before + host.Burden;
        return weights.Burden * (((after * after) - (before * before)) / 100);
    }
}
