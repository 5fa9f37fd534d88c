using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;
using Workflows.Processes.Calendars;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Calendars;

/// <summary>Calendars that HR edits, the same story on each database and on a deferred engine.</summary>
public abstract class CalendarStory
{
    private const string ThisYear = "holidays-2026.json";
    private const string NextYear = "holidays-2027.json";
    private const string Semesters = "semesters-2026.json";

    private const string NewYear = """{ "year": 2027, "source": "国办发明电〔2026〕9号", "days": [ { "date": "2027-01-01", "name": "元旦", "off": true } ] }""";

    private const string Autumn = """
        { "schoolYear": "2026-2027", "source": "三明市校历", "semesters": [ { "number": 1, "stage": "小学", "first": "2026-08-31", "last": "2027-01-22" } ] }
        """;

    private static CancellationToken Now => CancellationToken.None;

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_saved_calendar_counts_at_once_and_stands_in_the_office_s_record_with_the_text_before()
    {
        await using var office = await OpenAsync();
        var text = WithDayOff(new DateOnly(2026, 8, 5));
        var before = Book(office).Office;
        (await SaveAsync(office, ThisYear, text)).IsDone.ShouldBeTrue();

        Book(office).Office.Calendar.IsWorkingDay(new DateOnly(2026, 8, 5)).ShouldBeFalse();
        before.Calendar.IsWorkingDay(new DateOnly(2026, 8, 5)).ShouldBeTrue("a unit of work that has begun keeps its calendar");
        var paper = await office.ReadAsync(db => db.CalendarPapers.SingleAsync());
        (paper.File, paper.Text, paper.Version, paper.SavedBy).ShouldBe((ThisYear, text, 1, TestOffice.Of(OfficeRole.HumanResources)));
        var entries = await RecordAsync(office, OfficeRecord.CaseId);
        var entry = entries.ShouldHaveSingleItem();
        (entry.Action, entry.Subject, entry.OldValue, entry.NewValue).ShouldBe(("CalendarSaved", ThisYear, Shipped(ThisYear), text));
    }

    [Fact]
    public async Task Another_node_follows_when_it_looks_and_a_unit_of_work_begins_with_what_counts_then()
    {
        await using var office = await OpenAsync();
        using var other = OfficeFiles.Open(TestOffice.Workflows, office.Clock.LocalTimeZone);
        await SaveAsync(office, NextYear, NewYear);
        other.Office.Calendar.IsProvisional(new DateOnly(2027, 1, 1)).ShouldBeTrue();

        await office.ReadAsync(async db => { await other.FollowAsync(db, Now); return true; });
        other.Office.Calendar.IsProvisional(new DateOnly(2027, 1, 1)).ShouldBeFalse();
        await using var scope = office.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Desk>().Office.Calendar.IsWorkingDay(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_due_day_of_an_open_item_moves_with_the_working_days_and_back_again()
    {
        await using var office = await OpenAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        var caseId = (await office.RoundAsync(round)).CaseId!.Value;
        (await office.OpenItemAsync("countersign")).DueOn.ShouldBe(new DateOnly(2026, 8, 10));

        var answer = await SaveAsync(office, ThisYear, WithDayOff(new DateOnly(2026, 8, 5)));
        answer.Reasons.ShouldHaveSingleItem().Zh.ShouldContain("1个待办事项的期限随之调整");
        var item = await office.OpenItemAsync("countersign");
        item.DueOn.ShouldBe(new DateOnly(2026, 8, 11));
        var entries = await RecordAsync(office, caseId);
        var moved = entries.Single(entry => entry.Action == "DueDayMoved");
        (moved.Subject, moved.OldValue, moved.NewValue).ShouldBe((item.WaitId, "2026-08-10", "2026-08-11"));
        var @case = await office.CaseAsync(caseId);
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull();

        (await DropAsync(office, ThisYear, 1)).IsDone.ShouldBeTrue();
        (await office.OpenItemAsync("countersign")).DueOn.ShouldBe(new DateOnly(2026, 8, 10));
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
    }

    [Fact]
    public async Task Going_back_to_the_file_keeps_the_version_rising_so_that_an_old_page_is_found_out()
    {
        await using var office = await OpenAsync();
        await SaveAsync(office, NextYear, NewYear);
        (await DropAsync(office, NextYear, 0)).Refusal.ShouldBe(Refusal.Stale);
        (await DropAsync(office, NextYear, 1)).Reasons.ShouldHaveSingleItem().Zh.ShouldContain("暂定");
        Book(office).Office.Calendar.IsProvisional(new DateOnly(2027, 1, 1)).ShouldBeTrue();

        (await DropAsync(office, NextYear, 2)).Refusal.ShouldBe(Refusal.NotFound, "there is nothing to go back from");
        (await SaveAsync(office, NextYear, NewYear, 1)).Refusal.ShouldBe(Refusal.Stale);
        (await SaveAsync(office, NextYear, NewYear, 2)).IsDone.ShouldBeTrue();
        (await office.ReadAsync(db => db.CalendarPapers.SingleAsync())).Version.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_operation_again_gets_the_same_answer_and_saves_once()
    {
        await using var office = await OpenAsync();
        var command = new SaveCalendar.Command(Guid.CreateVersion7(), NextYear, NewYear, 0);
        var first = await office.DoAsync<SaveCalendar>(u => u.RunAsync(command, TestOffice.Of(OfficeRole.HumanResources), Now));
        var again = await office.DoAsync<SaveCalendar>(u => u.RunAsync(command, TestOffice.Of(OfficeRole.HumanResources), Now));
        again.Reasons.ShouldBe(first.Reasons);
        (await office.ReadAsync(db => db.CalendarPapers.SingleAsync())).Version.ShouldBe(1);
        (await SaveAsync(office, NextYear, NewYear, 1)).Reasons.ShouldHaveSingleItem().Zh.ShouldContain("没有变化");
        (await RecordAsync(office, OfficeRecord.CaseId)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(NextYear, """{ "year": 2027, "source": "x", "days": [ { "date": "元旦", "name": "元旦", "off": true } ] }""", Refusal.Invalid, "$.days[0].date")]
    [InlineData(NextYear, """{ "year": 2026, "source": "x", "days": [] }""", Refusal.Invalid, "$.year")]
    [InlineData(Semesters, """{ "schoolYear": "2025-2026", "source": "x", "semesters": [] }""", Refusal.Invalid, "$.semesters")]
    [InlineData(NextYear, "", Refusal.Invalid, "写入内容")]
    [InlineData("policy.json", "{}", Refusal.NotFound, "holidays-")]
    [InlineData("../hiring/policy.json", "{}", Refusal.NotFound, "holidays-")]
    public async Task A_broken_text_or_another_file_is_refused_with_place_and_remedy(string file, string text, Refusal refusal, string named)
    {
        await using var office = await OpenAsync();
        var answer = await SaveAsync(office, file, text);
        answer.Refusal.ShouldBe(refusal);
        answer.Reasons.ShouldHaveSingleItem().Zh.ShouldContain(named);
        (await office.ReadAsync(db => db.CalendarPapers.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(OfficeRole.Leadership)]
    [InlineData(OfficeRole.Teacher)]
    [InlineData(OfficeRole.Auditor)]
    public async Task Only_HR_edits(OfficeRole role)
    {
        await using var office = await OpenAsync();
        (await office.AskAsync<SaveCalendar>(u => u.RunAsync(new(Guid.CreateVersion7(), NextYear, NewYear, 0), TestOffice.Of(role), Now))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.AskAsync<DropCalendar>(u => u.RunAsync(new(Guid.CreateVersion7(), NextYear, 0), TestOffice.Of(role), Now))).Refusal.ShouldBe(Refusal.NotAllowed);
        await using var scope = office.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<PreviewCalendar>().RunAsync(new(NextYear, NewYear), TestOffice.Of(role), Now)).Refusal!.Refusal
            .ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_preview_names_days_and_due_days_and_changes_nothing()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        var preview = await PreviewAsync(office, ThisYear, WithDayOff(new DateOnly(2026, 8, 5)));
        preview.Changes.ShouldHaveSingleItem().Zh.ShouldBe("2026-08-05：上班 → 休息");
        var move = preview.DueDays.ShouldHaveSingleItem();
        (move.From, move.To).ShouldBe((new DateOnly(2026, 8, 10), new DateOnly(2026, 8, 11)));

        (await office.OpenItemAsync("countersign")).DueOn.ShouldBe(new DateOnly(2026, 8, 10));
        (await office.ReadAsync(db => db.CalendarPapers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_preview_of_semesters_names_the_stages_and_the_teachers_whose_deadline_moves()
    {
        await using var office = await OpenAsync();
        var teacher = await office.AddPersonAsync("周敏");
        await office.ReadAsync(async db =>
        {
            // Three years end on 2027-02-01: in time for the published autumn, too early for the guessed one.
            (await db.People.SingleAsync(person => person.Id == teacher)).SecondmentAnchor = new DateOnly(2024, 2, 1);
            return await db.SaveChangesAsync();
        });

        var preview = await PreviewAsync(office, Semesters, Autumn);
        preview.Changes.ShouldHaveSingleItem().Zh.ShouldBe("2026-2027-1 小学：2026-09-01—2027-02-06（暂定） → 2026-08-31—2027-01-22");
        var move = preview.Secondments.ShouldHaveSingleItem();
        (move.Name, move.From!.LastFeasible.Name, move.To!.LastFeasible.Name).ShouldBe(("周敏", new SemesterName(2025, 2), new SemesterName(2026, 1)));
    }

    [Fact]
    public async Task A_paper_that_this_program_cannot_read_leaves_the_office_as_it_was()
    {
        await using var office = await OpenAsync();
        await SaveAsync(office, NextYear, NewYear);
        await office.ReadAsync(async db =>
        {
            db.CalendarPapers.Add(new CalendarPaper { File = "holidays-2028.json", Text = "{", Version = 1 });
            return await db.SaveChangesAsync();
        });

        var fault = await Should.ThrowAsync<PolicyFileException>(() => office.ReadAsync(async db => { await Book(office).FollowAsync(db, Now); return true; }));
        fault.File.ShouldBe("holidays-2028.json");
        Book(office).Office.Calendar.IsWorkingDay(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }

    private static OfficeBook Book(TestOffice office) => office.Services.GetRequiredService<OfficeBook>();

    private static Task<Answer> SaveAsync(TestOffice office, string file, string text, long version = 0) => office.AskAsync<SaveCalendar>(
        u => u.RunAsync(new(Guid.CreateVersion7(), file, text, version), TestOffice.Of(OfficeRole.HumanResources), Now));

    private static Task<Answer> DropAsync(TestOffice office, string file, long version) => office.AskAsync<DropCalendar>(
        u => u.RunAsync(new(Guid.CreateVersion7(), file, version), TestOffice.Of(OfficeRole.HumanResources), Now));

    private static async Task<PreviewCalendar.Preview> PreviewAsync(TestOffice office, string file, string text)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var preview = await scope.ServiceProvider.GetRequiredService<PreviewCalendar>().RunAsync(new(file, text), TestOffice.Of(OfficeRole.HumanResources), Now);
        preview.Refusal.ShouldBeNull();
        return preview;
    }

    private static Task<List<AuditEntry>> RecordAsync(TestOffice office, Guid caseId) => office.ReadAsync(db =>
        db.Audit.Include(entry => entry.Personal).Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Number).ToListAsync());

    private static string Shipped(string file) => File.ReadAllText(Path.Combine(TestOffice.Workflows, "calendar", file));

    private static string WithDayOff(DateOnly day)
    {
        var notice = HolidayNotice.Parse(Shipped(ThisYear), ThisYear);
        return CalendarWriter.Write(notice with { Days = [.. notice.Days, new HolidayDay(day, "台风停工", true)] });
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class CalendarStoryOnSqlite : CalendarStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class CalendarStoryOnPostgres(PostgresCluster cluster) : CalendarStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class CalendarStoryOnADeferredEngine : CalendarStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
