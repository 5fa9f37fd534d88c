using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the things of the roster.</summary>
public static class StaffNames
{
    /// <summary>教职工类别.</summary>
    public static Bilingual Of(StaffCategory category) => category switch
    {
        StaffCategory.FullTimeTeacher => new("专任", "Full-time teacher"),
        StaffCategory.Administration => new("行政", "Administration"),
        StaffCategory.TeachingSupport => new("教辅", "Teaching support"),
        StaffCategory.Maintenance => new("工勤", "Maintenance"),
        StaffCategory.Substitute => new("代课", "Substitute"),
        StaffCategory.PartTimeTeacher => new("兼职", "Part-time teacher"),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such category."),
    };

    /// <summary>人员状态.</summary>
    public static Bilingual Of(StaffStatus status) => StaffWording.Name(status);

    /// <summary>The chip's tone for a status.</summary>
    public static string Tone(StaffStatus status) => status switch
    {
        StaffStatus.Active => "good",
        _ when status.HasLeft() => "",
        _ => "wait",
    };
}
