using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;

namespace Workflows.Reminders.Obligations;

/// <summary>
/// R14: 每学期至少20天到中小学听课、调研、教研、指导. A word in the middle of the semester to whoever is behind, then some days before its end to whoever
/// has too few; and, as soon as it is so, that it can no longer be reached.
/// </summary>
internal static class DaysObligation
{
    /// <summary>The stage in the middle of the semester.</summary>
    public const string Pace = "pace";

    /// <summary>The stage from the day on which more is missing than is left.</summary>
    public const string OutOfReach = "out-of-reach";

    public static ObligationRule Rule { get; } = new("R14", new Bilingual("下校天数", "days at schools"), "reminders/days", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from teacher in facts.FullTimeTeachers
        let stage = SchoolStages.Parse(teacher.SchoolStage)
        where stage is not null
        let semester = facts.Office.Semesters.On(stage.Value, asOf)
        where semester is not null
        let finding = TeacherDays.Evaluate(
            semester, facts.DaysOf(teacher), facts.StaysOf(teacher), facts.Office.Calendar, facts.Office.Staff.Days, asOf)
        where finding.Reason is DayReason.OnPace or DayReason.Behind or DayReason.OutOfReach
        select new Obligation(
            $"R14/{teacher.Id}/{semester.Name}", "R14",
            new Bilingual(
                $"{teacher.Name}：{semester.Name} 下校还缺 {DayWording.Amount(finding.Missing)} 天",
                $"{teacher.Name}: {DayWording.Amount(finding.Missing)} days at schools are missing in {semester.Name}"),
            new Bilingual(
                $"每学期至少 {finding.Required} 天到中小学听课、调研、教研、指导（{semester.First:yyyy-MM-dd} 至 {semester.Last:yyyy-MM-dd}）。{DayWording.Explain(finding).Zh}",
                $"at least {finding.Required} days at schools each semester ({semester.First:yyyy-MM-dd} to {semester.Last:yyyy-MM-dd}); {DayWording.Explain(finding).En}"),
            semester.Last, $"/days/people/{teacher.Id}", [.. StagesOf(facts, teacher, semester, finding)]);

    private static IEnumerable<ReminderStage> StagesOf(ReminderFacts facts, Person teacher, Semester semester, DayFinding finding)
    {
        var person = Audience.Person(teacher.Id);
        if (finding.Reason is DayReason.OutOfReach)
        {
            yield return new ReminderStage(
                OutOfReach, LostOn(facts, finding), [person, Audience.HumanResources, Audience.Leadership], ReminderTone.OutOfReach);
            yield break;
        }

        if (finding.Reason is DayReason.Behind)
            yield return new ReminderStage(Pace, semester.First.AddDays((semester.Last.DayNumber - semester.First.DayNumber) / 2), [person]);
        foreach (var stage in Stages.Before(semester.Last, facts.Office.Reminders["R14"].DaysBefore, person))
            yield return stage;
    }

    // The day after the last one from which the working days were still enough.
    private static DateOnly LostOn(ReminderFacts facts, DayFinding finding)
    {
        var day = finding.Span!.Last;
        for (var enough = 0m; day >= finding.Span.First; day = day.AddDays(-1))
        {
            enough += facts.Office.Calendar.IsWorkingDay(day) ? 1 : 0;
            if (enough >= finding.Missing - finding.Waiting)
                break;
        }

        return day < finding.AsOf ? day.AddDays(1) : finding.AsOf;
    }
}
