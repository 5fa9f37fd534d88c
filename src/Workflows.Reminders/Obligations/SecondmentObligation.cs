using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Processes.Secondment;

namespace Workflows.Reminders.Obligations;

/// <summary>
/// R12: 每三年内必须有一个学期到中小学挂职锻炼或兼任教学. The day that counts is the one by which the placement must be under way: the start of the
/// last semester that can still be completed in time, less the approval's lead time.
/// </summary>
internal static class SecondmentObligation
{
    public static ObligationRule Rule { get; } = new("R12", new Bilingual("挂职锻炼", "secondment"), "reminders/secondment", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from teacher in facts.FullTimeTeachers
        let placements = facts.Placements[teacher.Id].ToList()
        let finding = SecondmentFindings.Evaluate(facts.Office, teacher, placements, facts.Wishes[teacher.Id], asOf)
        where finding.Due is { } due && !IsProvidedFor(facts, placements, due, asOf)
        select Of(facts, teacher, finding, finding.Due!);

    private static Obligation Of(ReminderFacts facts, Person teacher, SecondmentFinding finding, SecondmentDue due)
    {
        var policy = facts.Office.Staff.Secondment;
        return new Obligation(
            // The semester and not the day: a calendar that comes later may move the day without beginning anew.
            $"R12/{teacher.Id}/{due.LastFeasible.Name}", "R12",
            new Bilingual($"{teacher.Name}：{due.LastFeasible.Name} 前须完成一个学期挂职", $"{teacher.Name}: a semester at a school, by {due.LastFeasible.Name}"),
            Why(finding, due, policy), due.DecideBy, $"/secondment/people/{teacher.Id}",
            [
                .. Stages.Before(due.DecideBy, policy.RemindDaysBefore, Audience.Person(teacher.Id), Audience.HumanResources),
                Stages.After(due.DecideBy, Audience.Person(teacher.Id), Audience.HumanResources, Audience.Leadership),
            ]);
    }

    private static Bilingual Why(SecondmentFinding finding, SecondmentDue due, SecondmentPolicy policy)
    {
        var rule = SecondmentWording.Explain(finding);
        return new Bilingual(
            $"每 {policy.CycleYears} 年内须有一个学期到中小学挂职锻炼或兼任教学，自 {due.CountedFrom:yyyy-MM-dd} 起算。{rule.Zh}。"
                + $"该学期 {due.LastFeasible.First:yyyy-MM-dd} 开始，审批需 {policy.ApprovalLeadDays} 天，所以最迟 {due.DecideBy:yyyy-MM-dd} 提交安排",
            $"one semester at a school in every {policy.CycleYears} years, counted from {due.CountedFrom:yyyy-MM-dd}; {rule.En}. "
                + $"That semester begins on {due.LastFeasible.First:yyyy-MM-dd} and approval takes {policy.ApprovalLeadDays} days, so the placement is to be under way by {due.DecideBy:yyyy-MM-dd}");
    }

    // A placement that is decided or running and will complete a semester in time is all that can be asked for now.
    private static bool IsProvidedFor(ReminderFacts facts, IEnumerable<Placement> placements, SecondmentDue due, DateOnly asOf) =>
        SecondmentRule.Completed(
                placements.Where(one => one.State is PlacementState.Planned or PlacementState.Running).Select(one => one.Fact with { IsCompleted = true }),
                facts.Office.Semesters, facts.Office.Staff.Secondment)
            .Any(semester => semester.Last >= asOf && (semester.Last <= due.DueBy || due.DueBy < asOf));
}
