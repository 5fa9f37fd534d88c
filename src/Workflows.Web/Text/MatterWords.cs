using System.Globalization;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Dates;
using static Workflows.Web.Text.Language;

namespace Workflows.Web.Text;

/// <summary>The facts of appointments and exits, line by line, as pages show them.</summary>
public static class MatterWords
{
    /// <summary>An appointment's facts; empty where nothing is stated.</summary>
    public static IEnumerable<(Bilingual Name, string Value)> Of(Appointment appointment)
    {
        var proposal = appointment.Proposal;
        return
        [
            (new("去向", "Direction"), T(StaffWording.Name(proposal.Direction))),
            (new("岗位等级", "Grade"), $"{T(StaffWording.Grade(proposal.FromGrade))} → {T(StaffWording.Grade(proposal.ToGrade))}（{T(HiringNames.Of(proposal.ToLevel))}）"),
            (new("聘任起始日", "From"), Written(proposal.EffectiveOn)),
            (new("理由", "Reason"), proposal.Reason),
            (new("竞聘方案", "Plan"), proposal.Competition?.Plan ?? ""),
            (new("竞聘公告", "Announcement"), proposal.Competition?.Announcement ?? ""),
            (new("考评结果", "Assessment"), proposal.Competition?.Assessment ?? ""),
            (new("聘任文号", "Document"), appointment.DocumentNumber),
        ];
    }

    /// <summary>An exit's facts; empty where nothing is stated.</summary>
    public static IEnumerable<(Bilingual Name, string Value)> Of(Exit exit, Person person)
    {
        var proposal = exit.Proposal;
        var age = person.BirthDate is { } birth ? Age.CompletedYears(birth, proposal.LastDay) : (int?)null;
        return
        [
            (new("离岗方式", "How"), T(StaffWording.Name(proposal.Kind))),
            (new("最后在岗日", "Last day"), Written(proposal.LastDay)),
            (new("理由", "Reason"), proposal.Reason),
            (new("依据材料", "Papers"), proposal.Ground),
            (new("调入单位", "Goes to"), proposal.Destination),
            (new("提交辞职申请", "Notice given"), proposal.NoticeGivenOn is { } given ? Written(given) : ""),
            (new("双方约定", "Agreement"), proposal.Agreement),
            (new("当日年龄", "Age on that day"), proposal.Kind is ExitKind.Retirement
                ? age is { } years ? T($"{years} 周岁", $"{years} years") : T("出生日期不详", "birth date not known") : ""),
            (new("文号", "Document"), exit.DocumentNumber),
        ];
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
