using Workflows.Policy.Dates;

namespace Workflows.Policy.Hiring;

/// <summary>What is known of an applicant's birth, from the birth-date column and a valid ID number together (R06).</summary>
public static class ApplicantBirth
{
    /// <summary>The day; null when it isn't known to the day.</summary>
    public static DateOnly? Day(ApplicantRecord applicant) =>
        Known(applicant) is { Reading: DateReading.Day } date ? date.First : null;

    /// <summary>The month as <c>1985-07</c>, for a public notice; empty when it isn't known.</summary>
    public static string Month(ApplicantRecord applicant) => Known(applicant)?.First.ToString("yyyy-MM", null) ?? "";

    private static WrittenDate? Known(ApplicantRecord applicant) => BirthDateReading.Of(applicant, DateOnly.MaxValue).Date;
}
