using System.Text;
using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>The papers of a round, at the screen: files and comments of its case, the public notice with its number, on paper and in Word.</summary>
internal static class PapersInTheBrowser
{
    /// <summary>On the case page: attaches a file, remarks on it, and gets the file back.</summary>
    public static async Task AttachAndCommentAsync(this PersonAtWork person)
    {
        var file = Path.Combine(person.Folder, "编制核定说明.txt");
        await File.WriteAllTextAsync(file, "编制核定说明：有空缺两个。", Encoding.UTF8);
        await OpenAsync(person.Page, "form[action$='/attachments']");
        await person.Page.SetInputFilesAsync("input[name=file]", file);
        await person.Page.ClickAsync("form[action$='/attachments'] button");
        await person.SeeDoneAsync();
        await person.Page.FillAsync("[name=comment-text]", "编制核定说明已附上。\n请会签时一并查看。");
        await person.Page.ClickAsync("form[action$='/comments'] button");
        await person.SeeDoneAsync();
        await Assertions.Expect(person.Page.Locator(".story blockquote").First).ToContainTextAsync("请会签时一并查看");
        var (name, content) = await SaveAsync(person.Page, "form[action$='/open'] button");
        name.ShouldBe("编制核定说明.txt");
        content.ShouldBe(await File.ReadAllBytesAsync(file));
        await person.LookAsync("papers");
    }

    /// <summary>On the notices page: records the number, looks at the notice as it is printed, and takes the Word file.</summary>
    public static async Task NumberNoticeAsync(this PersonAtWork hr, Guid round)
    {
        await hr.SeeAsync($"/rounds/{round}/notices", "[name=number]");
        await hr.LookAsync("notices-without-number");
        await hr.Page.FillAsync("[name=number]", "沙教示〔2026〕2号");
        await hr.Page.ClickAsync("form[action$='/number'] button");
        await hr.SeeDoneAsync();
        await hr.LookAsync("notices");
        var (name, content) = await SaveAsync(hr.Page, "a[href$='/docx']");
        name.ShouldStartWith("公示-");
        name.ShouldEndWith("-2026-08-29.docx");
        Encoding.ASCII.GetString(content, 0, 2).ShouldBe("PK");
        await hr.Page.GotoAsync($"/rounds/{round}/notice");
        await hr.LookAsync("notice-on-paper");
        await Assertions.Expect(hr.Page.Locator("article")).ToContainTextAsync("沙教示〔2026〕2号");
    }

    private static Task OpenAsync(IPage page, string form) => page.Locator($"details:has({form}) > summary").ClickAsync();

    private static async Task<(string Name, byte[] Content)> SaveAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(button));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync((await download.PathAsync())!));
    }
}
