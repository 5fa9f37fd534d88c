using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.College.Futures;

/// <summary>Whom the college would let in.</summary>
public enum HireKind
{
    /// <summary>专任教师, on the establishment.</summary>
    FullTimeTeacher,

    /// <summary>Other staff on the establishment: 行政, 教辅, 工勤.</summary>
    OtherStaff,

    /// <summary>兼职教师, by letter of appointment (R16).</summary>
    PartTimeTeacher,
}

/// <summary>People who would come.</summary>
/// <param name="People">How many.</param>
/// <param name="From">Their first day.</param>
/// <param name="Kind">As what.</param>
public sealed record FutureHire(int People, DateOnly From, HireKind Kind = HireKind.FullTimeTeacher)
{
    /// <summary>Their education; null for people who just fulfil R05.</summary>
    public EducationLevel? Education { get; init; }

    /// <summary>Their title; null for people who just fulfil R07.</summary>
    public TitleLevel? Title { get; init; }

    /// <summary>Their subject; empty where none is foreseen, which leaves R01 unknown.</summary>
    public string Subject { get; init => field = value ?? ""; } = "";

    /// <summary>The year of their birth, for R06; null where it isn't foreseen.</summary>
    public int? BornIn { get; init; }

    /// <summary>What would be known of each: appointed to a post of the title's level.</summary>
    internal StaffFact Fact()
    {
        var title = Title ?? TitleLevel.Intermediate;
        return new StaffFact("拟调入", Kind is HireKind.FullTimeTeacher, IsActive: true)
        {
            Held = title, Appointed = title, Education = Education ?? EducationLevel.Bachelor, Subject = Subject.Trim(), OnEstablishment = true, Place = PostOf(title),
        };
    }

    /// <summary>The level of post that goes with a title: senior, intermediate or junior.</summary>
    internal static TitleLevel PostOf(TitleLevel title) => title switch
    {
        >= TitleLevel.Senior => TitleLevel.Senior,
        TitleLevel.Intermediate => TitleLevel.Intermediate,
        _ => TitleLevel.Junior,
    };
}

/// <summary>Somebody who would go.</summary>
/// <param name="Person">The id on the roster.</param>
/// <param name="From">The first day without the person.</param>
public sealed record FutureExit(Guid Person, DateOnly From);

/// <summary>What of somebody would have another level.</summary>
public enum LevelKind
{
    /// <summary>聘: the post appointed to.</summary>
    Post,

    /// <summary>评: the title held.</summary>
    Title,
}

/// <summary>Somebody who would hold a post or a title of another level.</summary>
/// <param name="Person">The id on the roster.</param>
/// <param name="From">The first day.</param>
/// <param name="Kind">The post, or the title.</param>
/// <param name="Level">Its level.</param>
public sealed record FutureLevel(Guid Person, DateOnly From, LevelKind Kind, TitleLevel Level);
