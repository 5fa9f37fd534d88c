using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>A teacher logs a day on a phone, the school verifies it, and it counts, in a real browser on the real worker.</summary>
public sealed class DayInTheBrowser
{
    private const string School = "沙县区富口中心小学";

    [Fact]
    public Task A_teacher_logs_a_day_on_the_phone_the_school_verifies_it_and_the_count_rises() => OfficeBrowser.TellAsync("days", async browser =>
    {
        var teacher = await browser.LogInAsync("teacher");
        await teacher.Page.SetViewportSizeAsync(390, 844);
        await Assertions.Expect(teacher.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/me$"));
        var before = await CountedAsync(teacher);
        await LogAsync(teacher);

        var school = await browser.LogInAsync("school");
        await school.Page.GotoAsync("/days/verify");
        await school.LookAsync("verify");
        await school.Page.GotoAsync("/days/verify");
        await school.Page.Locator("tbody tr").Filter(new() { HasText = "周敏" }).Locator("input[name=entry]").CheckAsync();
        await school.Page.ClickAsync("#verify button");
        await school.SeeDoneAsync();

        await teacher.Page.GotoAsync("/me");
        (await CountedAsync(teacher)).ShouldBe(before + 1);
        await teacher.LookAsync("me-after");
        var hr = await browser.LogInAsync("hr");
        foreach (var (page, name) in new[] { ("/days", "days"), ("/days?tab=leaders", "leaders"), ("/days/new", "new") })
        {
            await hr.Page.GotoAsync(page);
            await hr.LookAsync(name);
        }
    }, "2026-11-27");

    private static async Task LogAsync(PersonAtWork teacher)
    {
        var photo = Path.Combine(teacher.Folder, "课堂.jpg");
        await File.WriteAllBytesAsync(photo, [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9]);
        await teacher.FillAsync(new Dictionary<string, string> { ["on"] = "2026-11-27", ["school"] = School, ["kind"] = "Guidance", ["note"] = "校本研修指导" });
        await teacher.Page.SetInputFilesAsync("input[name=photo]", photo);
        await teacher.Page.ClickAsync("#log button");
        await teacher.SeeDoneAsync();
        await Assertions.Expect(teacher.Page.Locator(".days li").First).ToContainTextAsync("待核实");
        (await teacher.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("nothing sticks out of a phone's screen");
        await teacher.LookAsync("me-waiting");
        await teacher.Page.GotoAsync("/me");
    }

    private static async Task<decimal> CountedAsync(PersonAtWork teacher) =>
        decimal.Parse(await teacher.Page.Locator(".duty .amount b").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
}
