using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R01: 能胜任1门及以上学科教研或培训教学, looked at once a year; whoever has no subject on record is HR's task.</summary>
internal static class SubjectObligation
{
    public static ObligationRule Rule { get; } = new("R01", new Bilingual("任教学科", "subjects"), "reminders/subject", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var share = SubjectShare.Evaluate(facts.ActiveTeachers.Select(person => person.Subject));
        if (share.Result is not FindingResult.NotMet)
            yield break;
        var names = facts.ActiveTeachers.Where(person => person.Subject.Length == 0).Select(person => person.Name).ToList();
        yield return new Obligation(
            $"R01/{asOf.Year}", "R01",
            new Bilingual($"{share.ShortBy} 名专任教师没有任教学科记录", $"{share.ShortBy} full-time teachers have no subject on record"),
            new Bilingual(
                $"每名专任教师应能胜任一门以上学科：{share.Of} 人中 {share.Counted} 人有记录，缺 {string.Join("、", names)}",
                $"every full-time teacher is able to teach a subject: {share.Counted} of {share.Of} have one on record, missing are {string.Join(", ", names)}"),
            null, "/roster", Stages.OnDays(asOf.Year, facts.Office.Reminders["R01"], Audience.HumanResources));
    }
}
