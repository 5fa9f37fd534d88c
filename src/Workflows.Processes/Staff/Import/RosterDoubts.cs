using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Spellings;
using Workflows.Policy;
using Workflows.Policy.Education;
using Workflows.Policy.Semesters;
using Workflows.Policy.Titles;
using Workflows.Processes.Staff.Spellings;

namespace Workflows.Processes.Staff.Import;

/// <summary>What the policy's tables of spellings can't say of a workbook: a question for each, never an error.</summary>
internal static class RosterDoubts
{
    private static readonly Bilingual FullTitle = new("请写全称，例如 一级教师、中学高级教师", "write the full title, such as 一级教师 or 中学高级教师");

    /// <summary>Asks for titles (R02), education (R15) and stages (R12) that aren't certain; those that no table lists may be explained.</summary>
    public static IReadOnlyList<SpellingQuestion> Ask(ImportRun run, RosterWorkbook workbook)
    {
        var policy = run.Desk.Office.Policy;
        var words = workbook.Unlisted.ToList();
        foreach (var entry in workbook.People.Entries)
            words.AddRange(AskPerson(run, entry, policy));
        foreach (var entry in workbook.Titles?.Entries ?? [])
        {
            if (policy.Titles.Lists(entry.Title))
                continue;
            words.Add(new UnlistedWord(RosterColumns.Title, entry.Title));
            run.Ask(TitleSheet.Definition, entry.Row, RosterColumns.Title, new($"“{entry.Title}”不能确定职称等级", $"“{entry.Title}” says no certain level"), FullTitle);
        }

        return
        [
            .. words.Distinct().Select(word => (Word: word, Column: SpellingColumn.Find(policy, word.Column))).Where(one => one.Column is not null)
                .OrderBy(one => one.Word.Column, StringComparer.Ordinal).ThenBy(one => one.Word.Written, StringComparer.Ordinal)
                .Select(one => new SpellingQuestion(one.Word, one.Column!.Choices)),
        ];
    }

    private static IEnumerable<UnlistedWord> AskPerson(ImportRun run, RosterEntry entry, PolicyBook policy)
    {
        var sheet = RosterTable.Definition;
        var title = policy.Titles.Read(entry.Title, entry.SchoolStage).Question;
        if (title is not (TitleQuestion.None or TitleQuestion.Missing))
            run.Ask(sheet, entry.Row, RosterColumns.Title, new($"“{entry.Title}”不能确定职称等级", $"“{entry.Title}” says no certain level"), FullTitle);
        if (title is TitleQuestion.Unlisted && !policy.Titles.Lists(entry.Title))
            yield return new UnlistedWord(RosterColumns.Title, entry.Title);

        var education = policy.Education.Read(entry.Education).Question;
        if (education is not (EducationQuestion.None or EducationQuestion.Missing))
        {
            run.Ask(sheet, entry.Row, RosterColumns.Education, new($"“{entry.Education}”不能确定学历层次", $"“{entry.Education}” says no certain level"),
                new("请按毕业证写，例如 本科、硕士研究生", "write it as on the certificate, such as 本科 or 硕士研究生"));
        }

        if (education is EducationQuestion.Unlisted)
            yield return new UnlistedWord(RosterColumns.Education, entry.Education);

        if (entry.SchoolStage.Length > 0 && SchoolStages.Parse(entry.SchoolStage) is null)
        {
            run.Ask(sheet, entry.Row, RosterColumns.Stage, new($"“{entry.SchoolStage}”不是学段，学期无法确定", $"“{entry.SchoolStage}” is no school stage: it says no semesters"),
                new($"应为：{SchoolStages.Words}", $"must be one of: {SchoolStages.Words}"));
            yield return new UnlistedWord(RosterColumns.Stage, entry.SchoolStage);
        }
    }
}
