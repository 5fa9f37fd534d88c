using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Policy.College.Futures;
using Workflows.Policy.Shares;
using Workflows.Processes.Cases;
using Workflows.Storage;

namespace Workflows.Processes.Futures;

/// <summary>What is kept of an approved future, as JSON in the record: the question, the rules of that day, and the numbers. People are in it by id alone.</summary>
/// <param name="Question">What was compared.</param>
/// <param name="Rules">The rules as they were.</param>
/// <param name="Days">The numbers, day by day.</param>
public sealed record KeptFuture(CompareFutures.Question Question, StructurePolicy Rules, ImmutableArray<KeptDay> Days)
{
    /// <summary>What is kept of a comparison.</summary>
    internal static KeptFuture Of(CompareFutures.Question question, StructurePolicy rules, FutureComparison comparison) => new(question, rules,
        [.. comparison.Days.Select(day => new KeptDay(day.Day, [.. day.Clauses.Select(one => new KeptClause(Nameless(one.A.Report), Nameless(one.B.Report)))]))]);

    /// <summary>The numbers that were approved, with their sentences; which of the differences moved them isn't kept.</summary>
    public FutureComparison Comparison() => new([.. Days.Select(day => new ComparedDay(day.Day,
        [.. day.Clauses.Select(one => new ComparedClause(one.A.Clause, Side(one.A, Question.A), Side(one.B, Question.B)))]))]);

    private FutureSide Side(ClauseReport report, Future future)
    {
        var rules = future.Rules(Rules);
        return new(report, FutureWording.Asked(report.Clause, rules), FutureWording.Why(report, rules, []), []);
    }

    private static ClauseReport Nameless(ClauseReport report) => report with { Who = [], Missing = [] };
}

/// <summary>The numbers of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Clauses">The clauses in the order of their numbers.</param>
public sealed record KeptDay(DateOnly Day, ImmutableArray<KeptClause> Clauses);

/// <summary>One clause on a day.</summary>
/// <param name="A">In the first future.</param>
/// <param name="B">In the second.</param>
public sealed record KeptClause(ClauseReport A, ClauseReport B);

/// <summary>An approved future with who approved it and when.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">The account.</param>
/// <param name="Comment">What leadership said.</param>
/// <param name="Kept">What was approved.</param>
public sealed record ApprovedFuture(int Number, DateTimeOffset At, Guid By, string Comment, KeptFuture Kept);

/// <summary>Reads the futures that were approved.</summary>
public static class ApprovedFutures
{
    /// <summary>The last ones, the newest first.</summary>
    public static async Task<IReadOnlyList<ApprovedFuture>> ApprovedFuturesAsync(this WorkflowsDb db, int most, CancellationToken ct) =>
        [.. (await All(db).OrderByDescending(entry => entry.Number).Take(most).ToListAsync(ct)).Select(Read)];

    /// <summary>One of them; null where there is none of that number.</summary>
    public static async Task<ApprovedFuture?> ApprovedFutureAsync(this WorkflowsDb db, int number, CancellationToken ct) =>
        await All(db).FirstOrDefaultAsync(entry => entry.Number == number, ct) is { } entry ? Read(entry) : null;

    private static IQueryable<AuditEntry> All(WorkflowsDb db) => db.Audit.AsNoTracking().Where(entry => entry.CaseId == OfficeRecord.FuturesCaseId && entry.Action == ApproveFuture.Kept);

    private static ApprovedFuture Read(AuditEntry entry) => new(
        entry.Number, entry.At, entry.ActorId!.Value, entry.Reason, JsonSerializer.Deserialize<KeptFuture>(entry.NewValue, PolicyJson.Options)!);
}
