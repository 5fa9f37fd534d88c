using System.CommandLine;
using Workflows.Personnel.Applicants;
using Workflows.Personnel.PolicyFiles;
using Workflows.Policy.Hiring;

namespace Workflows.Worker.Commands;

/// <summary><c>check hiring FILE</c>: each applicant of a file against R05 to R10, without a database and without a host.</summary>
public static class CheckHiringCommand
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "报名表 .xlsx 或 .csv / the applicants, .xlsx or .csv" };

    private static readonly Option<DateOnly?> ReferenceDate = new("--reference-date")
    {
        Description = "年龄和任教年限的计算日 / the day on which age and teaching are counted (R06, R08)",
        HelpName = "DATE",
        Required = true,
        CustomParser = result => CommonOptions.Date(result),
    };

    private static readonly Option<string?> AgeReadingName = new Option<string?>("--age-reading")
    {
        Description = "45周岁以下的理解：under 不满45，included 含45 / the reading of R06; by default the policy's",
    }.AcceptOnlyFromAmong("under", "included");

    private static readonly Option<bool> ShortagePost = new("--shortage-post")
    {
        Description = "紧缺岗位，可面向区外 / a shortage post, open to other districts (R10)",
    };

    private static readonly Option<string?> District = new("--district")
    {
        Description = "招聘的区，默认按政策文件 / the hiring district; by default the policy's (R10)",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Sheet = new("--sheet")
    {
        Description = "工作表名，默认第一张可见的 / the sheet; by default the first visible one",
        HelpName = "NAME",
    };

    private static readonly Option<Verdict[]> FailOn = new Option<Verdict[]>("--fail-on")
    {
        Description = "出现这种结论时以1退出 / exit with 1 if anyone gets this verdict",
        HelpName = "VERDICT",
    }.AcceptOnlyFromAmong(Enum.GetNames<Verdict>());

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        District.Validators.Add(result =>
        {
            if (result.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError("--district 为空 / --district is empty");
        });
        var command = new Command("hiring", "逐人核对报名条件 R05-R10 / check applicants against R05 to R10")
        {
            FileName, ReferenceDate, AgeReadingName, ShortagePost, District, Sheet, FailOn, Format,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var book = PolicyFolder.Load(parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        var terms = Terms(parsed, book.Hiring);
        var file = parsed.GetRequiredValue(FileName);
        var reading = GivenFile.Read(file, content => ApplicantTable.Read(content, file, parsed.GetValue(Sheet)));
        foreach (var fault in reading.Faults) errors.WriteLine(fault.Line);
        if (reading.Value is not { } table) return ExitCodes.Unusable;

        ReportLeftOvers(table, Path.GetFileName(file), errors);
        var check = HiringCheck.Of(table, terms, book);
        HiringCheckPrinter.Print(check, parsed.GetRequiredValue(Format), output);
        var asked = parsed.GetValue(FailOn) ?? [];
        return check.Applicants.Any(applicant => asked.Contains(applicant.Verdict)) ? ExitCodes.FailedAsAsked : ExitCodes.Done;
    }

    private static HiringTerms Terms(ParseResult parsed, HiringPolicy policy)
        => new(
            parsed.GetRequiredValue(ReferenceDate)!.Value,
            parsed.GetValue(AgeReadingName) switch
            {
                "under" => AgeReading.Under,
                "included" => AgeReading.Included,
                _ => policy.DefaultAgeReading,
            },
            parsed.GetValue(ShortagePost),
            parsed.GetValue(District) ?? policy.District);

    private static void ReportLeftOvers(ApplicantTable table, string file, TextWriter errors)
    {
        foreach (var column in table.UnknownColumns)
        {
            errors.WriteLine($"{file}: 未知列“{column}”已并入备注 / the unknown column “{column}” is kept as a remark");
        }
        if (table.SkippedRows.IsEmpty) return;
        var rows = string.Join(", ", table.SkippedRows);
        errors.WriteLine($"{file}: 跳过合计、注释或重复表头：第{rows}行 / sums, notes or repeated headers left out: rows {rows}");
    }
}
