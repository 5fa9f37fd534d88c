using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using Workflows.Engine;
using Workflows.Policy.Data;
using Workflows.Reminders;
using Workflows.Reminders.Rendering;
using Workflows.Storage.Backup;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary>Runs the command that the arguments name. Data goes to standard output alone, everything else to standard error.</summary>
public static class CommandLine
{
    // Who is asked to stop has this long to come to an end by itself: more than a node takes at most.
    private static readonly TimeSpan LongestEnd = OfficeHost.LongestStop + TimeSpan.FromSeconds(10);

    /// <summary>Parses and runs; returns one of <see cref="ExitCodes"/>.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="args">The arguments as typed.</param>
    public static async Task<int> Invoke(RootCommand root, string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"参数错误 / bad argument: {OneLine(error.Message)}");
            await Console.Error.WriteLineAsync("用 --help 查看用法 / see --help");
            return ExitCodes.Unusable;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestEnd });
        }
        catch (PolicyFileException fault)
        {
            await Console.Error.WriteLineAsync($"政策文件有误 / broken policy file: {fault.Message}");
            return ExitCodes.Unusable;
        }
        catch (Exception fault) when (fault is DefinitionFaultException or SettingsException or ReminderSettingsException or LetterTemplateException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Unusable;
        }
        catch (OutsidePartException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.OutsidePartFailed;
        }
        catch (Exception fault) when (fault is DbException or SocketException || fault.GetBaseException() is DbException or SocketException)
        {
            await Console.Error.WriteLineAsync($"数据库不可用 / the database is out of reach: {OneLine(fault.GetBaseException().Message)}");
            return ExitCodes.OutsidePartFailed;
        }
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
