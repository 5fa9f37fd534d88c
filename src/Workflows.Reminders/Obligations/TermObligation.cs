using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>R21: 领导班子任期目标责任制. A term that ends asks for the assessment of its goals, and for the goals of the next.</summary>
internal static class TermObligation
{
    public static ObligationRule Rule { get; } = new("R21", new Bilingual("任期届满", "terms of office"), "reminders/term", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from person in facts.Roster
        where !person.Status.HasLeft()
        from term in person.Terms
        where asOf < term.Until && !person.Terms.Exists(next => next.From >= term.Until)
        let last = term.Until.AddDays(-1)
        select new Obligation(
            $"R21/{person.Id}/{last:yyyy-MM-dd}", "R21",
            new Bilingual($"{person.Name}的任期 {last:yyyy-MM-dd} 届满", $"{person.Name}'s term ends on {last:yyyy-MM-dd}"),
            new Bilingual(
                $"领导班子实行任期目标责任制，届满须考核任期目标：任期 {term.From:yyyy-MM-dd} 至 {last:yyyy-MM-dd}，尚无下一任期记录",
                $"leaders answer for the goals of their term, which are assessed at its end: from {term.From:yyyy-MM-dd} to {last:yyyy-MM-dd}, and no next term is on record"),
            last, $"/roster/{person.Id}",
            [
                .. Stages.Before(
                    last, facts.Office.Reminders["R21"].DaysBefore, Audience.Person(person.Id), Audience.HumanResources, Audience.EducationBureau),
            ]);
}
