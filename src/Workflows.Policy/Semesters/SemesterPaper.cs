using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Semesters;

/// <summary>One school year's calendar: <c>workflows/calendar/semesters-YYYY.json</c>.</summary>
/// <param name="StartYear">The calendar year in which the school year begins.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Semesters">The semesters, of every stage that the paper covers.</param>
public sealed record SemesterPaper(int StartYear, string Source, ImmutableArray<Semester> Semesters)
{
    private static readonly Bilingual CorrectDays = new("请更正起止日期", "correct first and last");

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken; the message names place and remedy.</exception>
    public static SemesterPaper Parse(string json, string file)
    {
        var root = PolicyNode.Parse(file, json).Only("schoolYear", "source", "semesters");
        var year = SemesterName.Parse($"{root["schoolYear"].Text()}-1")?.StartYear
            ?? throw root["schoolYear"].Fault(new("不是学年", "not a school year"), new("请写成 2026-2027", "write it as \"2026-2027\""));
        var semesters = new List<Semester>();
        foreach (var node in root["semesters"].Items())
        {
            var semester = Read(node.Only("number", "stage", "first", "last"), year);
            if (semesters.Exists(other => other.Name == semester.Name && other.Stage == semester.Stage))
                throw node.Fault(new("同一学段的同一学期写了两次", "the same semester of the same stage a second time"), new("请保留一个", "keep one of the two"));
            if (semesters.Exists(other => other.Stage == semester.Stage && other.First <= semester.Last && semester.First <= other.Last))
                throw node.Fault(new("与本学段的另一学期重叠", "it overlaps the other semester of this stage"), CorrectDays);
            semesters.Add(semester);
        }

        return semesters.Count == 0
            ? throw root["semesters"].Fault(new("一个学期也没有", "no semester at all"), new("请列出各学段的学期", "list the semesters of each stage"))
            : new SemesterPaper(year, root["source"].Text(), [.. semesters]);
    }

    private static Semester Read(PolicyNode node, int year)
    {
        var number = node["number"].Count();
        if (number > 2)
            throw node["number"].Fault(new("不是 1 或 2", "neither 1 nor 2"), new("一学年有两个学期", "a school year has two semesters"));
        var stage = SchoolStages.Parse(node["stage"].Text())
            ?? throw node["stage"].Fault(new("不是学段", "no school stage"), new($"请写 {SchoolStages.Words} 之一", $"use one of {SchoolStages.Words}"));
        var (first, last) = (node["first"].Day(), node["last"].Day());
        if (last < first)
            throw node["last"].Fault(new("早于第一天", "before the first day"), CorrectDays);
        if (first.Year != (number == 1 ? year : year + 1))
        {
            throw node["first"].Fault(
                new($"不在 {year}—{year + 1} 学年内", $"not in the school year {year}-{year + 1}"),
                new("第一学期在前一年开始，第二学期在后一年开始", "semester 1 begins in its first calendar year, semester 2 in its second"));
        }

        return last <= new DateOnly(year + 1, 8, 31)
            ? new Semester(new SemesterName(year, number), stage, first, last, IsProvisional: false)
            : throw node["last"].Fault(
                new($"在 {year}—{year + 1} 学年之后", $"after the school year {year}-{year + 1}"),
                new("学年到8月31日为止，请更正", "a school year ends on 31 August: correct it"));
    }
}
