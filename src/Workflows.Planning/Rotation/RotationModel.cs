using Google.OrTools.Sat;
using Workflows.Planning.Secondment;
using Workflows.Planning.Solving;

namespace Workflows.Planning.Rotation;

/// <summary>A rotation as a model: one variable for each possible move, one for each kind of newcomers in each round.</summary>
internal sealed class RotationModel
{
    private readonly RotationFrame frame;
    private readonly List<(Option Move, BoolVar Goes)> moves;
    private readonly List<(Newcomer Who, IntVar Count)> newcomers;

    /// <summary>Builds the model.</summary>
    /// <param name="frame">The problem.</param>
    /// <param name="mode">How the hard rules are put in.</param>
    /// <param name="isKept">Which rules count at all; null for every one.</param>
    public RotationModel(RotationFrame frame, RuleMode mode = RuleMode.Kept, Func<RotationRule, bool>? isKept = null)
    {
        this.frame = frame;
        moves = [.. frame.Moves.Select(move => (move, Model.NewBoolVar("")))];
        newcomers = [.. frame.Newcomers.Select(who => (who, Model.NewIntVar(0, frame.MostNewcomers, "")))];
        foreach (var teacher in moves.GroupBy(one => one.Move.Teacher))
            Model.AddAtMostOne(teacher.Select(one => one.Goes));
        foreach (var constraint in RotationConstraints.Of(frame).Where(one => isKept is null || isKept(one.Rule)))
            Add(constraint, mode);
    }

    public CpModel Model { get; } = new();

    /// <summary>The literals of the rules under assumption.</summary>
    public Dictionary<RotationRule, BoolVar> Assumptions { get; } = [];

    /// <summary>What breaking rules costs: the rule, by how many people it is broken, and the price of each.</summary>
    public List<(RotationRule Rule, IntVar People, int Price)> Prices { get; } = [];

    /// <summary>What a plan costs by its soft goals.</summary>
    public LinearExpr Cost() => LinearExpr.Sum(
    [
        LinearExpr.WeightedSum(moves.Select(one => one.Goes), moves.Select(one => frame.Costs.Price(one.Move))),
        LinearExpr.WeightedSum(newcomers.Select(one => one.Count), newcomers.Select(one => frame.Costs.Price(one.Who))),
        Thinner() * frame.Problem.Weights.Thinner, Uneven() * frame.Problem.Weights.Uneven, LinearExpr.Constant(frame.Costs.NoneKept),
    ]);

    /// <summary>The plan of a solution.</summary>
    public Rotated Read(SolverAnswer answer) => new(
        [.. moves.Where(one => answer.IsTrue(one.Goes)).Select(one => one.Move)],
        [.. newcomers.Select(one => (one.Who, (int)answer.Values[one.Count.Index])).Where(one => one.Item2 > 0)]);

    private void Add(RotationConstraint constraint, RuleMode mode)
    {
        List<(IntVar Variable, int Weight)> terms =
        [
            .. moves.Select(one => ((IntVar)one.Goes, constraint.OfMove(one.Move))), .. newcomers.Select(one => (one.Count, constraint.OfNewcomer(one.Who))),
        ];
        terms.RemoveAll(one => one.Weight == 0);
        // What no plan can change isn't the plan's to keep.
        if (terms.Count == 0 && constraint.Start >= constraint.Floor)
            return;
        var left = LinearExpr.WeightedSum(terms.Select(one => one.Variable), terms.Select(one => one.Weight)) + constraint.Start;
        if (mode is RuleMode.Assumed)
        {
            Model.Add(left >= constraint.Floor).OnlyEnforceIf(Assumptions[constraint.Rule] = Model.NewBoolVar(""));
            return;
        }

        if (mode is RuleMode.Priced && RotationWording.Price(constraint.Rule.Kind) is { } price)
        {
            var people = Model.NewIntVar(0, frame.Teachers.Count + frame.MostNewcomers + Math.Abs(constraint.Start), "");
            Prices.Add((constraint.Rule, people, price));
            left += people * constraint.Unit;
        }

        Model.Add(left >= constraint.Floor);
    }

    private LinearExpr Thinner()
    {
        List<IntVar> missing = [];
        foreach (var subject in frame.Problem.Subjects.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var gone = LinearExpr.Sum(moves.Where(one => frame.Teachers[one.Move.Teacher].Subject == subject.Name).Select(one => one.Goes));
            var come = LinearExpr.Sum(newcomers.Where(one => one.Who.Subject == subject.Name).Select(one => one.Count));
            var people = Model.NewIntVar(0, Math.Max(0, RotationCosts.Missing(subject)) + frame.Teachers.Count, "");
            Model.Add(people >= gone - come + RotationCosts.Missing(subject));
            missing.Add(people);
        }

        return LinearExpr.Sum(missing);
    }

    private LinearExpr Uneven()
    {
        var (most, least) = (Model.NewIntVar(0, frame.MostNewcomers * frame.Newcomers.Count, ""), Model.NewIntVar(0, frame.MostNewcomers * frame.Newcomers.Count, ""));
        foreach (var semester in frame.Problem.Rounds)
        {
            var come = LinearExpr.Sum(newcomers.Where(one => one.Who.Semester == semester).Select(one => one.Count));
            Model.Add(most >= come);
            Model.Add(least <= come);
        }

        return most - least;
    }
}
