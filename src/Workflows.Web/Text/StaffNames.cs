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
    public static Bilingual Of(StaffStatus status) => status switch
    {
        StaffStatus.Active => new("在职", "Active"),
        StaffStatus.OnLoan => new("借调", "On loan"),
        StaffStatus.Seconded => new("挂职", "Seconded"),
        StaffStatus.SickLeave => new("病假", "Sick leave"),
        StaffStatus.MaternityLeave => new("产假", "Maternity leave"),
        StaffStatus.Retired => new("退休", "Retired"),
        StaffStatus.TransferredOut => new("调出", "Transferred out"),
        StaffStatus.Resigned => new("辞职", "Resigned"),
        StaffStatus.Dismissed => new("解聘", "Dismissed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    /// <summary>The chip's tone for a status.</summary>
    public static string Tone(StaffStatus status) => status switch
    {
        StaffStatus.Active => "good",
        _ when status.HasLeft() => "",
        _ => "wait",
    };
}
