using System.Text.RegularExpressions;
using Workflows.Policy.Dates;

namespace Workflows.Policy.Hiring;

/// <summary>One entry of 任教经历: <c>2016-09~2020-07 实验小学</c>, <c>~至今</c> for one that still runs, marked <c>(非一线)</c> or not.</summary>
/// <param name="Written">The entry in one form.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, which still counts; the latest date of all for a period that runs.</param>
/// <param name="FrontLine">False with the mark <c>(非一线)</c>.</param>
/// <param name="IsReadable">False if it can't be read or ends before it starts; the days then mean nothing.</param>
internal sealed partial record TeachingPeriod(string Written, DateOnly First, DateOnly Last, bool FrontLine, bool IsReadable)
{
    /// <summary>The entries of a cell.</summary>
    public static List<TeachingPeriod> ParseAll(string cell) => [.. WrittenForm.Entries(cell).Select(Parse)];

    private static TeachingPeriod Parse(string entry)
    {
        var written = Dashes().Replace(WhiteSpace().Replace(entry, " "), "~");
        var frontLine = !NotFrontLine().IsMatch(written);
        var unreadable = new TeachingPeriod(written, default, default, frontLine, IsReadable: false);
        var match = Shape().Match(NotFrontLine().Replace(written, " ").Trim());
        if (!match.Success) return unreadable;
        var first = WrittenDate.Parse(match.Groups["first"].Value);
        var running = match.Groups["last"].Value == "至今";
        var last = running ? WrittenDate.Of(DateOnly.MaxValue) : WrittenDate.Parse(match.Groups["last"].Value);
        if (!first.IsKnown || !last.IsKnown || last.Last < first.First) return unreadable;
        return new TeachingPeriod(written, first.First, last.Last, frontLine, IsReadable: true);
    }

    [GeneratedRegex(@"^(?<first>[0-9][0-9./年月日-]*)~(?<last>至今|[0-9][0-9./年月日-]*)(?<school>(?![0-9]).*)$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\(\s*非\s*一\s*线\s*\)")]
    private static partial Regex NotFrontLine();

    [GeneratedRegex(@"\s*[~—]+\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
