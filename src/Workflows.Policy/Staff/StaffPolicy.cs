using Workflows.Policy.Days;
using Workflows.Policy.Retirement;
using Workflows.Policy.Rotation;
using Workflows.Policy.Secondment;

namespace Workflows.Policy.Staff;

/// <summary>The numbers of what happens to people on the roster, and to those who ask for a waiver.</summary>
/// <param name="Appointment">聘任 (workflows/appointment/policy.json).</param>
/// <param name="Exit">离岗 (workflows/exit/policy.json).</param>
/// <param name="Waiver">放宽 (workflows/waiver/policy.json).</param>
/// <param name="Secondment">挂职 (workflows/secondment/policy.json).</param>
/// <param name="Rotation">轮岗 (workflows/rotation/policy.json).</param>
/// <param name="Days">下校工作日志 (workflows/days/policy.json).</param>
/// <param name="Retirement">法定退休年龄 (workflows/structure/retirement.json).</param>
public sealed record StaffPolicy(
    AppointmentPolicy Appointment, ExitPolicy Exit, WaiverPolicy Waiver, SecondmentPolicy Secondment, RotationPolicy Rotation,
    DayPolicy Days, RetirementAges Retirement);
