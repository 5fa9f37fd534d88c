using System.Text;
using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>The roster in the browser, on the real worker with the sample college: a file in, a word explained, an entry corrected, the file out.</summary>
public sealed class RosterInTheBrowser
{
    private const string OneMore = """
        姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,学段,最高学历,职称,是否在编
        高远,男,G901,1988-05-06,2026-08-01,专任,在职,小学,本科,首席教师,是
        """;

    [Fact]
    public Task HR_brings_a_file_in_explains_a_word_corrects_an_entry_and_takes_the_workbook_out() => OfficeBrowser.TellAsync("roster", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        await hr.Page.GotoAsync("/roster/import");
        await hr.LookAsync("roster-import");
        await ImportAsync(hr, browser);
        await hr.Page.GotoAsync("/roster/spellings");
        await Assertions.Expect(hr.Page.Locator("main tbody")).ToContainTextAsync("首席教师");
        await hr.LookAsync("roster-spellings");
        await CorrectAsync(hr);
        await ExportAsync(hr);
    }, "2026-11-25");

    private static async Task ImportAsync(PersonAtWork hr, OfficeBrowser browser)
    {
        var file = Path.Combine(hr.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, OneMore, Encoding.UTF8);
        await hr.Page.SetInputFilesAsync("input[type=file]", file);
        await hr.Page.ClickAsync("form:has(input[type=file]) button[type=submit]");
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("首席教师");
        // The dry run is drawn in answer to a post, so it is looked at where it stands.
        await browser.CheckAsync(hr.Page, "roster-preview");
        await hr.Page.SelectOptionAsync("select[name=means]", "高级教师");
        await hr.Page.ClickAsync("button:has-text('记住并重新试算')");
        await Assertions.Expect(hr.Page.Locator(".answer.done")).ToContainTextAsync("已记住 1 个写法");
        await hr.Page.ClickAsync("button:has-text('确认导入')");
        await hr.SeeDoneAsync();
    }

    private static async Task CorrectAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync($"/roster?name={Uri.EscapeDataString("张秀珍")}");
        await hr.Page.ClickAsync("main tbody a.strong");
        var titles = hr.Page.Locator("section.card").Filter(new() { HasText = "R02 R03" });
        await titles.Locator("summary").First.ClickAsync();
        await titles.Locator("[name=from]").First.FillAsync("2012-12-20");
        await titles.Locator("[name=words]").First.FillAsync("证书日期为2012年12月20日");
        await titles.Locator("button[type=submit]").First.ClickAsync();
        await hr.SeeDoneAsync();
        await Assertions.Expect(hr.Page.Locator("tr.retracted")).ToContainTextAsync("证书日期为2012年12月20日");
        await hr.LookAsync("roster-person");
    }

    private static async Task ExportAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/roster");
        await hr.LookAsync("roster");
        var download = await hr.Page.RunAndWaitForDownloadAsync(() => hr.Page.ClickAsync("button:has-text('导出花名册')"));
        download.SuggestedFilename.ShouldBe("花名册-2026-11-25.xlsx");
    }
}
