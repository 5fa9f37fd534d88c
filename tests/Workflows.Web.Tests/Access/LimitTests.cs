using System.Net;
using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Web.Access;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class LimitTests
{
    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_a_colleague_is_not()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { RateLimits = new RateLimits { AccountPerMinute = 4 } });
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        using var colleague = await office.BrowseAsAsync(OfficeRole.Teacher);
        for (var time = 0; time < 4; time++)
            await browser.ReadAsync("/deputies");
        using var page = await browser.GetAsync("/deputies");
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await Browser.WordsAsync(page)).ShouldContain("请等一分钟");
        using var english = await browser.GetAsync("/deputies?lang=en");
        using var api = await browser.GetAsync("/api/inbox");
        var problem = JsonDocument.Parse(await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString()!;
        problem.ShouldContain("请求太频繁");
        problem.ShouldContain("Too many requests");
        await colleague.ReadAsync("/deputies");
    }

    [Fact]
    public async Task Passwords_can_be_tried_from_one_address_only_so_often_whoever_they_are_for()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { RateLimits = new RateLimits { LoginsPerMinute = 2 } });
        using var browser = office.Browse();
        foreach (var name in (string[])["Auditor", "Teacher"])
            (await browser.SubmitAsync("/login", "/session", new() { ["userName"] = name, ["password"] = "wrong" })).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var refused = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = "Leadership", ["password"] = WebOffice.Password });
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task What_takes_seconds_has_a_limit_of_its_own()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { RateLimits = new RateLimits { CostlyPerMinute = 1 } });
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await browser.ReadAsync("/college/what-if");
        using var refused = await browser.GetAsync("/college/what-if");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        await browser.ReadAsync("/college");
    }
}
