using System.CommandLine;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>import FILE</c>: the roster file into the database, all or nothing; with <c>--dry-run</c> only what it would do.</summary>
public static class ImportCommand
{
    private static readonly Argument<string> FileName = new("FILE")
    {
        Description = "花名册工作簿 .xlsx，或单张人员表 .csv / the workbook, or a single table of people",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "只列出错误和差异，不改动数据 / print faults and the difference; change nothing",
    };

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import", "导入花名册：要么全部，要么不动 / bring the roster in: all or nothing")
        {
            FileName, DryRun, CommonOptions.Connection, Format,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var file = parsed.GetRequiredValue(FileName);
        var read = GivenFile.Bytes(file);
        if (read.Value is not { } content) return Refuse(read.Faults, errors);
        if (RosterWorkbook.Read(content, file).Faults is { Length: > 0 } unusable) return Refuse(unusable, errors);

        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var office = await CommandOffice.OpenAsync(settings, _ => CommandOffice.Clock(settings.Zone, parsed.GetValue(CommonOptions.AsOf)), ct);
        var command = new ImportRoster.Command(Guid.CreateVersion7(), file, content);
        var preview = await office.AskAsync<ImportRoster, WorkbookPreview>(import => import.PreviewAsync(command, null, ct));
        var isDryRun = parsed.GetValue(DryRun);
        if (!isDryRun)
        {
            if (preview.Faults.Count > 0) return Refuse(preview.Faults, errors);
            var answer = await office.AskAsync<ImportRoster, Answer>(import => import.RunAsync(command, null, ct));
            foreach (var reason in answer.Reasons) await errors.WriteLineAsync($"{reason.Zh} / {reason.En}");
            if (!answer.IsDone) return ExitCodes.Unusable;
        }
        Report(Path.GetFileName(file), preview, errors);
        ImportPrinter.Print(ImportReport.Of(Path.GetFileName(file), isDryRun, preview), parsed.GetRequiredValue(Format), output);
        return ExitCodes.Done;
    }

    private static int Refuse(IEnumerable<TableFault> faults, TextWriter errors)
    {
        foreach (var fault in faults) errors.WriteLine(fault.Line);
        return ExitCodes.Unusable;
    }

    private static void Report(string file, WorkbookPreview preview, TextWriter errors)
    {
        foreach (var sheet in preview.MissingSheets)
            errors.WriteLine($"{file}: 没有工作表“{sheet}”，相关内容保持原样 / there is no sheet “{sheet}”; what it would say stays as it is");
        foreach (var sheet in preview.NotRead)
            errors.WriteLine($"{file}: 工作表“{sheet}”不属于花名册，未读取 / the sheet “{sheet}” isn't of this workbook and was left out");
        foreach (var unknown in preview.UnknownColumns)
        {
            errors.WriteLine(unknown.IsKept
                ? $"{file}: 未知列“{unknown.Column}”按原样保留 / the unknown column “{unknown.Column}” is kept as it is"
                : $"{file}: 工作表“{unknown.Sheet}”的未知列“{unknown.Column}”未读取 / the unknown column “{unknown.Column}” of “{unknown.Sheet}” was left out");
        }
        foreach (var question in preview.Unlisted)
        {
            errors.WriteLine(
                $"{file}: “{question.Word.Column}”一栏的“{question.Word.Written}”词表里没有，可在导入页说明含义 / no table lists “{question.Word.Written}”: the import page asks what it means");
        }
    }
}
