using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Audit;

namespace Workflows.Processes;

/// <summary>What every use case works with: the database, the engine, the clock, the policy and the office's calendar.</summary>
public sealed class Desk(WorkflowsDb db, IProcessEngine engine, Office office, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>The database; one unit of work.</summary>
    public WorkflowsDb Db => db;

    /// <summary>The engine's port.</summary>
    public IProcessEngine Engine => engine;

    /// <summary>The policy, the calendar and the office's zone.</summary>
    public Office Office => office;

    /// <summary>Now, UTC, to the microsecond.</summary>
    public DateTimeOffset Now => clock.Now();

    /// <summary>What is being decided in this unit of work; counted once it is committed.</summary>
    internal string? Outcome { get; set; }

    /// <summary>Today in the office's zone.</summary>
    public DateOnly Today => office.DayOf(Now);

    /// <summary>
    /// Does something once, in one transaction, and answers only after the commit. The same operation id again gets the first answer. Of
    /// two at once one wins; the other is decided again on what is true then.
    /// </summary>
    /// <param name="operationId">The id that the asking page or program chose.</param>
    /// <param name="actor">The account that asks.</param>
    /// <param name="useCase">The use case's name.</param>
    /// <param name="decide">Looks up, decides and records in the change tracker; called again after a collision.</param>
    /// <param name="ct">Ends the wait; what is committed stays.</param>
    public async Task<Answer> OnceAsync(Guid operationId, Guid actor, string useCase, Func<Task<Answer>> decide, CancellationToken ct)
    {
        using var span = OfficeMeters.Traces.StartActivity(useCase);
        var began = Stopwatch.GetTimestamp();
        var answer = await AnswerAsync(operationId, actor, useCase, decide, ct);
        OfficeMeters.Answered(useCase, answer, began, Outcome);
        return answer;
    }

    private async Task<Answer> AnswerAsync(Guid operationId, Guid actor, string useCase, Func<Task<Answer>> decide, CancellationToken ct)
    {
        if (operationId == Guid.Empty)
            return Answer.Refused(Refusal.Invalid, "请求缺少操作编号，请刷新页面再试。", "The request has no operation id. Reload the page and try again.");

        for (var attempt = 1; ; attempt++)
        {
            Outcome = null;
            var answer = await DecideAsync(decide);
            if (!answer.IsDone)
            {
                db.ChangeTracker.Clear();
                return await EarlierAsync(operationId, actor, useCase, ct) ?? answer;
            }

            db.Operations.Add(new Operation
            {
                Id = operationId, AccountId = actor, UseCase = useCase, AnsweredAt = Now,
                Answer = JsonSerializer.Serialize(answer, PolicyJson.Options),
            });
            try
            {
                await db.SaveChangesAsync(ct);
                return answer;
            }
            catch (Exception failure) when (attempt < Attempts && db.Dialect.MetAnother(failure))
            {
                db.ChangeTracker.Clear();
                if (await EarlierAsync(operationId, actor, useCase, ct) is { } earlier)
                    return earlier;
            }
        }
    }

    /// <summary>Adds a line to the case's record.</summary>
    public void Record(Case @case, AuditLine line) => db.Audit.Add(AuditChain.Append(@case, line, Now));

    /// <summary>A refusal unless the actor holds the role at this moment: a right is checked when it is used, not when a page was opened.</summary>
    public Task<Answer?> RefusalUnlessAsync(Guid actor, OfficeRole role, CancellationToken ct) => RefusalUnlessAnyAsync(actor, [role], ct);

    /// <summary>A refusal unless the actor holds one of the roles at this moment.</summary>
    public async Task<Answer?> RefusalUnlessAnyAsync(Guid actor, IReadOnlyCollection<OfficeRole> roles, CancellationToken ct) =>
        await db.Hats.AnyAsync(hat => hat.AccountId == actor && roles.Contains(hat.Role) && db.Users.Any(a => a.Id == actor && a.IsActive), ct)
            ? null
            : Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You don't hold the role that may do this.");

    /// <summary>The case; already in the change tracker it costs no trip.</summary>
    public async ValueTask<Case> CaseAsync(Guid caseId, CancellationToken ct) =>
        await db.Cases.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"There is no case {caseId}.");

    /// <summary>The round that a case is about.</summary>
    public async ValueTask<Round> RoundAsync(Case @case, CancellationToken ct) =>
        await db.Rounds.FindAsync([@case.RoundId], ct) ?? throw new InvalidOperationException($"Case {@case.Id} is about no round.");

    /// <summary>The application that a case is about.</summary>
    public async ValueTask<Application> ApplicationAsync(Case @case, CancellationToken ct) =>
        await db.Applications.FindAsync([@case.ApplicationId], ct)
            ?? throw new InvalidOperationException($"Case {@case.Id} is about no application.");

    /// <summary>
    /// All applications of a round, tracked. Ask for all and choose in memory: what this unit of work has changed isn't in the database
    /// yet, so a filter in the query would see the old values.
    /// </summary>
    public Task<List<Application>> ApplicationsAsync(Round round, CancellationToken ct) =>
        db.Applications.Where(application => application.RoundId == round.Id).InFileOrder().ToListAsync(ct);

    private static async Task<Answer> DecideAsync(Func<Task<Answer>> decide)
    {
        try
        {
            return await decide();
        }
        catch (UnknownVersionException unknown)
        {
            return Answer.Refused(Refusal.WrongTime,
                $"本办件按 {unknown.DefinitionId} 第 {unknown.Version} 版办理，这台服务器还不认识这一版：系统正在升级，请稍后再试。",
                $"This case follows version {unknown.Version} of {unknown.DefinitionId}, which this server doesn't know yet: an upgrade is under way. Try again in a while.");
        }
    }

    private async Task<Answer?> EarlierAsync(Guid operationId, Guid actor, string useCase, CancellationToken ct)
    {
        var earlier = await db.Operations.AsNoTracking().FirstOrDefaultAsync(operation => operation.Id == operationId, ct);
        if (earlier is null)
            return null;
        return earlier.AccountId == actor && earlier.UseCase == useCase
            ? JsonSerializer.Deserialize<Answer>(earlier.Answer, PolicyJson.Options)
            : Answer.Refused(Refusal.Invalid, "操作编号已用于别的请求，请刷新页面再试。", "The operation id belongs to another request. Reload the page and try again.");
    }
}
