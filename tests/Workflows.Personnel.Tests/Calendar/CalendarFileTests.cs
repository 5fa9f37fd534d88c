using Workflows.Personnel.Calendar;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Tests.Calendar;

public sealed class CalendarFileTests
{
    private static readonly CalendarFile Holidays2027 = new(CalendarKind.Holidays, 2027);

    [Theory]
    [InlineData("holidays-2027.json", CalendarKind.Holidays, 2027)]
    [InlineData("semesters-2026.json", CalendarKind.Semesters, 2026)]
    public void A_file_is_named_for_what_it_holds_and_its_year(string name, CalendarKind kind, int year)
    {
        CalendarFile.Parse(name).ShouldBe(new CalendarFile(kind, year));
        $"{new CalendarFile(kind, year)}".ShouldBe(name);
    }

    [Theory]
    [InlineData("holidays-27.json")]
    [InlineData("holidays-2027.JSON")]
    [InlineData("holidays-2027.json\n")]
    [InlineData("../holidays-2027.json")]
    [InlineData("policy.json")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_name_is_none(string? name) => CalendarFile.Parse(name).ShouldBeNull();

    [Theory]
    [InlineData("""{ "year": 2026, "source": "x", "days": [] }""", "$.year")]
    [InlineData("""{ "year": 20270, "source": "x", "days": [] }""", "$.year")]
    [InlineData("""{ "year": 2027, "source": " ", "days": [] }""", "$.source")]
    [InlineData("""{ "year": 2027, "source": "x" }""", "$.days")]
    [InlineData("""{ "year": 2027, "source": "x", "days": [ { "date": "2027-1-1", "name": "元旦", "off": true } ] }""", "$.days[0].date")]
    [InlineData("""{ "year": 2027, "source": "x", "days": [ { "date": "2026-11-30", "name": "元旦", "off": true } ] }""", "$.days[0].date")]
    [InlineData("""{ "year": 2027, "source": "x", "days": [ { "date": "2028-01-01", "name": "元旦", "off": true } ] }""", "$.days[0].date")]
    [InlineData("""{ "year": 2027, "source": "x", "days": [ { "date": "2027-01-01", "name": "元旦", "off": "yes" } ] }""", "$.days[0].off")]
    [InlineData("""{ "year": 2027, "source": "x", "days": [ { "date": "2027-01-01", "name": "元旦", "off": true }, { "date": "2027-01-01", "name": "元旦", "off": false } ] }""", "$.days[1].date")]
    [InlineData("[]", "$")]
    [InlineData("{", "line 1, column 2")]
    public void A_broken_notice_names_the_place(string text, string place) => Holidays2027.FaultOf(text)!.Place.ShouldBe(place);

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-31")]
    [InlineData("2027-12-31")]
    public void A_new_year_s_holiday_may_begin_in_the_December_before(string day) =>
        Holidays2027.FaultOf($$"""{ "year": 2027, "source": "x", "days": [ { "date": "{{day}}", "name": "元旦", "off": true } ] }""").ShouldBeNull();

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var notice = new HolidayNotice(2027, "通知“\"〔2026〕7号", [new(new(2027, 1, 1), "元旦", true), new(new(2027, 1, 3), "元旦", false)]);
        var read = Holidays2027.Holidays(CalendarWriter.Write(notice));
        (read.Source, read.Year).ShouldBe((notice.Source, 2027));
        read.Days.ShouldBe(notice.Days);

        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "calendar", "semesters-2025.json"));
        CalendarWriter.Write(SemesterPaper.Parse(text, "x")).ShouldBe(text);
    }

    [Fact]
    public void An_edited_calendar_takes_the_file_s_place_until_it_is_emptied()
    {
        var folder = CalendarTexts.InFolder(Path.Combine(AppContext.BaseDirectory, "workflows", "calendar"));
        var paper = new CalendarPaper { File = "holidays-2026.json", Text = """{ "year": 2026, "source": "y", "days": [] }""" };
        folder.With([paper]).Notices().ShouldHaveSingleItem().Source.ShouldBe("y");
        paper.Text = "";
        folder.With([paper]).Notices().ShouldHaveSingleItem().Days.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2026-09-30", "2026-09-30", 0)]
    [InlineData("2026-09-30", "2026-10-07", 0)]
    [InlineData("2026-09-30", "2026-10-08", 1)]
    [InlineData("2026-09-30", "2026-10-10", 3)]
    [InlineData("2026-10-08", "2026-09-30", 0)]
    public void Working_days_between_two_days_leave_holidays_out_and_count_a_make_up_Saturday(string after, string until, int days) =>
        Calendars.Of2026.WorkingDaysBetween(DateOnly.Parse(after, null), DateOnly.Parse(until, null)).ShouldBe(days);
}
