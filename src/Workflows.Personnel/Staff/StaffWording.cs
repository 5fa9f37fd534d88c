using Workflows.Policy;

namespace Workflows.Personnel.Staff;

/// <summary>What people call a status, and the ways in which somebody moves or leaves.</summary>
public static class StaffWording
{
    /// <summary>人员状态.</summary>
    public static Bilingual Name(StaffStatus status) => status switch
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

    /// <summary>Where an appointment leads.</summary>
    public static Bilingual Name(AppointmentDirection direction) => direction switch
    {
        AppointmentDirection.Initial => new("首次聘任", "first appointment"),
        AppointmentDirection.Up => new("晋升岗位等级", "move up"),
        AppointmentDirection.Down => new("降低岗位等级", "move down"),
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "No such direction."),
    };

    /// <summary>How somebody leaves.</summary>
    public static Bilingual Name(ExitKind kind) => kind switch
    {
        ExitKind.TransferOut => new("调出", "transfer out"),
        ExitKind.Retirement => new("退休", "retirement"),
        ExitKind.Resignation => new("辞职", "resignation"),
        ExitKind.Dismissal => new("解聘", "dismissal"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>A point of the handover.</summary>
    public static Bilingual Name(HandoverPoint point) => point switch
    {
        HandoverPoint.Work => new("教学与教研资料", "teaching and research papers"),
        HandoverPoint.Property => new("公物、设备和钥匙", "property, devices and keys"),
        HandoverPoint.Money => new("借款与财务", "advances and accounts"),
        HandoverPoint.Secrets => new("印章、涉密和学生个人信息", "seals, secrets and pupils' data"),
        HandoverPoint.Archive => new("人事档案与社保关系", "personnel archive and insurance"),
        HandoverPoint.Accounts => new("信息系统账户", "accounts in information systems"),
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, "No such point."),
    };

    /// <summary>A post grade, <c>专业技术7级</c>; a word for none.</summary>
    public static Bilingual Grade(int? grade) => grade is { } number ? new($"专业技术{number}级", $"grade {number}") : new("未聘岗位", "no post");
}
