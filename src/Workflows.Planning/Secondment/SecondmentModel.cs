using Google.OrTools.Sat;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>The whole of a plan, or of some subjects, as a model: one variable for each possible placement.</summary>
internal sealed class SecondmentModel
{
    private readonly PlanFrame frame;
    private readonly RuleMode mode;
    private readonly Func<PlanRule, bool> isKept;
    private readonly IReadOnlyCollection<Option> others;
    private readonly List<(Option Option, BoolVar Goes)> placements = [];
    private readonly Dictionary<(int Teacher, int Semester), LinearExpr> goes = [];
    private readonly ILookup<int, (Option Option, BoolVar Goes)> byTeacher;

    /// <summary>Builds the model.</summary>
    /// <param name="frame">The problem.</param>
    /// <param name="teachers">The teachers to plan.</param>
    /// <param name="mode">How the hard rules are put in.</param>
    /// <param name="isKept">Which rules count at all; null for every one.</param>
    /// <param name="others">The placements of everybody else, which stay as they are.</param>
    public SecondmentModel(
        PlanFrame frame, IEnumerable<int> teachers, RuleMode mode = RuleMode.Kept, Func<PlanRule, bool>? isKept = null, IReadOnlyCollection<Option>? others = null)
    {
        (this.frame, this.mode, this.isKept, this.others) = (frame, mode, isKept ?? (_ => true), others ?? []);
        Teachers = [.. teachers.Order()];
        foreach (var option in Teachers.SelectMany(frame.Thinkable))
            AddPlacement(option);
        byTeacher = placements.ToLookup(one => one.Option.Teacher);
        foreach (var group in placements.GroupBy(one => (one.Option.Teacher, one.Option.Semester)))
        {
            goes[group.Key] = LinearExpr.Sum(group.Select(one => one.Goes));
            Model.AddAtMostOne(group.Select(one => one.Goes));
        }

        foreach (var teacher in Teachers)
        {
            AddLastFeasible(teacher);
            AddNextDue(teacher);
            AddPins(teacher);
            AddNoReturn(teacher);
        }

        foreach (var subject in Teachers.Select(t => frame.Teachers[t].Subject).Distinct().Order(StringComparer.Ordinal))
        {
            AddPlaces(subject);
            AddCover(subject);
        }
    }

    public CpModel Model { get; } = new();

    public IReadOnlyList<int> Teachers { get; }

    /// <summary>The literals of the rules under assumption.</summary>
    public Dictionary<PlanRule, BoolVar> Assumptions { get; } = [];

    /// <summary>What breaking rules costs: the rule, how often it is broken, and the price of each time.</summary>
    public List<(PlanRule Rule, IntVar Times, int Price)> Prices { get; } = [];

    /// <summary>What the placements cost, without the spread.</summary>
    public LinearExpr Price => LinearExpr.WeightedSum(placements.Select(one => one.Goes), placements.Select(one => frame.Costs.Price(one.Option)));

    /// <summary>The people who go in a semester.</summary>
    public LinearExpr Away(int semester) =>
        LinearExpr.Sum(placements.Where(one => one.Option.Semester == semester).Select(one => one.Goes)) + others.Count(one => one.Semester == semester);

    /// <summary>How many semesters overdue people wait; null where nobody is overdue.</summary>
    public LinearExpr? Waiting()
    {
        List<BoolVar> waits = [];
        foreach (var teacher in Teachers.Where(t => frame.Teachers[t].IsOverdue))
        {
            for (var semester = 0; semester < frame.Semesters; semester++)
            {
                var waiting = Model.NewBoolVar("");
                Model.Add(LinearExpr.Sum(Enumerable.Range(0, semester + 1).Select(s => Goes(teacher, s))) + waiting >= 1);
                waits.Add(waiting);
            }
        }

        return waits.Count == 0 ? null : LinearExpr.Sum(waits);
    }

    /// <summary>The placements of a solution.</summary>
    public IReadOnlyList<Option> Read(SolverAnswer answer) => [.. placements.Where(one => answer.IsTrue(one.Goes)).Select(one => one.Option)];

    /// <summary>Starts the search at a plan.</summary>
    public void Hint(IReadOnlyCollection<Option> plan)
    {
        var chosen = plan.ToHashSet();
        foreach (var (option, variable) in placements)
            Model.AddHint(variable, chosen.Contains(option) ? 1 : 0);
    }

    private void AddPlacement(Option option)
    {
        var broken = frame.BrokenBy(option).Where(isKept).ToList();
        if (broken.Count > 0 && (mode is RuleMode.Kept || (mode is RuleMode.Priced && broken.Exists(rule => RelaxationPrices.Of(rule.Kind) is null))))
            return;
        var variable = Model.NewBoolVar("");
        placements.Add((option, variable));
        foreach (var rule in broken)
        {
            if (mode is RuleMode.Assumed) Model.AddImplication(Assumption(rule), variable.Not());
            else Prices.Add((rule.Kind is PlanRuleKind.PlacesOnRecord ? frame.OnRecord(option) : rule, variable, RelaxationPrices.Of(rule.Kind)!.Value));
        }
    }

    private void AddLastFeasible(int index)
    {
        var teacher = frame.Teachers[index];
        if (!frame.IsDue(teacher))
            return;
        var all = byTeacher[index].ToList();
        var inTime = all.Where(one => one.Option.Semester <= frame.LastInTime(teacher, frame.Hosts[one.Option.Host].Stage)).Select(one => one.Goes);
        var rule = new PlanRule(PlanRuleKind.LastFeasible, teacher.Id);
        AtLeastOne(rule, LinearExpr.Sum(inTime), RelaxationPrices.Late);
        // Late is better than never.
        if (mode is RuleMode.Priced)
            AtLeastOne(rule, LinearExpr.Sum(all.Select(one => one.Goes)), RelaxationPrices.Never - RelaxationPrices.Late);
    }

    private void AddNextDue(int index)
    {
        var teacher = frame.Teachers[index];
        for (var semester = 0; semester < frame.Semesters; semester++)
        {
            if (frame.NextDue(teacher, semester) is not { } last || !goes.TryGetValue((index, semester), out var earlier))
                continue;
            var later = LinearExpr.Sum(Enumerable.Range(semester + 1, last - semester).Select(s => Goes(index, s)));
            AtLeastOne(new PlanRule(PlanRuleKind.NextDue, teacher.Id, Semester: semester), later - earlier + 1, RelaxationPrices.Late);
        }
    }

    private void AddPins(int index)
    {
        var teacher = frame.Teachers[index];
        foreach (var pin in frame.Pins(teacher))
        {
            if (pin.Semester is { } semester)
                AtLeastOne(PlanFrame.Rule(teacher, pin), Goes(index, semester), RelaxationPrices.Pin);
        }
    }

    // Within one plan a school is asked once for the same person, though R12's cycle may begin anew meanwhile.
    private void AddNoReturn(int index)
    {
        foreach (var atHost in byTeacher[index].GroupBy(one => one.Option.Host).Where(group => group.Count() > 1))
        {
            if (frame.MayReturn(frame.Teachers[index], frame.Hosts[atHost.Key].Id) is { } rule)
                AtMost(rule, [.. atHost.Select(one => one.Goes)], 1, RelaxationPrices.RepeatHost);
        }
    }

    private void AddPlaces(string subject)
    {
        foreach (var group in placements.Where(one => frame.Teachers[one.Option.Teacher].Subject == subject)
            .GroupBy(one => (one.Option.Host, one.Option.Semester)).OrderBy(group => group.Key))
        {
            // Of a school without places for the subject another rule speaks, unless a decision sends somebody there.
            if (frame.FreePlaces(group.Key.Host, subject, group.Key.Semester) is not { } places)
                continue;
            var counted = group.Where(one => frame.IsCounted(one.Option));
            var taken = others.Count(one => (one.Host, one.Semester) == group.Key && frame.Teachers[one.Teacher].Subject == subject && frame.IsCounted(one));
            AtMost(
                new PlanRule(PlanRuleKind.Places, Subject: subject, HostId: frame.Hosts[group.Key.Host].Id, Semester: group.Key.Semester),
                [.. counted.Select(one => one.Goes)], places - taken, RelaxationPrices.Place);
        }
    }

    private void AddCover(string subject)
    {
        for (var semester = 0; semester < frame.Semesters; semester++)
        {
            if (frame.MaySend(subject, semester) is not { } most)
                continue;
            AtMost(
                new PlanRule(PlanRuleKind.SubjectCover, Subject: subject, Semester: semester),
                [.. placements.Where(one => one.Option.Semester == semester && frame.Teachers[one.Option.Teacher].Subject == subject).Select(one => one.Goes)],
                most - others.Count(one => one.Semester == semester && frame.Teachers[one.Teacher].Subject == subject), RelaxationPrices.Cover);
        }
    }

    private void AtLeastOne(PlanRule rule, LinearExpr sum, int price)
    {
        if (!isKept(rule))
            return;
        if (mode is RuleMode.Kept) Model.Add(sum >= 1);
        else if (mode is RuleMode.Assumed) Model.Add(sum >= 1).OnlyEnforceIf(Assumption(rule));
        else Model.Add(sum + Priced(rule, 1, price) >= 1);
    }

    private void AtMost(PlanRule rule, List<BoolVar> people, int most, int price)
    {
        if (people.Count <= most || !isKept(rule))
            return;
        if (mode is RuleMode.Kept) Model.Add(LinearExpr.Sum(people) <= most);
        else if (mode is RuleMode.Assumed) Model.Add(LinearExpr.Sum(people) <= most).OnlyEnforceIf(Assumption(rule));
        else Model.Add(LinearExpr.Sum(people) <= most + Priced(rule, people.Count - most, price));
    }

    private IntVar Priced(PlanRule rule, int most, int price)
    {
        var times = Model.NewIntVar(0, most, "");
        Prices.Add((rule, times, price));
        return times;
    }

    private BoolVar Assumption(PlanRule rule)
    {
        if (!Assumptions.TryGetValue(rule, out var literal))
            Assumptions[rule] = literal = Model.NewBoolVar("");
        return literal;
    }

    private LinearExpr Goes(int teacher, int semester) => goes.GetValueOrDefault((teacher, semester)) ?? LinearExpr.Constant(0);
}
