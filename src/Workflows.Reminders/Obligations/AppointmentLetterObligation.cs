using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>R16: 兼职教师与专职不低于1:1. A letter of appointment that ends without a next one takes a part-time teacher away.</summary>
internal static class AppointmentLetterObligation
{
    public static ObligationRule Rule { get; } = new("R16", new Bilingual("兼职聘书到期", "letters of appointment"), "reminders/appointment-letter", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from letter in facts.AppointmentLetters
        where letter.Until is { } until && asOf < until && !IsRenewed(letter, facts.AppointmentLetters)
        let last = letter.Until!.Value.AddDays(-1)
        select new Obligation(
            $"R16/{letter.Id}/{last:yyyy-MM-dd}", "R16",
            new Bilingual($"{letter.Name}的兼职聘书 {last:yyyy-MM-dd} 到期", $"{letter.Name}'s letter of appointment ends on {last:yyyy-MM-dd}"),
            Why(facts, last), last, "/roster/import",
            [.. Stages.Before(last, facts.Office.Reminders["R16"].DaysBefore, Audience.HumanResources)]);

    private static bool IsRenewed(PartTimeLetter letter, IEnumerable<PartTimeLetter> all) =>
        all.Any(other => other.Name == letter.Name && other.From <= letter.Until && (other.Until is null || other.Until > letter.Until));

    private static Bilingual Why(ReminderFacts facts, DateOnly last)
    {
        var (now, after) = (Heads(facts, last), Heads(facts, last.AddDays(1)));
        var full = facts.ActiveTeachers.Count();
        return new Bilingual(
            $"兼职教师人数不得少于专任教师：专任 {full} 人，兼职 {now} 人；到期后若不续聘，{last.AddDays(1):yyyy-MM-dd} 起为 {after} 人",
            $"part-time teachers are to be no fewer than full-time ones: {full} full-time, {now} part-time, and {after} from {last.AddDays(1):yyyy-MM-dd} on if none is renewed");
    }

    // Each person once, however many letters they have.
    private static int Heads(ReminderFacts facts, DateOnly on) => facts.AppointmentLetters
        .Where(letter => letter.From <= on && (letter.Until is null || on < letter.Until)).Select(letter => letter.Name).Distinct().Count();
}
