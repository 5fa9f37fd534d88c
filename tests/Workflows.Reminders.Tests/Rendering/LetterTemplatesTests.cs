using Workflows.Reminders.Rendering;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Rendering;

public sealed class LetterTemplatesTests
{
    private static readonly LetterTemplates Templates = LetterTemplates.Load(TestOffice.Workflows);

    public static TheoryData<string> Kinds => [.. LetterKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_letter_says_in_Chinese_why_it_came(string name)
    {
        var letter = Templates.Write(name, "zh-CN", Parts.PostRoom.Example(name));

        letter.Subject.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        letter.Body.ShouldContain("为什么发给您");
        letter.Body.ShouldMatch(@"R\d\d");
        letter.Body.ShouldNotContain("{");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_letter_says_in_English_why_it_came(string name)
    {
        var letter = Templates.Write(name, "en", Parts.PostRoom.Example(name));

        letter.Subject.ShouldMatch("^[A-Z0-9]");
        letter.Body.ShouldContain("Why you get this");
        letter.Body.ShouldMatch(@"R\d\d");
        letter.Body.ShouldNotContain("{");
    }

    [Fact]
    public void A_due_letter_names_the_days_and_the_page()
    {
        const string Late = """
            {"name":"林秀英","title":{"zh":"会签","en":"Countersign"},"case":{"zh":"第1轮","en":"Round 1"},"role":{"zh":"编办","en":"the office"},
             "why":{"zh":"R25","en":"R25"},"askedOn":"2026-08-03","dueOn":"2026-08-10","workingDaysWaited":7,"workingDaysLate":2,
             "link":"https://hr.example.cn/cases/7"}
            """;

        var letter = Templates.Write("hiring/work-item-due", "zh-CN", Late);

        letter.Subject.ShouldBe("已逾期：会签（第1轮）");
        letter.Body.ShouldContain("办理期限是 2026-08-10，已超过 2 个工作日；自 2026-08-03 提出以来已等待 7 个工作日");
        letter.Body.ShouldEndWith("https://hr.example.cn/cases/7");
        Templates.Write("hiring/work-item-due", "en", Late).Subject.ShouldBe("Overdue: Countersign (Round 1)");
    }

    [Fact]
    public void A_letter_to_an_applicant_is_in_both_languages_Chinese_first()
    {
        var letter = Templates.WriteBoth("hiring/refusal", Parts.PostRoom.Example("hiring/refusal"));

        letter.Subject.ShouldBe("资格审查结果通知：小学数学教研员 / Result of the qualification review: 小学数学教研员");
        letter.Body.ShouldContain("R06：已满45周岁。");
        letter.Body.ShouldContain("R06: Not under 45.");
        letter.Body.IndexOf("不合格", StringComparison.Ordinal)
            .ShouldBeLessThan(letter.Body.IndexOf("did not pass", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_template_stops_the_start_and_names_file_line_and_remedy()
    {
        using var copy = new NoticesCopy();
        copy.Append("hiring/notices/refusal.en.liquid", "\n{% if reason %}never closed");

        var fault = Should.Throw<LetterTemplateException>(() => LetterTemplates.Load(copy.Folder));

        fault.File.ShouldBe("hiring/notices/refusal.en.liquid");
        fault.Line.ShouldBeGreaterThan(1);
        fault.Message.ShouldContain("correct the Liquid there");
    }

    [Fact]
    public void A_template_that_names_what_its_letter_does_not_have_stops_the_start()
    {
        using var copy = new NoticesCopy();
        copy.Write("hiring/notices/joined.zh-CN.liquid", "subject: 报到\n{{ name }}：\n\n请于 {{ joinsOnn }} 报到。\n");

        var fault = Should.Throw<LetterTemplateException>(() => LetterTemplates.Load(copy.Folder));

        (fault.File, fault.Line).ShouldBe(("hiring/notices/joined.zh-CN.liquid", 4));
        fault.Message.ShouldContain("joinsOn");
    }

    [Fact]
    public void A_template_without_a_subject_stops_the_start()
    {
        using var copy = new NoticesCopy();
        copy.Write("hiring/notices/joined.en.liquid", "Dear {{ name }},\n");

        Should.Throw<LetterTemplateException>(() => LetterTemplates.Load(copy.Folder)).Message
            .ShouldStartWith("hiring/notices/joined.en.liquid:1: the first line is no subject; start the file with");
    }

    [Fact]
    public void A_missing_language_stops_the_start()
    {
        using var copy = new NoticesCopy();
        copy.Delete("hiring/notices/work-item.en.liquid");

        Should.Throw<LetterTemplateException>(() => LetterTemplates.Load(copy.Folder)).Message
            .ShouldBe("hiring/notices/work-item.en.liquid:0: the template is missing; every letter needs one in zh-CN and en");
    }

    private sealed class NoticesCopy : IDisposable
    {
        public NoticesCopy()
        {
            Directory.CreateDirectory(Path.Combine(Folder, "hiring", "notices"));
            foreach (var file in Directory.GetFiles(Path.Combine(TestOffice.Workflows, "hiring", "notices")))
                File.Copy(file, Path.Combine(Folder, "hiring", "notices", Path.GetFileName(file)));
        }

        public string Folder { get; } = ScratchFolder.NameFor("notices");

        public void Append(string file, string text) => File.AppendAllText(Path.Combine(Folder, file), text);

        public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

        public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
