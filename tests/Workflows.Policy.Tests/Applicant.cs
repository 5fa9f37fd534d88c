using Workflows.Policy.Hiring;

namespace Workflows.Policy.Tests;

/// <summary>An applicant whom every clause suits; a test changes what matters to it.</summary>
internal static class Applicant
{
    public static ApplicantRecord Suitable { get; } = new()
    {
        Name = "张伟",
        BirthDate = "1985-07-09",
        Education = "大学本科",
        Title = "一级教师",
        Teaching = "2010-09~至今 实验小学",
        Stage = "小学",
        EmployerDistrict = "沙县区",
    };

    public static HiringTerms Terms { get; } = new(new DateOnly(2026, 9, 1), AgeReading.Under, ShortagePost: false, "沙县区");

    public static HiringTerms Included { get; } = Terms with { AgeReading = AgeReading.Included };

    public static HiringVerdict Judged(this ApplicantRecord applicant, HiringTerms? terms = null)
        => HiringRules.Evaluate(applicant, terms ?? Terms, Book.Delivered);

    public static Finding Of(this HiringVerdict verdict, string clause) => verdict.Findings.Single(finding => finding.Clause == clause);

    public static IEnumerable<WarningCode> Codes(this HiringVerdict verdict) => verdict.Warnings.Select(warning => warning.Code);
}
