using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Staff;

namespace Workflows.Processes.Exits;

/// <summary>What each way of leaving must state.</summary>
public static class ExitChecks
{
    /// <summary>What is wrong with a proposal; nothing when it may be handed in.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="person">The person with tenures.</param>
    /// <param name="policy">The numbers of exits.</param>
    /// <param name="today">Today in the office.</param>
    public static IReadOnlyList<Bilingual> Faults(ExitProposal proposal, Person person, ExitPolicy policy, DateOnly today) =>
        [.. Common(proposal, person, today), .. OfKind(proposal, policy, today)];

    /// <summary>The exit of a case.</summary>
    internal static async ValueTask<Exit> ExitAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.Db.Exits.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"Case {caseId} is about no exit.");

    private static IEnumerable<Bilingual> Common(ExitProposal proposal, Person person, DateOnly today)
    {
        if (!Enum.IsDefined(proposal.Kind))
            yield return new("请选择离岗方式。", "Choose how the person leaves.");
        if (proposal.LastDay < today)
            yield return new("最后在岗日不能早于今天。", "The last day can't lie before today.");
        if (person.TenureOn(proposal.LastDay) is null)
            yield return new($"{proposal.LastDay:yyyy-MM-dd} 当天已不在本校。", $"The person isn't at the college on {proposal.LastDay:yyyy-MM-dd}.");
        if (string.IsNullOrWhiteSpace(proposal.Reason))
            yield return new("请写明理由。", "State the reason.");
        if (string.IsNullOrWhiteSpace(proposal.Ground))
            yield return GroundMissing(proposal.Kind);
    }

    private static IEnumerable<Bilingual> OfKind(ExitProposal proposal, ExitPolicy policy, DateOnly today)
    {
        if (proposal.Kind is ExitKind.TransferOut && string.IsNullOrWhiteSpace(proposal.Destination))
            yield return new("请写明调入单位。", "State where the person goes.");
        if (proposal.Kind is not ExitKind.Resignation)
            yield break;
        if (proposal.NoticeGivenOn is not { } given || given > today)
            yield return new("请填写提交书面辞职申请的日期，不能晚于今天。", "State the day on which the written notice was given, not after today.");
        else if (proposal.LastDay < policy.EarliestLastDay(given) && string.IsNullOrWhiteSpace(proposal.Agreement))
        {
            yield return new(
                $"辞职须提前 {policy.ResignationNoticeDays} 日书面通知：最早为 {policy.EarliestLastDay(given):yyyy-MM-dd}；双方另有约定的请写明约定（人事管理条例第17条）。",
                $"Notice is given {policy.ResignationNoticeDays} days ahead: {policy.EarliestLastDay(given):yyyy-MM-dd} at the earliest, unless an agreement is stated (Regulations, Art. 17).");
        }
    }

    private static Bilingual GroundMissing(ExitKind kind) => kind switch
    {
        ExitKind.TransferOut => new("请填写商调函文号。", "State the number of the transfer request."),
        ExitKind.Retirement => new("请填写退休审批材料。", "State the retirement approval paper."),
        ExitKind.Resignation => new("请填写书面辞职申请的材料名称或编号。", "Name the written notice of resignation."),
        _ => new("请填写解聘所依据的事实认定材料。", "Name the papers that establish the facts."),
    };
}
