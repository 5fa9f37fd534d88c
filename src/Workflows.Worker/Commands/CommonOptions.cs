using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Workflows.Worker.Commands;

/// <summary>Options that several commands share, and how their values are read.</summary>
public static class CommonOptions
{
    private const int EarliestYear = 1950;
    private const int LatestYear = 2100;

    /// <summary><c>--as-of DATE</c>: what "today" is, for any command.</summary>
    public static Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "把这一天当作今天 / take this day as today",
        HelpName = "DATE",
        Recursive = true,
        CustomParser = result => Date(result),
    };

    /// <summary><c>--workflows DIR</c>: the folder with policy, spellings and definitions; by default the one beside the program.</summary>
    public static Option<string> WorkflowsFolder { get; } = new("--workflows")
    {
        Description = "政策与流程文件夹 / the folder of policy and workflows",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "workflows"),
    };

    /// <summary><c>--connection STRING</c>: the database, in place of <c>ConnectionStrings:Workflows</c>.</summary>
    public static Option<string?> Connection { get; } = new("--connection")
    {
        Description = "数据库连接串 / the database's connection string",
        HelpName = "STRING",
    };

    /// <summary><c>--format table|json|csv</c>, for a command that prints data.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "输出格式 / how to print",
            DefaultValueFactory = _ => "table",
        };
        return format.AcceptOnlyFromAmong("table", "json", "csv");
    }

    /// <summary>Reads a value as a day such as 2026-09-01; anything else is an error of the argument.</summary>
    public static DateOnly? Date(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= EarliestYear and <= LatestYear)
        {
            return day;
        }
        var option = (result.Parent as OptionResult)?.Option.Name;
        result.AddError($"{option} “{written}”不是日期，应写成 2026-09-01 / not a date; write it like 2026-09-01");
        return null;
    }
}
