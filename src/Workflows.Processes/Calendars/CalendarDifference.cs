using Workflows.Personnel.Calendar;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Calendars;

/// <summary>What a changed calendar file changes, in sentences: days that turn from work to rest or back, semesters that move.</summary>
internal static class CalendarDifference
{
    /// <summary>The sentences; empty when nothing changes.</summary>
    public static IReadOnlyList<Bilingual> Sentences(CalendarFile file, Office before, Office after) =>
        [.. file.Kind is CalendarKind.Holidays ? Days(file.Year, before.Calendar, after.Calendar) : Semesters(file.Year, before.Semesters, after.Semesters)];

    private static IEnumerable<Bilingual> Days(int year, WorkCalendar before, WorkCalendar after)
    {
        var first = new DateOnly(year, 1, 1);
        if (before.IsProvisional(first) && !after.IsProvisional(first))
            yield return new($"{year} 年不再是暂定。", $"{year} is no longer provisional.");
        if (!before.IsProvisional(first) && after.IsProvisional(first))
            yield return new($"{year} 年成为暂定：只按周末推算。", $"{year} becomes provisional: only weekends are known.");
        for (var day = new DateOnly(year - 1, 12, 1); day.Year <= year; day = day.AddDays(1))
        {
            if (before.IsWorkingDay(day) == after.IsWorkingDay(day))
                continue;
            yield return after.IsWorkingDay(day)
                ? new($"{day:yyyy-MM-dd}：休息 → 上班", $"{day:yyyy-MM-dd}: off → working")
                : new($"{day:yyyy-MM-dd}：上班 → 休息", $"{day:yyyy-MM-dd}: working → off");
        }
    }

    private static IEnumerable<Bilingual> Semesters(int year, SemesterCalendar before, SemesterCalendar after) =>
        from number in Enumerable.Range(1, 2)
        let name = new SemesterName(year, number)
        from stage in Enum.GetValues<SchoolStage>()
        let was = before.Find(stage, name)
        let becomes = after.Find(stage, name)
        where was != becomes
        group stage by (name, was: Written(was), becomes: Written(becomes)) into same
        select new Bilingual(
            $"{same.Key.name} {string.Join("、", same.Select(stage => stage.Word()))}：{same.Key.was.Zh} → {same.Key.becomes.Zh}",
            $"{same.Key.name}, {string.Join(", ", same.Select(stage => stage.Name().En))}: {same.Key.was.En} → {same.Key.becomes.En}");

    private static Bilingual Written(Semester? semester) => semester is null ? new("无", "none")
        : semester.IsProvisional
            ? new($"{semester.First:yyyy-MM-dd}—{semester.Last:yyyy-MM-dd}（暂定）", $"{semester.First:yyyy-MM-dd} to {semester.Last:yyyy-MM-dd} (provisional)")
            : new($"{semester.First:yyyy-MM-dd}—{semester.Last:yyyy-MM-dd}", $"{semester.First:yyyy-MM-dd} to {semester.Last:yyyy-MM-dd}");
}
