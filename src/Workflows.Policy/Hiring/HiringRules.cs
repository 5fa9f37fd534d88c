namespace Workflows.Policy.Hiring;

/// <summary>The rules of hiring, R05 to R10.</summary>
public static class HiringRules
{
    /// <summary>Evaluates one applicant under the announced terms.</summary>
    public static HiringVerdict Evaluate(ApplicantRecord applicant, HiringTerms terms, PolicyBook book)
        => throw new InvalidOperationException();

    /// <summary>The earliest birth date that R06 still lets pass on the reference date: 1981-09-02 for 2026-09-01 under 45.</summary>
    public static DateOnly CutOff(DateOnly referenceDate, AgeReading reading, HiringPolicy policy)
        => throw new InvalidOperationException();
}
