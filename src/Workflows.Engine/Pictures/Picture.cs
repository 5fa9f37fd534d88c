namespace Workflows.Engine;

/// <summary>
/// A definition as a drawing, in pixels from the upper left corner, and how far a case has come in it. Pure data: the page draws it.
/// </summary>
/// <param name="Width">The width of the whole drawing.</param>
/// <param name="Height">The height of the whole drawing.</param>
/// <param name="Nodes">The boxes in the order of the file.</param>
/// <param name="Edges">The arrows in the order of the file.</param>
public sealed record Picture(double Width, double Height, IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges)
{
    /// <summary>
    /// Draws the definition, with positions from the designer if every activity has one, else in computed layers from top to bottom; and
    /// marks how far the case has come, if one is given. The same definition always gives the same drawing.
    /// </summary>
    /// <exception cref="ArgumentException">The case follows another definition or version.</exception>
    public static Picture Of(ProcessDefinition definition, CaseState? state = null)
    {
        if (state is not null && (state.DefinitionId != definition.Id || state.Version != definition.Version))
        {
            throw new ArgumentException(
                $"The case follows '{state.DefinitionId}' {state.Version}, not '{definition.Id}' {definition.Version}.", nameof(state));
        }

        var layout = definition.Activities.All(activity => activity.Box is not null)
            ? Layout.FromDesigner(definition)
            : Layout.InLayers(definition);
        return new Picture(
            layout.Width,
            layout.Height,
            [.. definition.Activities.Select((activity, index) => Node(activity, layout.Boxes[index], state))],
            [.. definition.Connections.Select((connection, index) => Edge(connection, layout.Lines[index], state))]);
    }

    private static PictureNode Node(Activity activity, Box box, CaseState? state)
    {
        var visits = state?.Visits.GetValueOrDefault(activity.Id) ?? 0;
        var current = state is not null
            && (state.Waits.Exists(wait => wait.ActivityId == activity.Id) || state.Arrivals.ContainsKey(activity.Id));
        var last = state?.Trail.FindLast(entry => entry.ActivityId == activity.Id);
        var progress = current ? NodeProgress.Current : last is null or { Withdrawn: true } ? NodeProgress.NotReached : NodeProgress.Done;
        return new PictureNode(activity.Id, activity.Title, activity.Kind, box, progress, visits, last?.Outcome);
    }

    private static PictureEdge Edge(Connection connection, IReadOnlyList<PicturePoint> points, CaseState? state)
    {
        var taken = state is not null && state.Trail.Exists(entry => entry.ActivityId == connection.Source.Id && !entry.Withdrawn
            && (connection.Source.Kind == ActivityKind.Fork || entry.Outcome == connection.Port));
        return new PictureEdge(connection.Source.Id, connection.Port, connection.Target.Id, points, connection.IsBackward, taken);
    }
}

/// <summary>A point of the drawing, in pixels.</summary>
public readonly record struct PicturePoint(double X, double Y);

/// <summary>A box of the drawing.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">What it is, for its shape.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Progress">How far the case has come here.</param>
/// <param name="Visits">How often the case came here.</param>
/// <param name="LastOutcome">By which outcome the case last left; null if it did not, or if it ended here.</param>
public sealed record PictureNode(
    string ActivityId, ActivityTitle Title, ActivityKind Kind, Box Box, NodeProgress Progress, int Visits, string? LastOutcome);

/// <summary>An arrow of the drawing.</summary>
/// <param name="SourceId">Where it comes from.</param>
/// <param name="Port">The outcome it stands for.</param>
/// <param name="TargetId">Where it leads.</param>
/// <param name="Points">Its corners from tail to tip; at least two.</param>
/// <param name="IsBackward">True if it closes a loop.</param>
/// <param name="Taken">True if the case went this way at least once.</param>
public sealed record PictureEdge(
    string SourceId, string Port, string TargetId, IReadOnlyList<PicturePoint> Points, bool IsBackward, bool Taken);

/// <summary>How far a case has come at a box.</summary>
public enum NodeProgress
{
    /// <summary>The case was not here, or was called away before it was done.</summary>
    NotReached,

    /// <summary>The case waits here.</summary>
    Current,

    /// <summary>The case left here, or ended here.</summary>
    Done,
}
