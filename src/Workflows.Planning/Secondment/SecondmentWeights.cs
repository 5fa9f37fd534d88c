namespace Workflows.Planning.Secondment;

/// <summary>What the soft goals weigh against each other, in points; the cheapest plan is proposed.</summary>
public sealed record SecondmentWeights
{
    /// <summary>Each placement: nobody goes more often than R12 asks.</summary>
    public int Placement { get; init; } = 200;

    /// <summary>An approved line whose semester isn't kept.</summary>
    public int ChangedSemester { get; init; } = 60;

    /// <summary>An approved line whose school isn't kept, in the approved semester.</summary>
    public int ChangedHost { get; init; } = 30;

    /// <summary>Each rank that a wish is below the first.</summary>
    public int LowerWish { get; init; } = 10;

    /// <summary>A placement of somebody with wishes that meets none.</summary>
    public int UnmetWish { get; init; } = 40;

    /// <summary>A school of another stage than the teacher's own.</summary>
    public int OtherStage { get; init; } = 15;

    /// <summary>Each person by whom a semester lies outside its even share.</summary>
    public int Spread { get; init; } = 30;

    /// <summary>
    /// The square of the burden that somebody has carried, in hundreds of square kilometres: the same burden on two shoulders is fairer than on one,
    /// and costs half.
    /// </summary>
    public int Burden { get; init; } = 1;
}
