using System.Globalization;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Hiring;

namespace Workflows.Personnel.Notices;

/// <summary>Who issues public notices, and where objections go.</summary>
/// <param name="College">The college's name.</param>
/// <param name="Phone">The telephone that takes objections; empty leaves a line to write it on.</param>
/// <param name="Hours">When it is answered.</param>
public sealed record NoticeIssuer(string College, string Phone, string Hours);

/// <summary>
/// The words of a public notice (公示), the same on the page, on paper and in the Word file. It says name, birth month, education, employer
/// and post of those on the list, and nothing else about them.
/// </summary>
public static class NoticePaper
{
    private static readonly PaperColumn[] Columns =
        [new("序号", 7), new("姓名", 13), new("出生年月", 14), new("学历", 14), new("现单位", 28), new("岗位", 24)];

    private static readonly PaperColumn[] AppointmentColumns =
        [new("序号", 8), new("姓名", 16), new("出生年月", 16), new("学历", 16), new("现任岗位", 22), new("拟聘岗位", 22)];

    /// <summary>The notice of a round's list as an official paper.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="round">Its round.</param>
    /// <param name="lastDay">Its last day by <see cref="NoticePeriod"/>; null while an objection is open.</param>
    /// <param name="issuer">Who issues it.</param>
    public static OfficialPaper Of(PublicNotice notice, Round round, DateOnly? lastDay, NoticeIssuer issuer)
    {
        var verb = round.Plan.Entry is EntryKind.TransferOrder ? "遴选调入" : "聘用";
        var basis = round.AnnouncementNumber is { } number ? $"{number}公告" : "招聘公告";
        return new OfficialPaper
        {
            Number = notice.DocumentNumber,
            Title = [$"关于{issuer.College}", $"拟{verb}{round.Plan.Post}人员名单的公示"],
            Opening = [$"根据{basis}，经资格审查、考试、考察、体检和集体研究，拟{verb}下列{notice.Lines.Count}名同志，现予公示。"],
            Table = new PaperTable(Columns, [.. notice.Lines.Select(Row)]),
            Closing = Closing(notice, lastDay, issuer),
            Issuer = issuer.College,
            IssuedOn = notice.PostedOn,
        };
    }

    /// <summary>The notice of an appointment (聘任) as an official paper.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="lastDay">Its last day by <see cref="NoticePeriod"/>; null while an objection is open.</param>
    /// <param name="issuer">Who issues it.</param>
    public static OfficialPaper OfAppointment(PublicNotice notice, DateOnly? lastDay, NoticeIssuer issuer) => new()
    {
        Number = notice.DocumentNumber,
        Title = [$"关于{issuer.College}", "拟聘岗位人员的公示"],
        Opening = ["根据岗位设置方案，经核对职称和岗位空缺、考评、领导班子集体研究和人社局会签，拟聘下列同志，现予公示。"],
        Table = new PaperTable(AppointmentColumns, [.. notice.Lines.Select(Row)]),
        Closing = Closing(notice, lastDay, issuer),
        Issuer = issuer.College,
        IssuedOn = notice.PostedOn,
    };

    /// <summary>The name of the notice's file: <c>公示-2026-01-2026-08-30.docx</c>.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="round">Its round.</param>
    public static string FileName(PublicNotice notice, Round round) =>
        Files.FileNames.Clean($"公示-{round.Number}-{notice.PostedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.docx");

    /// <summary>The name of the file of an appointment's notice: <c>公示-吴晓梅-2026-08-30.docx</c>.</summary>
    /// <param name="notice">The notice.</param>
    public static string FileName(PublicNotice notice) => Files.FileNames.Clean(
        $"公示-{string.Join('-', notice.Lines.Select(line => line.Name))}-{notice.PostedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.docx");

    private static IReadOnlyList<string> Closing(PublicNotice notice, DateOnly? lastDay, NoticeIssuer issuer) =>
    [
        $"公示时间：{Chinese(notice.PostedOn.AddDays(1))}起{notice.Days}天{Until(lastDay, notice)}。张贴当日（{Chinese(notice.PostedOn)}）不计入。",
        "对公示对象有异议的，请在公示期内以书面或者电话方式向我校人事部门反映，并提供必要的事实依据。单位反映的应当加盖公章，"
            + "个人反映的应当署真实姓名并留联系方式；我校对反映人的信息保密。",
        $"受理时间：{issuer.Hours}；联系电话：{(issuer.Phone.Length > 0 ? issuer.Phone : "＿＿＿＿＿＿＿＿")}。",
    ];

    private static IReadOnlyList<string> Row(NoticeLine line, int index) =>
        [$"{index + 1}", line.Name, line.BirthMonth, line.Education, line.Employer, line.Post];

    private static string Until(DateOnly? lastDay, PublicNotice notice) => lastDay is { } last
        ? $"，至{Chinese(last)}止{Why(last, notice)}"
        : "（因有异议正在核查，公示暂停，恢复后顺延）";

    // Whoever counts the days on the wall has to find why there are more of them (Civil Code Art. 203).
    private static string Why(DateOnly last, PublicNotice notice) =>
        last == notice.PostedOn.AddDays(notice.Days) ? ""
        : notice.Pauses.Any() ? "（核查异议的日子不计入）"
        : "（最后一天是休息日，顺延至下一个工作日）";

    private static string Chinese(DateOnly day) => OfficialPaper.Written(day);
}
