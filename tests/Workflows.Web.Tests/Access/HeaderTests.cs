using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Processes.Staff;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/login", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.Redirect)]
    [InlineData("/api/inbox", HttpStatusCode.Unauthorized)]
    [InlineData("/login/code/nowhere", HttpStatusCode.Redirect)]
    public async Task Over_TLS_every_answer_asks_for_TLS_from_now_on_and_keeps_others_out(string path, HttpStatusCode status)
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { IsSecure = true });
        using var browser = office.Browse("https");
        using var response = await browser.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        Kept(response).ShouldBe([
            "max-age=31536000; includeSubDomains", "nosniff", "same-origin", "same-origin", "same-origin", "no-store, no-cache",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ]);
    }

    [Fact]
    public async Task An_error_keeps_them_too()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { IsSecure = true });
        await office.Office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE accounts RENAME TO gone"));
        using var browser = office.Browse("https");
        using var response = await browser.GetAsync($"/calendar/{new string('a', CalendarSecret.Length)}.ics");
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        Kept(response)[0].ShouldStartWith("max-age");
    }

    [Fact]
    public async Task Over_TLS_every_cookie_is_of_this_host_alone_encrypted_and_out_of_reach_of_scripts()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { IsSecure = true });
        using var browser = office.Browse("https");
        using var page = await browser.GetAsync("/login?lang=en");
        var form = Browser.Form.On(await Browser.WordsAsync(page), "/session");
        using var entered = await browser.PostAsync(form, new() { ["userName"] = "Teacher", ["password"] = WebOffice.Password });
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var refused = await browser.SubmitAsync("/deputies", "/deputies", []);
        var cookies = new[] { page, entered, refused }.SelectMany(response => response.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Select(cookie => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("; httponly");
            cookie.ShouldContain("; path=/;");
            cookie.ShouldContain("; samesite=");
            cookie.ShouldNotContain("domain=");
        }
    }

    private static List<string> Kept(HttpResponseMessage response) =>
    [
        .. new[] { "Strict-Transport-Security", "X-Content-Type-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Referrer-Policy", "Cache-Control", "Permissions-Policy" }
            .Select(name => string.Join(", ", response.Headers.GetValues(name))),
    ];
}
