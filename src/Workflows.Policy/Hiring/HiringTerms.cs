using System.Text.Json.Serialization;

namespace Workflows.Policy.Hiring;

/// <summary>How 45周岁以下 (R06) is read.</summary>
public enum AgeReading
{
    /// <summary>Under 45: the 45th birthday is already too late. The default.</summary>
    [JsonStringEnumMemberName("under")]
    Under,

    /// <summary>45 included, until the day before the 46th birthday (Civil Code Art. 1259).</summary>
    [JsonStringEnumMemberName("included")]
    Included,
}

/// <summary>The announced terms that an applicant is measured by.</summary>
/// <param name="ReferenceDate">The day on which age and teaching months are counted (R06, R08).</param>
/// <param name="AgeReading">The announced reading of R06.</param>
/// <param name="ShortagePost">Whether the post is an approved shortage post, open to other districts (R10).</param>
/// <param name="District">The hiring district, such as 沙县区 (R10).</param>
public sealed record HiringTerms(DateOnly ReferenceDate, AgeReading AgeReading, bool ShortagePost, string District);
