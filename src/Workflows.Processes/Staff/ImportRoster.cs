using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Staff.Import;

namespace Workflows.Processes.Staff;

/// <summary>
/// HR brings the workbook in, all ten sheets or those that it has. First a dry run that shows every fault and the difference; then all or
/// nothing. The same file again changes nothing, and nothing is deleted because a file doesn't name it.
/// </summary>
public sealed class ImportRoster(Desk desk)
{
    /// <summary>What the page posts, or the command line passes.</summary>
    /// <param name="OperationId">Chosen by the asking page or program.</param>
    /// <param name="FileName">The file's name with its ending.</param>
    /// <param name="Content">The workbook, or a single table of people, <c>.xlsx</c> or <c>.csv</c>.</param>
    public sealed record Command(Guid OperationId, string FileName, byte[] Content);

    /// <summary>The dry run: changes nothing.</summary>
    /// <param name="command">The file.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<WorkbookPreview> PreviewAsync(Command command, Guid? actor, CancellationToken ct)
    {
        if (await RefusalAsync(command, actor, ct) is { } refusal)
            return WorkbookPreview.Unread(refusal, []);
        var import = await WorkbookImport.CompareAsync(desk, command.FileName, command.Content, ct);
        desk.Db.ChangeTracker.Clear();
        return import.Preview;
    }

    /// <summary>The import: all or nothing.</summary>
    /// <param name="command">The file.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Answer> RunAsync(Command command, Guid? actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor ?? Guid.Empty, nameof(ImportRoster), async () =>
        {
            if (await RefusalAsync(command, actor, ct) is { } refusal)
                return refusal;
            var import = await WorkbookImport.CompareAsync(desk, command.FileName, command.Content, ct);
            var preview = import.Preview;
            if (preview.Faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, [.. preview.Faults.Select(fault => new Bilingual(fault.Line, fault.Line))]);

            await import.TakeAsync(command.Content, actor, ct);
            var (added, changed, unchanged) = (preview.Count(Change.Added), preview.Count(Change.Changed), preview.Count(Change.Unchanged));
            return Answer.Done(
                $"已导入：新增 {added} 行，更新 {changed} 行，未变 {unchanged} 行。",
                $"Imported: {added} added, {changed} changed, {unchanged} unchanged.");
        }, ct);

    private async Task<Answer?> RefusalAsync(Command command, Guid? actor, CancellationToken ct)
    {
        if (actor is { } account && await desk.RefusalUnlessAsync(account, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        return string.IsNullOrWhiteSpace(command.FileName) || command.Content is null
            ? Answer.Refused(Refusal.Invalid, "请求缺少文件名或文件内容。", "The request has no file name or no content.")
            : null;
    }
}
