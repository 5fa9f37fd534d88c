using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Processes.Staff;

/// <summary>What the policy's tables of spellings can't say of a roster: a question for each, never an error.</summary>
internal static class RosterDoubts
{
    /// <summary>Titles (R02) and education (R15) whose level isn't certain.</summary>
    public static IEnumerable<TableFault> Of(RosterWorkbook workbook, PolicyBook policy) =>
        workbook.People.Entries.SelectMany(entry => Doubts(entry, policy).Select(doubt => new TableFault(
            workbook.File, workbook.People.Sheet, entry.Row, doubt.Column, doubt.What, doubt.Remedy)));

    private static IEnumerable<(string Column, Bilingual What, Bilingual Remedy)> Doubts(RosterEntry entry, PolicyBook policy)
    {
        if (policy.Titles.Read(entry.Title, entry.SchoolStage).Question is not (TitleQuestion.None or TitleQuestion.Missing))
        {
            yield return (RosterColumns.Title, new($"“{entry.Title}”不能确定职称等级", $"“{entry.Title}” says no certain level"),
                new("请写全称,例如 一级教师、中学高级教师", "write the full title, such as 一级教师 or 中学高级教师"));
        }

        if (policy.Education.Read(entry.Education).Question is not (EducationQuestion.None or EducationQuestion.Missing))
        {
            yield return (RosterColumns.Education, new($"“{entry.Education}”不能确定学历层次", $"“{entry.Education}” says no certain level"),
                new("请按毕业证写,例如 本科、硕士研究生", "write it as on the certificate, such as 本科 or 硕士研究生"));
        }
    }
}
