namespace Workflows.Policy.College;

/// <summary>R25: 编制、岗位设置保障, and R26: the standard's items.</summary>
public static class Establishment
{
    /// <summary>R25: nobody beyond the approved numbers, and every number on record.</summary>
    public static ClauseReport Quotas(CollegeFacts facts)
    {
        const string required = "编制和岗位均有核定数，占用不超核定";
        var missing = facts.Quotas.Where(quota => quota.Approved is null).Select(quota => $"{quota.Name}核定数").ToList();
        if (facts.Quotas.Length == 0 || missing.Count == facts.Quotas.Length)
            return ClauseReport.Unknown("R25", required, "编制岗位");
        var over = facts.Quotas.Where(quota => quota.Taken > quota.Approved).ToList();
        var establishment = facts.Quotas[0];
        return new ClauseReport(
            "R25", over.Count > 0 ? FindingResult.NotMet : missing.Count > 0 ? FindingResult.Unknown : FindingResult.Met, establishment.Taken,
            establishment.Approved, required, false,
            [.. facts.Quotas.Select(quota => new ClauseVariant(quota.Name, quota.Taken, quota.Approved,
                quota.Approved is null ? FindingResult.Unknown : quota.Taken > quota.Approved ? FindingResult.NotMet : FindingResult.Met))],
            null, [], [.. missing]);
    }

    /// <summary>
    /// R26: 任务到人,逐条逐项. Each item of the standing register has an owner and a due date, and evidence: until the due day it is still in time
    /// without (<c>inTime</c>), or it must be there already (<c>evidenced</c>).
    /// </summary>
    public static ClauseReport StandardItems(CollegeFacts facts)
    {
        const string required = "每个标准项有责任人、佐证和期限";
        var items = facts.StandardItems;
        if (items.Length == 0)
            return ClauseReport.Unknown("R26", required, "标准项台账");
        var evidenced = items.Where(item => item.IsCharged && item.HasEvidence).ToList();
        var overdue = items.Where(item => item.IsCharged && !item.HasEvidence && item.DueOn < facts.AsOf).ToList();
        var uncharged = items.Where(item => !item.IsCharged).ToList();
        return ClauseReport.Of("R26", required,
            Variant("inTime", items.Length - overdue.Count - uncharged.Count, items.Length), Variant("evidenced", evidenced.Count, items.Length)) with
        {
            Who = [.. overdue.Select(item => item.Owner!).Distinct()],
            Missing = [.. uncharged.Select(item => $"第 {item.Number} 项责任人、期限"), .. overdue.Select(item => $"第 {item.Number} 项佐证")],
        };
    }

    private static ClauseVariant Variant(string reading, int counted, int all) =>
        new(reading, counted, all, counted == all ? FindingResult.Met : FindingResult.NotMet);
}
