using Workflows.Personnel.Cases;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Reports;

/// <summary>
/// The evidence for an inspection as a workbook or as a paper, as of any day: what each clause says, by which readings, and the facts of each person and year that it
/// was counted from. It holds names and no ID numbers. That it was taken is recorded first, and each time.
/// </summary>
public sealed class TakeEvidence(Desk desk, ReadCollege read, ReportCollege report, ForeseeStructure foresee)
{
    private static readonly OfficeRole[] Takers = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor];

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AsOf">The day that the evidence is about.</param>
    /// <param name="Format">As a workbook, or as a paper.</param>
    public sealed record Command(Guid OperationId, DateOnly AsOf, EvidenceFormat Format = EvidenceFormat.Excel);

    /// <summary>Records that the evidence is taken; the caller hands it out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(TakeEvidence), async () =>
        {
            if (await desk.RefusalUnlessAnyAsync(actor, Takers, ct) is { } refusal)
                return refusal;
            await desk.RecordInRosterAsync(new AuditLine("EvidenceTaken", actor) { NewValue = $"{command.AsOf:yyyy-MM-dd} {command.Format}" }, ct);
            return Answer.Done("已记录本次取用。", "That you took it is recorded.");
        }, ct);

    /// <summary>The file.</summary>
    /// <param name="command">What was asked for and recorded.</param>
    /// <param name="college">The college's name, as it signs.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<EvidenceDocument> WriteAsync(Command command, string college, CancellationToken ct)
    {
        var records = await read.ReadAsync(ct);
        var facts = await read.WithDutiesAsync(records, command.AsOf, ct);
        var name = $"条款佐证-{command.AsOf:yyyy-MM-dd}";
        return command.Format is EvidenceFormat.Word
            ? new($"{name}.docx", OfficialDocument.MediaType, OfficialDocument.Write(EvidencePaper.Of(facts, report.Of(facts), college, desk.Today)))
            : new($"{name}.xlsx", XlsxWriter.MediaType, XlsxWriter.Write(EvidenceSheets.Of(facts, report.Of(facts), foresee.Around(records, command.AsOf), desk.Office.Structure)));
    }
}

/// <summary>What the evidence is handed out as.</summary>
public enum EvidenceFormat
{
    /// <summary>A workbook with the facts of each person and year.</summary>
    Excel,

    /// <summary>A paper with a part for each clause, to be signed.</summary>
    Word,
}

/// <summary>The evidence as a file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record EvidenceDocument(string Name, string MediaType, byte[] Content);
