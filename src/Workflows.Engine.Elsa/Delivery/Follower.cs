using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Compares a case's record with Elsa's state and drives Elsa on until the two agree: opens what is missing, resumes what the record has
/// resolved, ends what has ended, and where Elsa has lost its place lets it walk the way of the record anew. The caller holds the case's lock.
/// </summary>
internal sealed class Follower(IServiceScopeFactory scopes, CaseRecords records, ILogger<Follower> log)
{
    private const int MostBursts = 200;

    /// <summary>Drives Elsa on, and says how often it had to be moved.</summary>
    /// <exception cref="InvalidOperationException">Elsa's state can't be brought to agree with the record.</exception>
    public async Task<int> FollowAsync(Guid caseId, CancellationToken ct)
    {
        var rebuilt = 0;
        for (var moves = 0; moves < MostBursts; moves++)
        {
            if (await records.ReadAsync(caseId, ct) is not { } state)
            {
                return moves;
            }

            await using var scope = scopes.CreateAsyncScope();
            var instance = await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().FindByIdAsync(BurstContext.InstanceId(caseId), ct);
            var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(BurstContext.InstanceId(caseId), ct);
            switch (Next(state, instance))
            {
                case Move.None:
                    return moves;
                case Move.Open:
                    await OpenAsync(client, state, ct);
                    break;
                case Move.Resume resume:
                    await client.RunInstanceAsync(new RunWorkflowInstanceRequest { BookmarkId = resume.BookmarkId }, ct);
                    break;
                case Move.Cancel:
                    await client.CancelAsync(ct);
                    break;
                case Move.ToVersion:
                    await MoveAsync(scope.ServiceProvider, client, state, instance!, ct);
                    break;
                case Move.Rebuild when rebuilt++ == 0:
                    log.LogWarning("Elsa has lost its place in case {Case}; it walks the way of the record anew", caseId);
                    await DeleteAsync(scope.ServiceProvider, caseId, ct);
                    break;
                default:
                    throw new InvalidOperationException(
                        $"Elsa can't be brought to where case {caseId} stands: it waits at {string.Join(", ", state.Waits.Select(wait => wait.Id))}.");
            }
        }

        throw new InvalidOperationException($"Case {caseId} was moved {MostBursts} times and still doesn't rest.");
    }

    private static Move Next(CaseState state, WorkflowInstance? instance)
    {
        var isOver = state.Status != CaseStatus.Running;
        if (instance is null)
        {
            // What ended before Elsa ever heard of it needs no instance.
            return isOver ? new Move.None() : new Move.Open();
        }

        if (instance.Status != WorkflowStatus.Running)
        {
            return isOver ? new Move.None() : new Move.Rebuild();
        }

        if (state.Status == CaseStatus.Cancelled)
        {
            return new Move.Cancel();
        }

        if (instance.Version != state.Version)
        {
            return new Move.ToVersion();
        }

        var waiting = Waiting(instance.WorkflowState);
        if (Resolved(state, waiting) is { } bookmark)
        {
            return new Move.Resume(bookmark);
        }

        if (isOver)
        {
            return new Move.Cancel();
        }

        var places = waiting.Select(one => one.WaitId).ToHashSet();
        return state.Waits.Count > 0 && state.Waits.TrueForAll(wait => places.Contains(wait.Id)) ? new Move.None() : new Move.Rebuild();
    }

    private static List<(string BookmarkId, string WaitId)> Waiting(WorkflowState state) =>
    [
        .. from bookmark in state.Bookmarks
        join execution in state.ActivityExecutionContexts on bookmark.ActivityInstanceId equals execution.Id
        let visit = BurstContext.Visit(execution.Properties)
        where visit is not null
        select (bookmark.Id, WaitId.Of(bookmark.ActivityId, visit.Value)),
    ];

    // In the order of the record: branches meet at joins as they did there.
    private static string? Resolved(CaseState state, List<(string BookmarkId, string WaitId)> waiting) => state.Trail
        .Where(entry => !entry.Withdrawn)
        .Select(entry => waiting.Find(one => one.WaitId == WaitId.Of(entry.ActivityId, entry.Visit)).BookmarkId)
        .FirstOrDefault(bookmark => bookmark is not null);

    private static Task<RunWorkflowInstanceResponse> OpenAsync(IWorkflowClient client, CaseState state, CancellationToken ct)
    {
        // A case that was moved walks the way of the record by the version it began with.
        var version = state.Moves is [var first, ..] ? first.From : state.Version;
        return client.CreateAndRunInstanceAsync(new CreateAndRunWorkflowInstanceRequest
        {
            WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(state.DefinitionId, VersionOptions.SpecificVersion(version)),
            CorrelationId = $"{state.CaseId}",
            Input = new Dictionary<string, object> { ["CaseId"] = $"{state.CaseId}" },
        }, ct);
    }

    private static async Task MoveAsync(
        IServiceProvider services, IWorkflowClient client, CaseState state, WorkflowInstance instance, CancellationToken ct)
    {
        var graph = await services.GetRequiredService<IWorkflowDefinitionService>()
            .FindWorkflowGraphAsync(state.DefinitionId, VersionOptions.SpecificVersion(state.Version), ct)
            ?? throw new InvalidOperationException($"Elsa doesn't have version {state.Version} of '{state.DefinitionId}'.");
        var elsa = instance.WorkflowState;
        elsa.DefinitionVersion = state.Version;
        elsa.DefinitionVersionId = graph.Workflow.Identity.Id;
        await client.ImportStateAsync(elsa, ct);
    }

    private static Task<bool> DeleteAsync(IServiceProvider services, Guid caseId, CancellationToken ct) => services
        .GetRequiredService<IWorkflowInstanceManager>().DeleteAsync(new WorkflowInstanceFilter { Id = BurstContext.InstanceId(caseId) }, ct);

    private abstract record Move
    {
        public sealed record None : Move;

        public sealed record Open : Move;

        public sealed record Resume(string BookmarkId) : Move;

        public sealed record Cancel : Move;

        public sealed record ToVersion : Move;

        public sealed record Rebuild : Move;
    }
}
