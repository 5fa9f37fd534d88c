using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Days;

/// <summary>A teacher's dates as a calendar to subscribe to.</summary>
public sealed partial class CalendarFeedTests
{
    [Fact]
    public async Task The_address_is_shown_once_read_without_a_login_and_holds_dates_alone()
    {
        await using var office = await OpenAsync();
        using var teacher = await BrowseAsync(office);
        var form = Browser.Form.On(await teacher.ReadAsync("/me"), "/me/calendar");
        var address = await AddressAsync(teacher, form);
        using (var again = await teacher.PostAsync(form, []))
            (await Browser.WordsAsync(again)).ShouldContain("地址不再显示", customMessage: "the same form again shows nothing");

        using var phone = office.Browse();
        using var feed = await phone.GetAsync(address);
        feed.StatusCode.ShouldBe(HttpStatusCode.OK);
        feed.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = Unfolded(await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        text.ShouldStartWith("BEGIN:VCALENDAR");
        text.ShouldContain("SUMMARY:R12：三年期满");
        text.ShouldContain("DTSTART;VALUE=DATE:20250601");
        text.ShouldContain("SUMMARY:R14：本学期下校天数截止");
        foreach (var personal in new[] { "周敏", DayOffice.Rural, DayOffice.Urban, "teacher@example.org" })
            text.ShouldNotContain(personal);
        var secret = address.Split('/')[^1][..43];
        var account = await office.Office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == TestOffice.Of(OfficeRole.Teacher)));
        account.CalendarSecretHash!.Length.ShouldBe(32);
        (await office.Office.ReadAsync(db => db.Operations.Select(one => one.Answer).ToListAsync())).ShouldAllBe(answer => !answer.Contains(secret));
    }

    [Fact]
    public async Task A_renewed_address_ends_the_old_one_and_a_closed_one_is_gone()
    {
        await using var office = await OpenAsync();
        using var teacher = await BrowseAsync(office);
        var first = await AddressAsync(teacher, Browser.Form.On(await teacher.ReadAsync("/me"), "/me/calendar"));
        var second = await AddressAsync(teacher, Browser.Form.On(await teacher.ReadAsync("/me"), "/me/calendar"));
        using var phone = office.Browse();
        (await StatusAsync(phone, first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(phone, second)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(phone, $"/calendar/{new string('A', 43)}.ics")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(phone, "/calendar/x.ics")).ShouldBe(HttpStatusCode.NotFound);
        (await teacher.SubmitAndReadAsync("/me", "/me/calendar/end", [])).ShouldContain("日历订阅地址已停用");
        (await StatusAsync(phone, second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_closed_account_has_no_calendar_and_a_program_gets_an_address_too()
    {
        await using var office = await OpenAsync();
        using var teacher = await BrowseAsync(office);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/calendar") { Content = JsonContent.Create(new { operationId = Guid.CreateVersion7() }) };
        request.Headers.Add("X-Requested-With", "test");
        using var answer = await teacher.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("address").GetString()!;
        using var phone = office.Browse();
        (await StatusAsync(phone, address)).ShouldBe(HttpStatusCode.OK);
        await office.Office.ReadAsync(db => db.Users.Where(one => one.Id == TestOffice.Of(OfficeRole.Teacher)).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsActive, false)));
        (await StatusAsync(phone, address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_put_off()
    {
        await using var office = await OpenAsync();
        using var phone = office.Browse();
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 130; n++)
            statuses.Add(await StatusAsync(phone, $"/calendar/{new string('A', 43)}.ics"));
        statuses[0].ShouldBe(HttpStatusCode.NotFound);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static async Task<WebOffice> OpenAsync()
    {
        var office = await WebOffice.OpenAsync();
        await office.Office.GoToAsync("2026-09-15 16:00");
        var person = await office.Office.KeepLedgerAsync();
        await office.Office.ReadAsync(db => db.People.Where(one => one.Id == person).ExecuteUpdateAsync(set => set.SetProperty(one => one.SecondmentAnchor, new DateOnly(2022, 6, 1))));
        return office;
    }

    private static async Task<Browser> BrowseAsync(WebOffice office)
    {
        var browser = office.Browse();
        using var login = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = "Teacher", ["password"] = WebOffice.Password });
        login.Headers.Location!.ToString().ShouldBe("/me");
        return browser;
    }

    private static async Task<string> AddressAsync(Browser teacher, Browser.Form form)
    {
        using var answer = await teacher.PostAsync(form, []);
        return Address().Match(await Browser.WordsAsync(answer)).Groups["path"].Value;
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return answer.StatusCode;
    }

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    [GeneratedRegex("<code>http://office.test(?<path>/calendar/[^<]*)</code>")]
    private static partial Regex Address();
}
