using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Spellings;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Spellings;

/// <summary>A column whose words are listed, so that an unlisted one can be explained once for all.</summary>
/// <param name="Column">The column.</param>
/// <param name="Choices">The listed words that another may stand for.</param>
/// <param name="Lists">Whether a word is listed already: then the table says what it means, and no answer.</param>
internal sealed record SpellingColumn(string Column, IReadOnlyList<string> Choices, Func<string, bool> Lists)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpellingColumn> All(PolicyBook policy) =>
    [
        new(RosterColumns.Title, policy.Titles.Names, policy.Titles.Lists),
        new(RosterColumns.Education, policy.Education.Names, policy.Education.Lists),
        new(RosterColumns.Stage, SchoolStages.Words.Split(' '), word => SchoolStages.Parse(word) is not null),
        new(RosterColumns.Category, StaffWords.CategoryList.Split(' '), word => StaffWords.Category(word) is not null),
        new(RosterColumns.Status, StaffWords.StatusList.Split(' '), word => StaffWords.Status(word) is not null),
        Of(PlacementSheet.Kind, PlacementSheet.Kinds),
        Of(DaySheet.Kind, DayWords.Kinds),
    ];

    /// <summary>The column of that name; null for one whose words aren't listed.</summary>
    public static SpellingColumn? Find(PolicyBook policy, string column) => All(policy).FirstOrDefault(one => one.Column == column);

    private static SpellingColumn Of(string column, string words)
    {
        var choices = words.Split(' ');
        return new(column, choices, word => choices.Contains(word));
    }
}

/// <summary>What people answered.</summary>
internal static class AnsweredSpellings
{
    /// <summary>The answers that count: a word that the tables have come to list since means what they say.</summary>
    public static async Task<SpellingBook> SpellingsAsync(this Desk desk, CancellationToken ct)
    {
        var columns = SpellingColumn.All(desk.Office.Policy).ToDictionary(one => one.Column);
        var answers = await desk.Db.SpellingAnswers.AsNoTracking().ToListAsync(ct);
        return new SpellingBook(answers.Where(answer => columns.TryGetValue(answer.Column, out var column) && !column.Lists(answer.Written)));
    }
}
