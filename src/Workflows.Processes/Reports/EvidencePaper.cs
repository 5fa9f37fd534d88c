using Workflows.Personnel.Documents;
using Workflows.Policy;
using Workflows.Policy.College;

namespace Workflows.Processes.Reports;

/// <summary>The evidence as a paper to be read and signed: a part for each clause with what it asks, what was found by which reading, and what would fix it.</summary>
internal static class EvidencePaper
{
    /// <summary>The words of the paper.</summary>
    public static OfficialPaper Of(CollegeFacts facts, IReadOnlyList<ClauseReport> report, string issuer, DateOnly today) => new()
    {
        Number = "",
        Title = [issuer, "办学标准自查佐证材料"],
        Opening =
        [
            $"以下为截至{OfficialPaper.Written(facts.AsOf)}的情况，按当日已有的记录逐条列出，共{report.Count}条，其中{Counted(report)}。"
                + "各条的每人明细见同日导出的佐证工作簿。",
        ],
        Sections = [.. report.Index().Select(one => Section(one.Index + 1, one.Item, facts))],
        Closing = ["以上情况属实。"],
        Issuer = issuer,
        IssuedOn = today,
    };

    private static string Counted(IEnumerable<ClauseReport> report) => string.Join("、", report.GroupBy(one => one.Verdict)
        .OrderByDescending(group => group.Key is FindingResult.Met).ThenBy(group => group.Key).Select(group => $"{ClauseWording.Name(group.Key).Zh}{group.Count()}条"));

    private static PaperSection Section(int number, ClauseReport one, CollegeFacts facts) =>
        new($"{number}．{ClauseWording.Name(one.Clause).Zh}（{one.Clause}）：{ClauseWording.Name(one.Verdict).Zh}", [.. Paragraphs(one)])
        {
            Table = one.Clause == "R26" && facts.StandardItems.Length > 0 ? Items(facts) : one.Variants.Length > 1 ? Readings(one) : null,
        };

    private static IEnumerable<string> Paragraphs(ClauseReport one)
    {
        yield return $"要求：{one.Required}。";
        if (one.Numerator is not null && one.Denominator is not null)
            yield return $"情况：{one.Numerator:0.##}/{one.Denominator:0.##}，{ClauseWording.Percent(one.Numerator, one.Denominator)}。";
        if (one.DependsOnReading)
            yield return "条文有不同理解，结论取决于口径，各口径见下表。";
        if (!one.Who.IsEmpty)
            yield return $"未计入：{string.Join("、", one.Who)}。";
        if (!one.Missing.IsEmpty)
            yield return $"缺少的资料：{string.Join("；", one.Missing)}。";
        if (one.Verdict is FindingResult.NotMet && ClauseWording.Remedy(one) is { } remedy)
            yield return $"整改：{remedy.Zh}。";
    }

    private static PaperTable Readings(ClauseReport one) =>
        new([new("口径", 50), new("计入", 15), new("基数", 15), new("结论", 20)], EvidenceSheets.ReadingRows(one));

    private static PaperTable Items(CollegeFacts facts) =>
        new([new("编号", 10), new("内容", 35), new("责任人", 13), new("期限", 17), new("佐证", 25)], EvidenceSheets.ItemRows(facts));
}
