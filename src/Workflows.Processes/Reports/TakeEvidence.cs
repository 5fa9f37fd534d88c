using Workflows.Personnel.Cases;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Reports;

/// <summary>
/// The evidence for an inspection as a workbook, as of any day: what each clause says, by which readings, and the facts of each person and year that it
/// was counted from. It holds names and no ID numbers. That it was taken is recorded first, and each time.
/// </summary>
public sealed class TakeEvidence(Desk desk, ReadCollege college, ReportCollege report, ForeseeStructure foresee)
{
    private static readonly OfficeRole[] Takers = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor];

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AsOf">The day that the evidence is about.</param>
    public sealed record Command(Guid OperationId, DateOnly AsOf);

    /// <summary>Records that the evidence is taken; the caller hands it out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TakeEvidence), async () =>
        {
            if (await desk.RefusalUnlessAnyAsync(actor, Takers, ct) is { } refusal)
                return refusal;
            await desk.RecordInRosterAsync(new AuditLine("EvidenceTaken", actor) { NewValue = $"{command.AsOf:yyyy-MM-dd}" }, ct);
            return Answer.Done("已记录本次取用。", "That you took it is recorded.");
        }, ct);

    /// <summary>The file.</summary>
    public async Task<WrittenWorkbook> WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        var records = await college.ReadAsync(ct);
        var facts = await college.WithDutiesAsync(records, asOf, ct);
        return new WrittenWorkbook(
            $"条款佐证-{asOf:yyyy-MM-dd}.xlsx",
            XlsxWriter.Write(EvidenceSheets.Of(facts, report.Of(facts), foresee.Around(records, asOf), desk.Office.Structure)));
    }
}
