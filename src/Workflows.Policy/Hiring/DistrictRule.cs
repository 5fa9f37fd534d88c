namespace Workflows.Policy.Hiring;

/// <summary>R10, 对紧缺岗位可向区外引进: only an approved shortage post may be filled from outside the district, with an extra approval.</summary>
internal static class DistrictRule
{
    private const string Clause = "R10";

    public static RuleOutcome Evaluate(ApplicantRecord applicant, HiringTerms terms, PolicyBook book)
    {
        var written = WrittenForm.Compact(applicant.EmployerDistrict);
        var home = book.Districts.FullName(terms.District);
        var district = book.Districts.FullName(written) == home ? home : book.Districts.Find(written);
        var (result, reason) = Judge(written, district, home, terms.ShortagePost);
        var finding = new Finding(
            Clause,
            result,
            reason,
            Required: terms.ShortagePost ? "紧缺岗位，不限区域" : $"{home}内",
            Actual: district ?? written,
            new DistrictFacts(district),
            DependsOnReading: false,
            Quoted.Of(("written", written), ("district", district ?? ""), ("home", home)));
        var warning = terms.ShortagePost && district != home
            ? new HiringWarning(
                Columns.EmployerDistrict, WarningCode.ExtraApproval, Quoted.Of(("district", district ?? written), ("home", home)))
            : null;
        return RuleOutcome.Of(finding, warning);
    }

    private static (FindingResult, FindingReason) Judge(string written, string? district, string home, bool shortagePost)
    {
        if (shortagePost) return (FindingResult.Met, FindingReason.DistrictOpen);
        if (written.Length == 0) return (FindingResult.Unknown, FindingReason.DistrictMissing);
        if (district is null) return (FindingResult.Unknown, FindingReason.DistrictUnlisted);
        return district == home ? (FindingResult.Met, FindingReason.DistrictSame) : (FindingResult.NotMet, FindingReason.DistrictOther);
    }
}
