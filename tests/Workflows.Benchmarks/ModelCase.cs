using Microsoft.EntityFrameworkCore;

namespace Workflows.Benchmarks;

/// <summary>One case taken through the office, so that the hand-written side writes texts of the same size as the office does.</summary>
internal sealed class ModelCase
{
    private readonly List<string> states = [];
    private readonly string answer;
    private readonly Guid id;

    private ModelCase(Guid id, string answer) => (this.id, this.answer) = (id, answer);

    public static async Task<ModelCase> TakeAsync(ApprovingOffice office)
    {
        var id = (await office.OpenCasesAsync(1)).Single();
        var states = new List<string>();
        for (var step = 1; step < Chain.Length; step++)
        {
            await office.ApproveAsync((await office.WaitingAsync([id])).Single());
            states.Add((await office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == id))).EngineState!);
        }

        var answer = (await office.ReadAsync(db => db.Operations.FirstAsync())).Answer;
        var model = new ModelCase(id, answer);
        model.states.AddRange(states);
        return model;
    }

    /// <summary>The engine's state of a case after that many approvals.</summary>
    public string State(int approvals, Guid caseId) => states[approvals - 1].Replace($"{id}", $"{caseId}", StringComparison.Ordinal);

    /// <summary>The answer that is kept with the operation.</summary>
    public string Answer(Guid caseId) => answer.Replace($"{id}", $"{caseId}", StringComparison.Ordinal);
}
