using Workflows.Personnel.Cases;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Reports;

/// <summary>
/// The evidence for an inspection as a workbook, as of any day: what each clause says, by which readings, and the facts of each person and year that it
/// was counted from. It holds names and no ID numbers. That it was taken is recorded first, and each time.
/// </summary>
public sealed class TakeEvidence(Desk desk, ReadCollege college, ForeseeStructure foresee)
{
    private static readonly OfficeRole[] Takers = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor];

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AsOf">The day that the evidence is about.</param>
    public sealed record Command(Guid OperationId, DateOnly AsOf);

    /// <summary>A file to be handed out.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Content">The <c>.xlsx</c>.</param>
    public sealed record File(string Name, byte[] Content);

    /// <summary>Records that the evidence is taken; the caller hands it out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TakeEvidence), async () =>
        {
            Answer? refusal = null;
            foreach (var role in Takers)
            {
                refusal = await desk.RefusalUnlessAsync(actor, role, ct);
                if (refusal is null)
                    break;
            }

            if (refusal is not null)
                return refusal;
            await desk.RecordInRosterAsync(new AuditLine("EvidenceTaken", actor) { NewValue = $"{command.AsOf:yyyy-MM-dd}" }, ct);
            return Answer.Done("已记录本次取用。", "That you took it is recorded.");
        }, ct);

    /// <summary>The file.</summary>
    public async Task<File> WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        var facts = await college.AsOfAsync(asOf, ct);
        var outlook = await foresee.AroundAsync(asOf, ct);
        return new File($"条款佐证-{asOf:yyyy-MM-dd}.xlsx", XlsxWriter.Write(EvidenceSheets.Of(facts, outlook, desk.Office)));
    }
}
