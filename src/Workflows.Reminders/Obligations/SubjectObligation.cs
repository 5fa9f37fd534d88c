using Workflows.Policy;
using Workflows.Policy.Shares;

namespace Workflows.Reminders.Obligations;

/// <summary>R01: 能胜任1门及以上学科教研或培训教学, gone through once a year: that HR did so is its task, and whoever has no subject on record.</summary>
internal static class SubjectObligation
{
    public static ObligationRule Rule { get; } = new("R01", new Bilingual("任教学科", "subjects"), "reminders/subject", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf)
    {
        var share = SubjectShare.Evaluate(facts.ActiveTeachers.Select(person => person.Subject));
        var isChecked = facts.SubjectChecks.Contains(asOf.Year);
        if (share.Of == 0 || (isChecked && share.Result is not FindingResult.NotMet))
            yield break;
        var names = facts.ActiveTeachers.Where(person => person.Subject.Length == 0).Select(person => person.Name).ToList();
        var (missing, missingEn) = names.Count == 0 ? ("", "") : ($"，缺 {string.Join("、", names)}", $", missing are {string.Join(", ", names)}");
        yield return new Obligation(
            $"R01/{asOf.Year}", "R01",
            isChecked ? new($"{share.ShortBy} 名专任教师没有任教学科记录", $"{share.ShortBy} full-time teachers have no subject on record")
                : new($"{asOf.Year} 年任教学科核查尚未登记", $"the check of subjects of {asOf.Year} isn't on record"),
            new Bilingual(
                $"每名专任教师应能胜任一门以上学科，每年核查一次：{share.Of} 人中 {share.Counted} 人有记录{missing}",
                $"every full-time teacher is able to teach a subject, which is gone through once a year: {share.Counted} of {share.Of} have one on record{missingEn}"),
            null, isChecked ? "/roster" : "/college/inputs", Stages.OnDays(asOf.Year, facts.Office.Reminders["R01"], Audience.HumanResources));
    }
}
