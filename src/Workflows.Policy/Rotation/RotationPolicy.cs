using Workflows.Policy.Data;

namespace Workflows.Policy.Rotation;

/// <summary>The numbers of the yearly rotation (R13): <c>workflows/rotation/policy.json</c>.</summary>
/// <param name="EffectiveMonth">The month from whose first day on the transfers hold, unless HR says otherwise.</param>
/// <param name="MinimumYearsInPost">Whole years at the college before somebody is proposed.</param>
/// <param name="YearsBeforeRetirement">Whoever retires within so many years isn't proposed.</param>
/// <param name="MinimumTeachersLeft">The fewest teachers of a subject that a proposal leaves at the college (R01).</param>
/// <param name="DaysToObject">Working days to confirm or object.</param>
/// <param name="NoticeDays">Calendar days of the public notice, 7 to 15.</param>
public sealed record RotationPolicy(
    int EffectiveMonth, int MinimumYearsInPost, int YearsBeforeRetirement, int MinimumTeachersLeft, int DaysToObject, int NoticeDays)
{
    private const int ShortestNotice = 7;
    private const int LongestNotice = 15;
    private const int LastMonth = 12;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static RotationPolicy Parse(string json, string file = "rotation/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only(
            "policy", "source", "effectiveMonth", "minimumYearsInPost", "yearsBeforeRetirement", "minimumTeachersLeft", "daysToObject", "noticeDays");
        var (month, notice) = (root["effectiveMonth"].Count(), root["noticeDays"].Count());
        if (month is < 1 or > LastMonth)
            throw root["effectiveMonth"].Fault(new("不是月份", "no month"), new("请写 1 到 12，例如 8", "write a number from 1 to 12, such as 8"));
        if (notice is < ShortestNotice or > LongestNotice)
            throw root["noticeDays"].Fault(
                new($"不在 {ShortestNotice} 到 {LongestNotice} 日之间", $"not {ShortestNotice} to {LongestNotice} days"),
                new("2005年暂行规定第23条：请写 7 到 15", "2005 provisions, Art. 23: write a number from 7 to 15"));
        return new RotationPolicy(
            month, root["minimumYearsInPost"].Count(), root["yearsBeforeRetirement"].Count(), root["minimumTeachersLeft"].Count(), root["daysToObject"].Count(), notice);
    }
}
