using System.Text.RegularExpressions;
using Workflows.Reminders.Obligations;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>Every clause that names a reminder has a rule, and no other has one.</summary>
public sealed partial class ClauseTableTests
{
    public static TheoryData<string, string> Rows => [.. Table().Select(row => (row.Clause, row.Words))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_clause_has_reminders_if_and_only_if_its_row_names_one(string clause, string words) =>
        (ObligationRule.Find(clause) is not null).ShouldBe(NamesAReminder().IsMatch(words), $"{clause}: {words}");

    [Fact]
    public void The_table_is_the_whole_document() =>
        Table().Select(row => row.Clause).ShouldBe(Enumerable.Range(1, 26).Select(number => $"R{number:00}"));

    [Fact]
    public void A_row_that_names_a_reminder_without_a_rule_would_be_found() =>
        NamesAReminder().IsMatch("letter ends: 90/30/7 days").ShouldBeTrue();

    [Fact]
    public void Each_rule_is_there_once() => ObligationRule.All.Select(rule => rule.Clause).ShouldBeUnique();

    private static List<(string Clause, string Words)> Table() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Obligations", "clauses.tsv"))
            .Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1])),
    ];

    // What comes by itself at a time: the others are processes that people start.
    [GeneratedRegex("yearly check|monthly|yearly forecast|cycle|alert|days|autumn|yearly indicator|quarterly|^yearly|as R02|^same$")]
    private static partial Regex NamesAReminder();
}
