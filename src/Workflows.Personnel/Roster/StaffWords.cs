using System.Collections.Frozen;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Personnel.Roster;

/// <summary>
/// The words of the personnel office for categories, statuses and post levels, in both directions. A word not listed has no meaning.
/// </summary>
public static class StaffWords
{
    private static readonly FrozenDictionary<string, StaffCategory> Categories = new Dictionary<string, StaffCategory>
    {
        ["专任"] = StaffCategory.FullTimeTeacher, ["专任教师"] = StaffCategory.FullTimeTeacher, ["专职教师"] = StaffCategory.FullTimeTeacher,
        ["行政"] = StaffCategory.Administration, ["行政人员"] = StaffCategory.Administration,
        ["教辅"] = StaffCategory.TeachingSupport, ["教辅人员"] = StaffCategory.TeachingSupport,
        ["工勤"] = StaffCategory.Maintenance, ["工勤人员"] = StaffCategory.Maintenance,
        ["代课"] = StaffCategory.Substitute, ["代课教师"] = StaffCategory.Substitute,
        ["兼职"] = StaffCategory.PartTimeTeacher, ["兼职教师"] = StaffCategory.PartTimeTeacher,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, StaffStatus> Statuses = new Dictionary<string, StaffStatus>
    {
        ["在职"] = StaffStatus.Active, ["借调"] = StaffStatus.OnLoan, ["挂职"] = StaffStatus.Seconded, ["病假"] = StaffStatus.SickLeave,
        ["产假"] = StaffStatus.MaternityLeave, ["退休"] = StaffStatus.Retired, ["调出"] = StaffStatus.TransferredOut,
        ["辞职"] = StaffStatus.Resigned, ["辞退"] = StaffStatus.Dismissed, ["解聘"] = StaffStatus.Dismissed,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> YesWords = new[] { "是", "√", "✓", "✔", "☑", "在编", "Y", "YES" }.ToFrozenSet();
    private static readonly FrozenSet<string> NoWords = new[] { "否", "×", "✗", "✘", "不是", "不在编", "非在编", "N", "NO" }.ToFrozenSet();

    /// <summary>The categories as a roster writes them, for a remedy.</summary>
    public const string CategoryList = "专任 行政 教辅 工勤 代课 兼职";

    /// <summary>The statuses as a roster writes them, for a remedy.</summary>
    public const string StatusList = "在职 借调 挂职 病假 产假 退休 调出";

    /// <summary>The category; null for a word that isn't listed.</summary>
    public static StaffCategory? Category(string cell) =>
        Categories.TryGetValue(WrittenForm.Compact(cell), out var category) ? category : null;

    /// <summary>The status; null for a word that isn't listed.</summary>
    public static StaffStatus? Status(string cell) => Statuses.TryGetValue(WrittenForm.Compact(cell), out var status) ? status : null;

    /// <summary>Yes or no; null for a word that is neither.</summary>
    public static bool? YesOrNo(string cell)
    {
        var word = WrittenForm.Compact(cell).ToUpperInvariant();
        return YesWords.Contains(word) ? true : NoWords.Contains(word) ? false : null;
    }

    /// <summary>What a roster calls a category.</summary>
    public static string Of(StaffCategory category) => CategoryList.Split(' ')[(int)category];

    /// <summary>What a roster calls a status.</summary>
    public static string Of(StaffStatus status) => status switch
    {
        StaffStatus.Resigned => "辞职",
        StaffStatus.Dismissed => "解聘",
        _ => StatusList.Split(' ')[(int)status],
    };

    /// <summary>What a roster calls a post level; empty for none.</summary>
    public static string Of(PostLevel? level) => level switch
    {
        PostLevel.Senior => "高级岗",
        PostLevel.Intermediate => "中级岗",
        PostLevel.Junior => "初级岗",
        _ => "",
    };

    /// <summary>是 or 否.</summary>
    public static string Of(bool yes) => yes ? "是" : "否";
}
