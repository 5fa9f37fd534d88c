using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Standards;

namespace Workflows.Processes.Standards;

/// <summary>How lists of items are read.</summary>
public static partial class StandardList
{
    /// <summary>With who sees to each item, and what was handed in.</summary>
    public static IQueryable<StandardItem> WithTasks(this IQueryable<StandardItem> items) =>
        items.Include(item => item.Tasks).ThenInclude(task => task.Papers).AsSplitQuery();

    /// <summary>By number, as people count: 2 before 10, 3.2 before 3.10.</summary>
    public static List<StandardItem> InOrder(this IEnumerable<StandardItem> items) =>
        [.. items.OrderBy(item => Digits().Replace(item.Number, run => run.Value.PadLeft(MostDigits, '0')), StringComparer.Ordinal).ThenBy(item => item.Id)];

    private const int MostDigits = 9;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
