namespace Workflows.Policy.Hiring;

/// <summary>The words of findings, warnings and verdicts: one template per reason, rendered from data, never parsed back.</summary>
public static class HiringWording
{
    /// <summary>Why the finding is as it is.</summary>
    public static Bilingual Explanation(Finding finding) => throw new InvalidOperationException();

    /// <summary>What would change the finding; null where it is met and depends on nothing.</summary>
    public static Bilingual? WhatWouldChange(Finding finding) => throw new InvalidOperationException();

    /// <summary>What the warning says.</summary>
    public static Bilingual Warning(HiringWarning warning) => throw new InvalidOperationException();

    /// <summary>The verdict's name.</summary>
    public static Bilingual Name(Verdict verdict) => throw new InvalidOperationException();

    /// <summary>The ground's name.</summary>
    public static Bilingual Name(WaiverGround ground) => throw new InvalidOperationException();

    /// <summary>The sentence of an announcement, such as 1981-09-02及以后出生.</summary>
    public static Bilingual CutOff(DateOnly earliestBirthDate) => throw new InvalidOperationException();
}
