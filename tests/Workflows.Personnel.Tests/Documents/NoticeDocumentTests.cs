using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Files;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;

namespace Workflows.Personnel.Tests.Documents;

/// <summary>The public notice as a Word file (GB/T 9704-2012).</summary>
public sealed class NoticeDocumentTests
{
    private static readonly NoticeIssuer College = new("沙县区教师进修学校", "0598-5820000", "工作日8:00—12:00");

    [Fact]
    public void Word_finds_nothing_to_complain_about()
    {
        using var file = Open(OfficialDocument.Write(Paper()));
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken)
            .Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void It_says_what_the_notice_says_and_no_more()
    {
        using var file = Open(OfficialDocument.Write(Paper()));
        var lines = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(line => line.InnerText).Where(text => text.Length > 0).ToList();
        lines.ShouldBe(
        [
            "沙教示〔2026〕2号",
            "关于沙县区教师进修学校",
            "拟遴选调入小学数学教研员人员名单的公示",
            "根据沙教招〔2026〕1号公告，经资格审查、考试、考察、体检和集体研究，拟遴选调入下列2名同志，现予公示。",
            "公示时间：2026年8月31日起7天，至2026年9月7日止（最后一天是休息日，顺延至下一个工作日）。张贴当日（2026年8月30日）不计入。",
            "对公示对象有异议的，请在公示期内以书面或者电话方式向我校人事部门反映，并提供必要的事实依据。单位反映的应当加盖公章，个人反映的应当署真实姓名并留联系方式；我校对反映人的信息保密。",
            "受理时间：工作日8:00—12:00；联系电话：0598-5820000。",
            "沙县区教师进修学校",
            "2026年8月30日",
        ]);
        Cells(file).ShouldBe(
        [
            ["序号", "姓名", "出生年月", "学历", "现单位", "岗位"],
            ["1", "张伟", "1985-07", "本科", "城关小学", "小学数学教研员"],
            ["2", "李娜", "1986-03", "本科", "第二小学 & <分校>", "小学数学教研员"],
        ]);
        (file.PackageProperties.Title, file.PackageProperties.Creator).ShouldBe(("关于沙县区教师进修学校拟遴选调入小学数学教研员人员名单的公示", "沙县区教师进修学校"));
    }

    [Fact]
    public void It_has_the_measures_of_an_official_paper()
    {
        using var file = Open(OfficialDocument.Write(Paper()));
        var page = file.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        Millimetres(page.GetFirstChild<PageSize>()!.Width!.Value).ShouldBe(210, 0.1);
        Millimetres(page.GetFirstChild<PageSize>()!.Height!.Value).ShouldBe(297, 0.1);
        var margin = page.GetFirstChild<PageMargin>()!;
        Millimetres(margin.Top!.Value).ShouldBe(37, 0.1);
        Millimetres(margin.Left!.Value).ShouldBe(28, 0.1);
        Millimetres(11906 - margin.Left.Value - margin.Right!.Value).ShouldBe(156, 0.1);
        Millimetres(16838 - margin.Top.Value - margin.Bottom!.Value).ShouldBe(225, 0.1);

        var body = Style(file, "PaperText");
        (body.StyleRunProperties!.RunFonts!.EastAsia!.Value, body.StyleRunProperties.FontSize!.Val!.Value).ShouldBe(("仿宋", "32"));
        body.StyleParagraphProperties!.Indentation!.FirstLineChars!.Value.ShouldBe(200);
        var title = Style(file, "PaperTitle");
        (title.StyleRunProperties!.RunFonts!.EastAsia!.Value, title.StyleRunProperties.FontSize!.Val!.Value).ShouldBe(("方正小标宋简体", "44"));
        title.StyleParagraphProperties!.Justification!.Val!.Value.ShouldBe(JustificationValues.Center);
        var lines = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.ParagraphPropertiesDefault!.ParagraphPropertiesBaseStyle!.SpacingBetweenLines!;
        (lines.Line!.Value, lines.LineRule!.Value).ShouldBe(("560", LineSpacingRuleValues.Exact));
    }

    [Fact]
    public void Pages_are_numbered_outside_and_the_table_repeats_its_heading()
    {
        using var file = Open(OfficialDocument.Write(Paper()));
        var footers = file.MainDocumentPart!.FooterParts.Select(part => part.Footer!).ToList();
        footers.Count.ShouldBe(2);
        footers.ShouldAllBe(footer => footer.InnerText == "— 1 —" && footer.Descendants<SimpleField>().Single().Instruction!.Value!.Trim() == "PAGE");
        file.MainDocumentPart.DocumentSettingsPart!.Settings!.Elements<EvenAndOddHeaders>().ShouldHaveSingleItem();
        var rows = file.MainDocumentPart.Document!.Descendants<TableRow>().ToList();
        rows[0].Descendants<TableHeader>().ShouldHaveSingleItem();
        rows.Skip(1).ShouldAllBe(row => !row.Descendants<TableHeader>().Any());
        rows.ShouldAllBe(row => row.Descendants<CantSplit>().Any());
    }

    [Fact]
    public void The_issuer_is_centred_over_its_date_and_a_long_one_stays_inside_the_page()
    {
        Right("沙县区教师进修学校").ShouldBe(880);
        Right("三明市沙县区教师进修学校暨教育科学研究中心").ShouldBe(0);

        int Right(string issuer)
        {
            using var file = Open(OfficialDocument.Write(Paper(issuer: issuer)));
            var lines = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().TakeLast(2).ToList();
            lines[1].ParagraphProperties!.Indentation!.Right!.Value.ShouldBe("1280");
            return int.Parse(lines[0].ParagraphProperties!.Indentation!.Right!.Value!, null);
        }
    }

    [Fact]
    public void A_notice_without_a_number_and_under_an_objection_says_so()
    {
        var paper = Paper(number: null, lastDay: null);
        paper.PrintedNumber.ShouldBe("（文号待定）");
        paper.Closing[0].ShouldBe("公示时间：2026年8月31日起7天（因有异议正在核查，公示暂停，恢复后顺延）。张贴当日（2026年8月30日）不计入。");
    }

    [Fact]
    public void Characters_that_no_Word_file_may_hold_are_left_out()
    {
        using var file = Open(OfficialDocument.Write(Paper(employer: "城关\u0001小学\uD800\uFFFF")));
        Cells(file)[1][4].ShouldBe("城关小学\uFFFD");
        new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void The_office_would_take_its_own_file_as_an_attachment() =>
        FileContent.Inspect("公示.docx", OfficialDocument.Write(Paper())).Kind.ShouldBe(FileKind.Docx);

    [Fact]
    public void The_files_name_says_round_and_day() => NoticePaper.FileName(Notice(null, "城关小学"), Round).ShouldBe("公示-2026_01-2026-08-30.docx");

    [Fact]
    public void The_notice_of_an_appointment_has_its_number_both_posts_and_a_file_of_its_own()
    {
        var notice = new PublicNotice
        {
            Step = "notice#1", PostedOn = new DateOnly(2026, 8, 30), Days = 7, DocumentNumber = "沙教示〔2026〕3号",
            Lines = [new NoticeLine(null, "苏婷婷", "1986-07", "本科", "专业技术10级", "专业技术9级")],
        };
        using var file = Open(OfficialDocument.Write(NoticePaper.OfAppointment(notice, new DateOnly(2026, 9, 7), College)));
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).ShouldBeEmpty();
        Cells(file).ShouldBe(
        [
            ["序号", "姓名", "出生年月", "学历", "现任岗位", "拟聘岗位"],
            ["1", "苏婷婷", "1986-07", "本科", "专业技术10级", "专业技术9级"],
        ]);
        file.MainDocumentPart!.Document!.InnerText.ShouldContain("沙教示〔2026〕3号");
        NoticePaper.FileName(notice).ShouldBe("公示-苏婷婷-2026-08-30.docx");
    }

    private static Round Round { get; } = new()
    {
        Id = Guid.Empty, Number = "2026|01", AnnouncementNumber = "沙教招〔2026〕1号",
        Plan = new RoundPlan { Post = "小学数学教研员", Subject = "数学", Stage = "小学", District = "沙县区", Entry = EntryKind.TransferOrder },
    };

    private static OfficialPaper Paper(string? number = "沙教示〔2026〕2号", string? lastDay = "2026-09-07", string issuer = "沙县区教师进修学校", string employer = "城关小学") =>
        NoticePaper.Of(Notice(number, employer), Round, lastDay is null ? null : DateOnly.ParseExact(lastDay, "yyyy-MM-dd", null), College with { College = issuer });

    private static PublicNotice Notice(string? number, string employer) => new()
    {
        Step = "notice#1", PostedOn = new DateOnly(2026, 8, 30), Days = 7, DocumentNumber = number,
        Lines =
        [
            new NoticeLine(Guid.Empty, "张伟", "1985-07", "本科", employer, "小学数学教研员"),
            new NoticeLine(Guid.Empty, "李娜", "1986-03", "本科", "第二小学 & <分校>", "小学数学教研员"),
        ],
    };

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static Style Style(WordprocessingDocument file, string id) =>
        file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == id);

    private static List<List<string>> Cells(WordprocessingDocument file) =>
        [.. file.MainDocumentPart!.Document!.Descendants<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList())];

    private static double Millimetres(double twips) => twips / 1440 * 25.4;
}
