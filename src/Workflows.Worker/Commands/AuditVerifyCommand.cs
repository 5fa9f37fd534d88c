using System.CommandLine;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary>
/// <c>audit verify FILE...</c>: holds the record against exported lists of chain heads. Needs the lists, the key's public half and the database,
/// and no running program. Exit 1 when anything isn't as it was: to ask is to want to fail on it.
/// </summary>
public static class AuditVerifyCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "导出的链头清单，可以有几份，也可以是文件夹 / exported lists; several, or folders of them", Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> PublicKey = new("--public-key")
    {
        Description = "公钥文件（PEM），代替 Audit:SigningKeyFile / the public key (PEM), in place of Audit:SigningKeyFile",
        HelpName = "FILE",
    };

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "用导出的链头清单核对审计记录；有不符时退出码为 1 / check the record against exported lists; exit 1 when it isn't whole")
        {
            Files, PublicKey, CommonOptions.Connection, Format,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var configuration = OfficeConfiguration.Of(parsed);
        using var given = parsed.GetValue(PublicKey) is { Length: > 0 } file ? KeyIn(file) : null;
        var settings = OfficeSettings.Read(configuration, parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        var key = given ?? settings.Seal?.Key
            ?? throw new SettingsException(["缺少 --public-key 或 Audit:SigningKeyFile / --public-key or Audit:SigningKeyFile is missing"]);
        var (lists, refused) = Read(parsed.GetRequiredValue(Files), key);

        await using var office = await CommandOffice.OpenAsync(settings, _ => TimeProvider.System, ct);
        var report = await office.AskAsync<WorkflowsDb, AuditReport>(async db =>
            await AuditReport.OfAsync(db, lists, refused, await VerifyRecord.RunAsync(db, lists, ct), ct));
        AuditReportPrinter.Print(report, parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return report.Whole ? ExitCodes.Done : ExitCodes.FailedAsAsked;
    }

    // A file that is no list is the caller's slip; one that was signed otherwise, or changed since, is a finding.
    private static (List<HeadList> Lists, List<AuditReport.RefusedList> Refused) Read(string[] named, SealKey key)
    {
        var (lists, refused, slips) = (new List<HeadList>(), new List<AuditReport.RefusedList>(), new List<string>());
        foreach (var path in named.SelectMany(FilesOf))
        {
            byte[] content;
            try
            {
                content = File.ReadAllBytes(path);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                slips.Add($"{path}: 文件打不开 / can't be opened ({fault.GetType().Name})");
                continue;
            }

            if (HeadList.Read(content, Path.GetFileName(path), key, out var why) is { } list)
                lists.Add(list);
            else if (why is HeadListFault.NoList)
                slips.Add($"{path}: 不是完整的链头清单 / is no whole list of chain heads");
            else
                refused.Add(new AuditReport.RefusedList(Path.GetFileName(path), why));
        }

        if (lists.Count + refused.Count + slips.Count == 0)
            slips.Add($"{string.Join(' ', named)}: 没有链头清单 / holds no list of chain heads (heads-*.txt)");
        return slips.Count == 0 ? (lists, refused) : throw new SettingsException(slips);
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "heads-*.txt").Order(StringComparer.Ordinal) : [path];

    private static SealKey KeyIn(string file)
    {
        try
        {
            return SealKey.Read(File.ReadAllText(file)) ?? throw new SettingsException([$"{file}: 不是密钥（PEM） / holds no key in PEM"]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{file}: 文件打不开 / can't be opened ({fault.GetType().Name})"]);
        }
    }
}
