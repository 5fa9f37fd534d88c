using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>
/// R09, 对省市教学名师、研究生学历条件可适当放宽: which grounds the file shows, and whether it rules out the others. An unknown education
/// leaves 研究生 open, and an honour that no list holds leaves 教学名师 open; no honours at all means none. A degree is no ground.
/// </summary>
/// <param name="Grounds">The grounds that are shown.</param>
/// <param name="RulesOutEach">True when no ground is shown and none is left open.</param>
/// <param name="Warnings">The honours that must be asked about.</param>
internal sealed record WaiverRule(ImmutableArray<WaiverGround> Grounds, bool RulesOutEach, ImmutableArray<HiringWarning> Warnings)
{
    public static WaiverRule Evaluate(ApplicantRecord applicant, PolicyBook book)
    {
        var honours = book.Honours.Read(applicant.Honours);
        var education = book.Education.Read(applicant.Education).Level;
        var grounds = ImmutableArray.CreateBuilder<WaiverGround>();
        if (honours.MasterTeacher) grounds.Add(WaiverGround.MasterTeacher);
        if (education >= book.Hiring.PostgraduateFrom) grounds.Add(WaiverGround.Postgraduate);
        var open = education is null || honours.Unlisted.Count > 0;
        return new WaiverRule(
            grounds.ToImmutable(),
            RulesOutEach: grounds.Count == 0 && !open,
            [.. honours.Unlisted.Select(Ask)]);
    }

    private static HiringWarning Ask(string honour) => new(Columns.Honours, WarningCode.HonourUnlisted, Quoted.Of(("written", honour)));
}
