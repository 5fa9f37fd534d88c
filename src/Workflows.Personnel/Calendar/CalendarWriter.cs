using System.Text;
using System.Text.Json;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Calendar;

/// <summary>Writes calendars as the files that they are read from, a line for each day or semester.</summary>
public static class CalendarWriter
{
    /// <summary>The text of a <c>holidays-YYYY.json</c>; days are put in order.</summary>
    public static string Write(HolidayNotice notice) => Document(
        $"\"year\": {notice.Year}", notice.Source, "days",
        notice.Days.OrderBy(day => day.Date).Select(day => $"{{ \"date\": \"{day.Date:yyyy-MM-dd}\", \"name\": {Quoted(day.Name)}, \"off\": {(day.Off ? "true" : "false")} }}"));

    /// <summary>The text of a <c>semesters-YYYY.json</c>; semesters are put in order.</summary>
    public static string Write(SemesterPaper paper) => Document(
        $"\"schoolYear\": \"{paper.StartYear}-{paper.StartYear + 1}\"", paper.Source, "semesters",
        paper.Semesters.OrderBy(one => one.Stage).ThenBy(one => one.Name).Select(one =>
            $"{{ \"number\": {one.Name.Number}, \"stage\": \"{one.Stage.Word()}\", \"first\": \"{one.First:yyyy-MM-dd}\", \"last\": \"{one.Last:yyyy-MM-dd}\" }}"));

    private static string Document(string year, string source, string list, IEnumerable<string> lines)
    {
        var text = new StringBuilder($"{{\n  {year},\n  \"source\": {Quoted(source)},\n  \"{list}\": [");
        text.AppendJoin(',', lines.Select(line => $"\n    {line}"));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, PolicyJson.Options);
}
