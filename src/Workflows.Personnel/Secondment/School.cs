using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Secondment;

/// <summary>A school of the district that takes people in, of one stage; a school with two stages stands twice.</summary>
public sealed class School
{
    /// <summary>The school's name, as the workbook writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Its stage.</summary>
    public SchoolStage Stage { get; init; }

    /// <summary>所在乡镇; empty where it isn't known.</summary>
    public string Township { get; set; } = "";

    /// <summary>Kilometres from the college; null where it isn't known.</summary>
    public decimal? DistanceKilometres { get; set; }

    /// <summary>每学期接收名额: how many people of each subject it takes in a semester.</summary>
    public IReadOnlyList<SubjectPlaces> Places { get; set; } = [];

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}

/// <summary>Places for one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Count">How many people at once.</param>
public sealed record SubjectPlaces(string Subject, int Count);
