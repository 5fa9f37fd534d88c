using Workflows.Personnel.Cases;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Export;

/// <summary>
/// The whole workbook as a file: for HR with everything in it, for the auditor with ID numbers, phones and mail addresses masked. That it was
/// taken is recorded first, and each time.
/// </summary>
public sealed class ExportRoster(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    public sealed record Command(Guid OperationId);

    /// <summary>Records that the workbook is taken; the caller hands it out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ExportRoster), async () =>
        {
            var isWhole = await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is null;
            if (!isWhole && await desk.RefusalUnlessAsync(actor, OfficeRole.Auditor, ct) is { } refusal)
                return refusal;
            await desk.RecordInRosterAsync(new AuditLine("RosterExported", actor) { NewValue = isWhole ? "unmasked" : "masked" }, ct);
            return Answer.Done("已记录本次导出。", "That you took it is recorded.");
        }, ct);

    /// <summary>The file; whole only for an account that is HR's at this moment.</summary>
    /// <param name="actor">The account for which it was recorded.</param>
    /// <param name="mask">How a personal value is shown to others: by column and cell.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<WrittenWorkbook> WriteAsync(Guid actor, Func<string, string, string> mask, CancellationToken ct)
    {
        var sheets = await WorkbookExport.ReadAsync(desk.Db, ct);
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is not null)
            sheets = [.. sheets.Select(sheet => sheet.Name == RosterTable.SheetName ? Masked(sheet, mask) : sheet)];
        return new WrittenWorkbook($"花名册-{desk.Today:yyyy-MM-dd}.xlsx", XlsxWriter.Write(sheets));
    }

    private static WrittenSheet Masked(WrittenSheet sheet, Func<string, string, string> mask) => sheet with
    {
        Rows = [.. sheet.Rows.Select(row => row.Select((cell, place) => mask(sheet.Header[place].TrimEnd('*'), cell)).ToList())],
    };
}
