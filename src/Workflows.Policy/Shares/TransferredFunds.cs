namespace Workflows.Policy.Shares;

/// <summary>R19: 每年60%以上继续教育经费划拨到校, at the year's end; before it, how far it has come.</summary>
public static class TransferredFunds
{
    /// <summary>Whether enough has been transferred by now; unknown where a number is missing.</summary>
    /// <param name="total">继续教育经费总额, yuan.</param>
    /// <param name="transferred">划拨本校, yuan.</param>
    /// <param name="policy">The minimum.</param>
    public static FindingResult Evaluate(decimal? total, decimal? transferred, StructurePolicy policy) =>
        total is not > 0 || transferred is null ? FindingResult.Unknown
        : transferred * 100 >= total * policy.MinimumTransferredPercent ? FindingResult.Met : FindingResult.NotMet;
}
