namespace Workflows.Personnel.Cases;

/// <summary>What a work item shows and asks for.</summary>
public enum WorkItemForm
{
    /// <summary>A plain decision: an outcome and a comment.</summary>
    Decision,

    /// <summary>HR corrects the round's plan and hands it in again.</summary>
    RevisePlan,

    /// <summary>HR publishes the announcement: from then on the plan is locked.</summary>
    Announcement,

    /// <summary>Leadership confirms the age reading (R06) once for the whole round.</summary>
    AgeReading,

    /// <summary>HR confirms or refuses one applicant's qualification.</summary>
    Qualification,

    /// <summary>HR closes the qualification review of the whole round.</summary>
    QualificationResults,

    /// <summary>HR enters the scores.</summary>
    Scores,

    /// <summary>HR goes through the background review's checklist.</summary>
    BackgroundReview,

    /// <summary>HR records the medical check's result.</summary>
    MedicalCheck,

    /// <summary>Leadership decides a waiver (R09, 原则上), with amount and precedents beside it.</summary>
    Waiver,

    /// <summary>HR goes through the handover of somebody who leaves.</summary>
    Handover,

    /// <summary>HR works on a semester's list of secondments (R11) and hands it in.</summary>
    SecondmentList,

    /// <summary>HR works on a year's rotation (R13) and hands it in.</summary>
    RotationList,

    /// <summary>HR handles the objections of those on a list.</summary>
    LineObjections,

    /// <summary>HR or the host school records the day of reporting for duty (报到).</summary>
    ReportForDuty,
}

/// <summary>How the parts of an item make its outcome.</summary>
public enum ItemRule
{
    /// <summary>或签: the first answer decides.</summary>
    Any,

    /// <summary>会签: everybody must approve; the first answer that isn't an approval decides.</summary>
    All,

    /// <summary>依次: like <see cref="All"/>, one after the other in the order of the roles.</summary>
    Sequential,

    /// <summary>票签: approved once the approving weight reaches the threshold; a veto, or a threshold out of reach, turns it down.</summary>
    Weighted,
}

/// <summary>Whether an item still waits for an answer.</summary>
public enum WorkItemStage
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It has its outcome.</summary>
    Decided,

    /// <summary>Its case ended or moved on without it.</summary>
    Withdrawn,
}
