using Google.OrTools.Sat;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Secondment;

/// <summary>The first of two stages, for one subject: who goes when, each at the price of the cheapest school.</summary>
internal sealed class SemesterModel
{
    private readonly PlanFrame frame;
    private readonly string subject;
    private readonly List<int> people;
    private readonly Dictionary<(int Teacher, int Semester), BoolVar> goes = [];

    /// <summary>Builds the model.</summary>
    /// <param name="frame">The problem.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="before">Who goes in each semester of the subjects planned before: together they are to be even.</param>
    public SemesterModel(PlanFrame frame, string subject, IReadOnlyCollection<Option> before)
    {
        (this.frame, this.subject, people) = (frame, subject, [.. frame.OfSubject(subject)]);
        List<BoolVar> variables = [];
        List<long> prices = [];
        foreach (var teacher in people)
        {
            Choices[teacher] = frame.Allowed(teacher).ToLookup(one => one.Semester);
            foreach (var semester in Choices[teacher].OrderBy(group => group.Key))
            {
                variables.Add(goes[(teacher, semester.Key)] = Model.NewBoolVar(""));
                prices.Add(semester.Min(frame.Costs.Price));
            }
        }

        var due = people.Concat(before.Select(one => one.Teacher)).Distinct().Count(t => frame.IsDue(frame.Teachers[t]));
        Price = LinearExpr.WeightedSum(variables, prices);
        Uneven = Spread.Cost(Model, frame, semester => Away(semester) + before.Count(one => one.Semester == semester), frame.Costs.EvenShare(due));
        foreach (var teacher in people)
            AddTeacher(teacher);
        var schools = Enumerable.Range(0, frame.Hosts.Count).ToHashSet();
        for (var semester = 0; semester < frame.Semesters; semester++)
        {
            if (frame.MaySend(subject, semester) is { } most)
                Limit(Open(semester, schools), semester, most);
            // All schools together: the limits that are found later speak of fewer.
            Limit(Open(semester, schools), semester, Places(schools, semester));
        }
    }

    public CpModel Model { get; } = new();

    /// <summary>What each teacher could do in each semester.</summary>
    public Dictionary<int, ILookup<int, Option>> Choices { get; } = [];

    /// <summary>What the placements cost, each at the cheapest school.</summary>
    public LinearExpr Price { get; }

    /// <summary>What the uneven semesters cost, with the subjects planned before.</summary>
    public LinearExpr Uneven { get; }

    /// <summary>How many semesters overdue people wait; null where nobody is overdue.</summary>
    public LinearExpr? Waiting()
    {
        List<BoolVar> waits = [];
        foreach (var teacher in people.Where(t => frame.Teachers[t].IsOverdue))
        {
            for (var semester = 0; semester < frame.Semesters; semester++)
            {
                var waiting = Model.NewBoolVar("");
                Model.Add(Between(teacher, 0, semester) + waiting >= 1);
                waits.Add(waiting);
            }
        }

        return waits.Count == 0 ? null : LinearExpr.Sum(waits);
    }

    /// <summary>Who goes in each semester.</summary>
    public IEnumerable<IGrouping<int, int>> Read(SolverAnswer answer) => goes.Where(one => answer.IsTrue(one.Value))
        .OrderBy(one => one.Key).GroupBy(one => one.Key.Semester, one => one.Key.Teacher).OrderBy(group => group.Key);

    /// <summary>
    /// Some people who can't all go in a semester, as the schools open to them have too few places. Holds of everybody to whom no other school is open:
    /// true of every plan where that includes these people, and else only a way to try another plan.
    /// </summary>
    /// <returns>Whether it is true of every plan.</returns>
    public bool Exclude(int semester, IReadOnlyCollection<int> whom, IReadOnlySet<int> schools)
    {
        var (all, places) = (Open(semester, schools), Places(schools, semester));
        var isTrueOfAll = whom.Count(all.Contains) > places;
        Limit(isTrueOfAll ? all : whom, semester, isTrueOfAll ? places : whom.Count - 1);
        return isTrueOfAll;
    }

    /// <summary>Starts the next search where the last one ended.</summary>
    public void Hint(SolverAnswer answer)
    {
        Model.ClearHints();
        foreach (var variable in goes.Values)
            Model.AddHint(variable, answer.IsTrue(variable) ? 1 : 0);
    }

    /// <summary>The people who go in a semester.</summary>
    public LinearExpr Away(int semester) => LinearExpr.Sum(goes.Where(one => one.Key.Semester == semester).Select(one => one.Value));

    private void AddTeacher(int index)
    {
        var teacher = frame.Teachers[index];
        if (frame.IsDue(teacher))
            Model.Add(LinearExpr.Sum(Choices[index].Where(IsInTime).Select(group => goes[(index, group.Key)])) >= 1);
        foreach (var semester in Choices[index].Select(group => group.Key))
        {
            if (frame.NextDue(teacher, semester) is { } next)
                Model.Add(Between(index, semester + 1, next) - goes[(index, semester)] >= 0);
        }

        foreach (var pin in frame.Pins(teacher))
        {
            if (pin.Semester is { } at)
                Model.Add(Between(index, at, at) >= 1);
        }

        bool IsInTime(IGrouping<int, Option> group) => group.Any(one => one.Semester <= frame.LastInTime(teacher, frame.Hosts[one.Host].Stage));
    }

    private LinearExpr Between(int teacher, int first, int last) => LinearExpr.Sum(
        Enumerable.Range(first, last - first + 1).Where(s => goes.ContainsKey((teacher, s))).Select(s => goes[(teacher, s)]));

    private void Limit(IReadOnlyCollection<int> whom, int semester, int most)
    {
        if (whom.Count > most)
            Model.Add(LinearExpr.Sum(whom.Select(t => goes[(t, semester)])) <= most);
    }

    // Those to whom no other school is open.
    private List<int> Open(int semester, IReadOnlySet<int> schools) =>
        [.. people.Where(t => goes.ContainsKey((t, semester)) && Choices[t][semester].All(one => schools.Contains(one.Host)))];

    private int Places(IEnumerable<int> schools, int semester) =>
        (int)Math.Min(int.MaxValue, schools.Sum(host => (long?)frame.FreePlaces(host, subject, semester) ?? int.MaxValue));
}
