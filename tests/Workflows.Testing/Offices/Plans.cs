using Workflows.Personnel.Hiring;

namespace Workflows.Testing.Offices;

/// <summary>A plan that may be announced as it is; a test changes what it is about.</summary>
public static class Plans
{
    /// <summary>Two places for primary mathematics, everything in order.</summary>
    public static RoundPlan Usual { get; } = new()
    {
        Post = "小学数学教研员",
        Subject = "数学",
        Stage = "小学",
        Level = PostLevel.Intermediate,
        Places = 2,
        District = "沙县区",
        ReferenceDate = new DateOnly(2026, 9, 1),
        Entry = EntryKind.TransferOrder,
        WrittenWeightPercent = 40,
        PassLine = 60,
        TieRule = TieRule.HigherInterview,
        ShortlistRatio = 3,
        IntakeOpensOn = new DateOnly(2026, 8, 4),
        IntakeClosesOn = new DateOnly(2026, 8, 14),
        ReReviewDays = 5,
        ExamOn = new DateOnly(2026, 8, 29),
        CallUpUntil = new DateOnly(2026, 9, 30),
        NoticeDays = 7,
        JoinsOn = new DateOnly(2026, 11, 1),
    };
}
