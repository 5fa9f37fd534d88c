using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Policy;

namespace Workflows.Processes.Staff.Import;

/// <summary>
/// Compares the rows of one sheet with what is kept: finds each by its natural key, compares column by column, and takes over what differs.
/// </summary>
/// <typeparam name="TRow">What a row says.</typeparam>
/// <typeparam name="TKept">What is kept.</typeparam>
/// <typeparam name="TKey">What tells one from another.</typeparam>
internal sealed class SheetComparison<TRow, TKept, TKey>(ImportRun run, SheetDefinition sheet)
    where TRow : notnull
    where TKept : class
    where TKey : notnull
{
    /// <summary>The row's number.</summary>
    public required Func<TRow, int> RowNumber { get; init; }

    /// <summary>The key that a row means.</summary>
    public required Func<TRow, TKey> RowKey { get; init; }

    /// <summary>The key of what is kept.</summary>
    public required Func<TKept, TKey> KeptKey { get; init; }

    /// <summary>What a line calls the row.</summary>
    public required Func<TRow, string> RowName { get; init; }

    /// <summary>What a line calls what is kept.</summary>
    public required Func<TKept, string> KeptName { get; init; }

    /// <summary>The columns beside the key.</summary>
    public required IReadOnlyList<SheetField<TKept, TRow>> Fields { get; init; }

    /// <summary>Something new, with everything that the row says.</summary>
    public required Func<TRow, TKept> Make { get; init; }

    /// <summary>The column at which a second row of the same key is faulted.</summary>
    public required string KeyColumn { get; init; }

    /// <summary>The person whose record a change belongs to.</summary>
    public Func<TRow, Guid?> Person { get; init; } = _ => null;

    /// <summary>Whether what is kept was found to be wrong: a file doesn't bring it back.</summary>
    public Func<TKept, bool> IsRetracted { get; init; } = _ => false;

    /// <summary>Why a file doesn't overwrite what is kept; null where it may.</summary>
    public Func<TKept, Bilingual?> Owner { get; init; } = _ => null;

    /// <summary>Compares; nothing is changed before an outcome's row is taken.</summary>
    public SheetOutcome Compare(IEnumerable<TRow> rows, IReadOnlyCollection<TKept> kept)
    {
        var known = kept.OrderBy(IsRetracted).GroupBy(KeptKey).ToDictionary(group => group.Key, group => group.First());
        var seen = new Dictionary<TKey, int>();
        var outcomes = new List<RowOutcome>();
        foreach (var row in rows)
        {
            if (seen.TryAdd(RowKey(row), RowNumber(row)))
                outcomes.Add(Row(row, known.GetValueOrDefault(RowKey(row))));
            else
                Double(row, seen[RowKey(row)]);
        }

        var missing = known.Where(one => !seen.ContainsKey(one.Key) && !IsRetracted(one.Value))
            .Select(one => new MissingLine(sheet.Chinese, KeptName(one.Value)));
        return new SheetOutcome(outcomes, [.. missing]);
    }

    private RowOutcome Row(TRow row, TKept? kept)
    {
        var differing = Fields.Select(field => (Field: field, Difference: field.Compare(kept, row))).Where(one => one.Difference is not null).ToList();
        if (kept is null)
            return Outcome(row, Change.Added, Differences(), () => run.Desk.Db.Add(Make(row)));
        if (IsRetracted(kept) || (differing.Count > 0 && Owner(kept) is not null))
        {
            Stays(row, kept, Differences());
            differing.Clear();
        }

        return differing.Count == 0 ? Outcome(row, Change.Unchanged, [], () => { }) : Outcome(row, Change.Changed, Differences(), () =>
        {
            if (run.Desk.Db.Entry(kept).State is EntityState.Detached)
                run.Desk.Db.Attach(kept);
            differing.ForEach(one => one.Field.Take(kept, row));
        });

        IReadOnlyList<Difference> Differences() => [.. differing.Select(one => one.Difference!)];
    }

    private RowOutcome Outcome(TRow row, Change change, IReadOnlyList<Difference> differences, Action take) =>
        new(new PreviewLine(sheet.Chinese, RowNumber(row), RowName(row), change, differences), Person(row), take);

    private void Stays(TRow row, TKept kept, IReadOnlyList<Difference> differences)
    {
        var changes = string.Join(", ", differences.Select(one => $"{one.Column} {one.Old}→{one.New}"));
        var why = IsRetracted(kept) ? new Bilingual("系统中已作废", "was retracted in the system") : Owner(kept)!;
        run.Ask(sheet, RowNumber(row), KeyColumn,
            new(changes.Length > 0 ? $"{why.Zh}，文件不改动它（{changes}）" : $"{why.Zh}，文件不恢复它", $"{why.En}: the file doesn't change it {changes}".TrimEnd()),
            new("请核对；要改请在系统里更正", "check it; correct it in the system if it is wrong"));
    }

    private void Double(TRow row, int first) =>
        run.Fault(sheet, RowNumber(row), KeyColumn, new($"与第 {first} 行重复（{RowName(row)}）", $"says the same as row {first} ({RowName(row)})"),
            new("请只留一行", "keep one of them"));
}
