using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>One person at the screen: what they click and what they read.</summary>
internal sealed class PersonAtWork(IPage page, OfficeBrowser browser)
{
    private const int MostLooks = 40;

    /// <summary>The window.</summary>
    public IPage Page => page;

    /// <summary>The office's data and mail, and what the person wants to hand in.</summary>
    public string Folder => browser.Folder;

    /// <summary>Opens the newest waiting item of that title from the inbox; with a name, the one in that applicant's case.</summary>
    public async Task<ILocator> OpenItemAsync(string title, string? name = null)
    {
        await page.GotoAsync("/");
        var row = page.Locator("tbody tr").Filter(new() { HasText = title });
        if (name is not null)
            row = row.Filter(new() { HasText = name });
        await LookUntilThereAsync(row);
        await row.First.Locator("a").First.ClickAsync();
        await page.ArriveAsync("/cases/");
        // The address changes before the page in it does.
        var item = page.Locator("section.item").Filter(new() { HasText = title });
        await item.First.WaitForAsync();
        return item;
    }

    /// <summary>Opens a page and loads it again until something is there: on Elsa what follows a decision comes a moment after it.</summary>
    public async Task SeeAsync(string address, string selector)
    {
        await page.GotoAsync(address);
        await LookUntilThereAsync(page.Locator(selector));
        await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync();
    }

    /// <summary>How many items of that title wait in the inbox.</summary>
    public async Task<int> CountItemsAsync(string title)
    {
        await page.GotoAsync("/");
        return await page.Locator("tbody tr").Filter(new() { HasText = title }).CountAsync();
    }

    /// <summary>Decides a waiting item, with what it asks for, and sees that it was done.</summary>
    public async Task DecideAsync(
        string title, string outcome, string? name = null, string? comment = null, string? minutes = null, string? documentNumber = null)
    {
        var item = await OpenItemAsync(title, name);
        await FillAsync(item, "[name=comment]", comment);
        await FillAsync(item, "[name=minutes]", minutes);
        await FillAsync(item, "[name=documentNumber]", documentNumber);
        await item.Locator($"button[name=outcome][value={outcome}]").ClickAsync();
        await SeeDoneAsync();
    }

    /// <summary>Goes through the background review's checklist.</summary>
    public async Task ReviewBackgroundAsync(string name, bool inOrder)
    {
        var item = await OpenItemAsync("背景考察", name);
        var points = item.Locator("tbody tr");
        for (var row = 0; row < await points.CountAsync(); row++)
        {
            var isFault = !inOrder && row == 0;
            await points.Nth(row).Locator($"input[value={(isFault ? "fault" : "ok")}]").CheckAsync();
            await points.Nth(row).Locator("input[name^=note]").FillAsync(isFault ? "出生日期涂改" : "见原件");
        }

        await FillAsync(item, "[name=comment]", inOrder ? "" : "档案出生日期有涂改，未能认定");
        await item.Locator("button.good[type=submit]").ClickAsync();
        await SeeDoneAsync();
    }

    /// <summary>Fills in the plan of a round for two places, saves it and hands it in; the round's id comes back.</summary>
    public async Task<Guid> PlanRoundAsync()
    {
        await page.GotoAsync("/rounds/new");
        await FillAsync(new Dictionary<string, string>
        {
            ["post"] = "小学数学教研员", ["subject"] = "数学", ["stage"] = "小学", ["places"] = "2", ["level"] = "Intermediate",
            ["entry"] = "TransferOrder", ["referenceDate"] = "2026-09-01", ["ageReading"] = "Under", ["reReviewDays"] = "5",
            ["writtenWeightPercent"] = "40", ["passLine"] = "60", ["tieRule"] = "HigherInterview", ["shortlistRatio"] = "3",
            ["intakeOpensOn"] = "2026-08-03", ["intakeClosesOn"] = "2026-08-14", ["examOn"] = "2026-08-29",
            ["callUpUntil"] = "2026-09-30", ["noticeDays"] = "7", ["joinsOn"] = "2026-11-01",
        });
        await page.ClickAsync("button[name=action][value=save]");
        await SeeDoneAsync();
        var round = Guid.Parse(new Uri(page.Url).Segments[^1].Trim('/'));
        await page.ClickAsync("button:has-text('提交')");
        await SeeDoneAsync();
        return round;
    }

    /// <summary>Signs the kinship declaration of the round: no applicant is a relative.</summary>
    public async Task DeclareNoKinAsync(Guid round)
    {
        await page.GotoAsync($"/kinship/{round}");
        await page.CheckAsync("input[name=sworn]");
        await page.ClickAsync("button.good");
        await SeeDoneAsync();
    }

    /// <summary>Fills the fields of the form by name.</summary>
    public async Task FillAsync(IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = page.Locator($"main [name={name}]");
            if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
                await field.SelectOptionAsync(value);
            else
                await field.FillAsync(value);
        }
    }

    /// <summary>The page says that it was done.</summary>
    public Task SeeDoneAsync() => Assertions.Expect(page.Locator(".answer:not(.refused)").First).ToBeVisibleAsync();

    /// <summary>Keeps what the page looks like, at the desk and on a phone, in Chinese and, where pictures are asked for, in English, and has it checked for accessibility.</summary>
    public async Task LookAsync(string name)
    {
        // The same elements with other words: in the office's own language alone, in both where pictures are asked for.
        foreach (var (language, tag) in OfficeBrowser.TakesPictures ? [("en", "en"), ("zh-CN", "zh")] : new[] { ("zh-CN", "zh") })
        {
            await page.GotoAsync(With(page.Url, language));
            foreach (var (width, height, device) in new[] { (390, 844, "phone"), (1366, 768, "desk") })
            {
                await page.SetViewportSizeAsync(width, height);
                await browser.KeepAsync(page, $"{name}-{tag}-{device}");
            }

            await browser.CheckAsync(page, $"{name}-{tag}");
        }
    }

    private async Task LookUntilThereAsync(ILocator sought)
    {
        for (var looks = 0; looks < MostLooks && await sought.CountAsync() == 0; looks++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }
    }

    private static string With(string url, string language)
    {
        var address = new Uri(url);
        var kept = address.Query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !part.StartsWith("lang=", StringComparison.Ordinal)
            && !part.StartsWith("op=", StringComparison.Ordinal));
        return $"{address.GetLeftPart(UriPartial.Path)}?{string.Join('&', [.. kept, $"lang={language}"])}";
    }

    private static async Task FillAsync(ILocator item, string field, string? value)
    {
        if (value is not null)
            await item.Locator(field).FillAsync(value);
    }
}
