namespace Workflows.Engine;

/// <summary>Where boxes stand and lines run: by the designer's positions, or in layers, each box below what leads to it.</summary>
internal sealed record Layout(double Width, double Height, Box[] Boxes, PicturePoint[][] Lines)
{
    private const double BoxWidth = 160;
    private const double BoxHeight = 56;
    private const double ColumnGap = 40;
    private const double RowGap = 48;
    private const double Margin = 24;
    private const double LaneGap = 14;

    /// <summary>The designer's own positions, moved to the upper left corner; lines run straight from border to border.</summary>
    public static Layout FromDesigner(ProcessDefinition definition)
    {
        var given = definition.Activities.Select(activity => activity.Box!.Value).ToArray();
        var (left, top) = (given.Min(box => box.X) - Margin, given.Min(box => box.Y) - Margin);
        var boxes = Array.ConvertAll(given, box => box with { X = box.X - left, Y = box.Y - top });
        var lines = definition.Connections.Select(connection => Straight(boxes[connection.Source.Index], boxes[connection.Target.Index]));
        return new Layout(boxes.Max(box => box.X + box.Width) + Margin, boxes.Max(box => box.Y + box.Height) + Margin, boxes, [.. lines]);
    }

    /// <summary>Computed layers from top to bottom; lines that go back or pass a layer run in lanes of their own at the right.</summary>
    public static Layout InLayers(ProcessDefinition definition)
    {
        var layers = Layers(definition);
        var rows = Rows(definition, layers);
        var widest = rows.Max(row => row.Count);
        var inner = (widest * BoxWidth) + ((widest - 1) * ColumnGap);
        var boxes = new Box[definition.Activities.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var width = (rows[row].Count * BoxWidth) + ((rows[row].Count - 1) * ColumnGap);
            for (var column = 0; column < rows[row].Count; column++)
            {
                boxes[rows[row][column].Index] = new Box(
                    Margin + ((inner - width) / 2) + (column * (BoxWidth + ColumnGap)),
                    Margin + (row * (BoxHeight + RowGap)),
                    BoxWidth,
                    BoxHeight);
            }
        }

        var lane = Margin + inner;
        var lines = definition.Connections.Select(connection =>
            layers[connection.Target.Index] == layers[connection.Source.Index] + 1
                ? Down(boxes[connection.Source.Index], boxes[connection.Target.Index])
                : Around(boxes[connection.Source.Index], boxes[connection.Target.Index], lane += LaneGap)).ToArray();
        return new Layout(lane + Margin, Margin + (rows.Count * (BoxHeight + RowGap)) - RowGap + Margin, boxes, lines);
    }

    /// <summary>By activity index: the length of the longest way from the start that goes back over no loop.</summary>
    private static int[] Layers(ProcessDefinition definition)
    {
        var layers = new int[definition.Activities.Count];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var connection in definition.Connections.Where(connection => !connection.IsBackward))
            {
                var below = layers[connection.Source.Index] + 1;
                if (layers[connection.Target.Index] < below)
                {
                    layers[connection.Target.Index] = below;
                    changed = true;
                }
            }
        }

        return layers;
    }

    /// <summary>The activities of each layer, each as near as can be below the middle of those that lead to it.</summary>
    private static List<List<Activity>> Rows(ProcessDefinition definition, int[] layers)
    {
        var place = new double[layers.Length];
        var rows = new List<List<Activity>>();
        for (var layer = 0; layer <= layers.Max(); layer++)
        {
            var row = definition.Activities.Where(activity => layers[activity.Index] == layer)
                .OrderBy(activity => activity.Incoming.Where(connection => !connection.IsBackward)
                    .Select(connection => place[connection.Source.Index]).DefaultIfEmpty(0).Average())
                .ThenBy(activity => activity.Index).ToList();
            for (var column = 0; column < row.Count; column++)
            {
                place[row[column].Index] = column - ((row.Count - 1) / 2.0);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static PicturePoint[] Down(Box from, Box to)
    {
        var tail = new PicturePoint(from.X + (from.Width / 2), from.Y + from.Height);
        var tip = new PicturePoint(to.X + (to.Width / 2), to.Y);
        var middle = (tail.Y + tip.Y) / 2;
        return tail.X == tip.X ? [tail, tip] : [tail, new(tail.X, middle), new(tip.X, middle), tip];
    }

    private static PicturePoint[] Around(Box from, Box to, double lane)
    {
        // A quarter up and down from the middle, so that what leaves and what arrives don't lie on each other.
        var (leaves, arrives) = (from.Y + (from.Height * 0.75), to.Y + (to.Height * 0.25));
        return [new(from.X + from.Width, leaves), new(lane, leaves), new(lane, arrives), new(to.X + to.Width, arrives)];
    }

    private static PicturePoint[] Straight(Box from, Box to)
    {
        var (fromX, fromY) = (from.X + (from.Width / 2), from.Y + (from.Height / 2));
        var (toX, toY) = (to.X + (to.Width / 2), to.Y + (to.Height / 2));
        return [Border(from, toX - fromX, toY - fromY), Border(to, fromX - toX, fromY - toY)];
    }

    /// <summary>Where a ray from the middle of the box in this direction leaves the box.</summary>
    private static PicturePoint Border(Box box, double dx, double dy)
    {
        var scale = Math.Min(
            dx == 0 ? double.PositiveInfinity : box.Width / 2 / Math.Abs(dx),
            dy == 0 ? double.PositiveInfinity : box.Height / 2 / Math.Abs(dy));
        scale = double.IsInfinity(scale) ? 0 : scale;
        return new(box.X + (box.Width / 2) + (dx * scale), box.Y + (box.Height / 2) + (dy * scale));
    }
}
