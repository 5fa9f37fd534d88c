using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Semesters;

/// <summary>One school year's calendar: <c>workflows/calendar/semesters-YYYY.json</c>.</summary>
/// <param name="StartYear">The calendar year in which the school year begins.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Semesters">The semesters, of every stage that the paper covers.</param>
public sealed record SemesterPaper(int StartYear, string Source, ImmutableArray<Semester> Semesters)
{
    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken; the message names place and remedy.</exception>
    public static SemesterPaper Parse(string json, string file)
    {
        var root = PolicyNode.Parse(file, json).Only("schoolYear", "source", "semesters");
        var year = SemesterName.Parse($"{root["schoolYear"].Text()}-1")?.StartYear
            ?? throw root["schoolYear"].Fault("not a school year", "write it as \"2026-2027\"");
        var semesters = new List<Semester>();
        foreach (var node in root["semesters"].Items())
        {
            var semester = Read(node.Only("number", "stage", "first", "last"), year);
            if (semesters.Exists(other => other.Name == semester.Name && other.Stage == semester.Stage))
                throw node.Fault("the same semester of the same stage a second time", "keep one of the two");
            if (semesters.Exists(other => other.Stage == semester.Stage && other.First <= semester.Last && semester.First <= other.Last))
                throw node.Fault("it overlaps the other semester of this stage", "correct first and last");
            semesters.Add(semester);
        }

        return semesters.Count == 0
            ? throw root["semesters"].Fault("no semester at all", "list the semesters of each stage")
            : new SemesterPaper(year, root["source"].Text(), [.. semesters]);
    }

    private static Semester Read(PolicyNode node, int year)
    {
        var number = node["number"].Count();
        if (number > 2)
            throw node["number"].Fault("neither 1 nor 2", "a school year has two semesters");
        var stage = SchoolStages.Parse(node["stage"].Text()) ?? throw node["stage"].Fault("no school stage", $"use one of {SchoolStages.Words}");
        var (first, last) = (node["first"].Day(), node["last"].Day());
        if (last < first)
            throw node["last"].Fault("before the first day", "correct first and last");
        return first.Year == (number == 1 ? year : year + 1)
            ? new Semester(new SemesterName(year, number), stage, first, last, IsProvisional: false)
            : throw node["first"].Fault($"not in the school year {year}-{year + 1}", "semester 1 begins in its first calendar year, semester 2 in its second");
    }
}
