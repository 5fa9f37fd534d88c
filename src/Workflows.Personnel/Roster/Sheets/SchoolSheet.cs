using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 学校: the schools that take people in, and how many of each subject in a semester.</summary>
public static partial class SchoolSheet
{
    /// <summary>学校.</summary>
    public const string Name = "学校";

    /// <summary>学段.</summary>
    public const string Stage = "学段";

    /// <summary>所在乡镇.</summary>
    public const string Township = "所在乡镇";

    /// <summary>距离公里.</summary>
    public const string Distance = "距离公里";

    /// <summary>每学期接收名额.</summary>
    public const string Places = "每学期接收名额";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("学校", "schools",
    [
        new(Name, "school", Mandatory: true), new(Stage, "stage", Mandatory: true), new(Township, "township"), new(Distance, "distance_km"),
        new(Places, "places"),
    ]);

    /// <summary>Places as the sheet writes them: <c>语文2;数学1</c>.</summary>
    public static string Text(IEnumerable<SubjectPlaces> places) => string.Join(';', places.Select(one => $"{one.Subject}{one.Count}"));

    internal static SchoolEntry? Entry(RosterCells cells)
    {
        var (name, stage) = (cells.Required(Name), cells.Stage(Stage));
        var distance = cells.Number(Distance, "公里");
        var places = PlacesOf(cells);
        return name.Length > 0 && stage is { } known
            ? new SchoolEntry(cells.Row, name, known, cells.Text(Township), distance, places)
            : null;
    }

    private static ImmutableArray<SubjectPlaces> PlacesOf(RosterCells cells)
    {
        var places = new List<SubjectPlaces>();
        foreach (var written in WrittenForm.Entries(cells.Text(Places)).SelectMany(entry => entry.Split('、', ',')))
        {
            if (OnePlace().Match(WrittenForm.Compact(written)) is { Success: true } match && !places.Exists(one => one.Subject == match.Groups["subject"].Value))
                places.Add(new SubjectPlaces(match.Groups["subject"].Value, int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)));
            else
                cells.Fault(Places, $"中的“{written}”不是学科和人数", $"holds “{written}”, which is no subject with a number", new("请写成 语文2;数学1,每科一次", "write it like 语文2;数学1, each subject once"));
        }
        return [.. places];
    }

    [GeneratedRegex("^(?<subject>[^0-9:]{1,20}?)[:×x]?(?<count>[0-9]{1,3})[人名个]?$")]
    private static partial Regex OnePlace();
}

/// <summary>One school of one stage.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Name">学校.</param>
/// <param name="Stage">学段.</param>
/// <param name="Township">所在乡镇; empty where the row doesn't say.</param>
/// <param name="DistanceKilometres">距离公里; null where the row doesn't say.</param>
/// <param name="Places">每学期接收名额; empty where the row doesn't say.</param>
public sealed record SchoolEntry(
    int Row, string Name, SchoolStage Stage, string Township, decimal? DistanceKilometres, ImmutableArray<SubjectPlaces> Places) : ISheetEntry;
