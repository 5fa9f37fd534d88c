using System.Globalization;

namespace Workflows.Policy.Hiring;

/// <summary>The words of findings, warnings and verdicts: one template per reason, rendered from data, never parsed back.</summary>
public static class HiringWording
{
    private static readonly Bilingual DependsOnReading = new(
        "对“以下”作另一种理解时结论不同，须领导统一确认。",
        " Under the other reading of the age limit the result differs: leadership confirms the reading for all.");

    /// <summary>Why the finding is as it is; for an open one, the question to ask.</summary>
    public static Bilingual Explanation(Finding finding)
    {
        var why = FindingTemplates.All[finding.Reason].Why.Fill(finding.Arguments);
        return finding.DependsOnReading ? new(why.Zh + DependsOnReading.Zh, why.En + DependsOnReading.En) : why;
    }

    /// <summary>What would change the finding; null where it is met and depends on nothing.</summary>
    public static Bilingual? WhatWouldChange(Finding finding)
        => finding is { Result: FindingResult.Met, DependsOnReading: false }
            ? null
            : FindingTemplates.All[finding.Reason].Change?.Fill(finding.Arguments);

    /// <summary>What the clause asks, in short words.</summary>
    public static Bilingual Required(Finding finding) => new(finding.Required, SummaryTemplates.RequiredOf(finding));

    /// <summary>What was found, in short words; empty where the sheet says nothing.</summary>
    public static Bilingual Actual(Finding finding) => new(finding.Actual, SummaryTemplates.ActualOf(finding));

    /// <summary>What the warning says.</summary>
    public static Bilingual Warning(HiringWarning warning) => WarningTemplates.All[warning.Code].Fill(warning.Arguments);

    /// <summary>The verdict's name.</summary>
    public static Bilingual Name(Verdict verdict) => verdict switch
    {
        Verdict.Eligible => new("符合条件", "eligible"),
        Verdict.NeedsDecision => new("需领导决定", "needs a decision"),
        Verdict.Undecidable => new("待补充材料", "undecidable until asked"),
        _ => new("不符合条件", "ineligible"),
    };

    /// <summary>The result's name.</summary>
    public static Bilingual Name(FindingResult result) => result switch
    {
        FindingResult.Met => new("符合", "met"),
        FindingResult.NotMet => new("不符合", "not met"),
        _ => new("不明", "unknown"),
    };

    /// <summary>The ground's name.</summary>
    public static Bilingual Name(WaiverGround ground)
        => ground == WaiverGround.MasterTeacher ? new("教学名师", "master teacher") : new("研究生学历", "postgraduate education");

    /// <summary>The reading's name.</summary>
    public static Bilingual Name(AgeReading reading)
        => reading == AgeReading.Under ? new("不满45周岁", "under 45") : new("含45周岁", "45 included");

    /// <summary>The sentence of an announcement, such as 1981-09-02及以后出生.</summary>
    public static Bilingual CutOff(DateOnly earliestBirthDate)
    {
        var day = earliestBirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"{day}及以后出生", $"born on {day} or later");
    }
}
