namespace Workflows.EndToEnd;

/// <summary>What stories about somebody on the roster have in common: choosing the person, and the kinship declaration of the case.</summary>
internal static class PeopleOnTheRoster
{
    /// <summary>Chooses the person in the form that opens a case.</summary>
    public static async Task ChooseAsync(this PersonAtWork hr, string name)
    {
        var value = await hr.Page.Locator("select[name=person] option").Filter(new() { HasText = name }).First.GetAttributeAsync("value");
        await hr.Page.SelectOptionAsync("select[name=person]", value!);
    }

    /// <summary>Opens somebody's transfer to another school; the address of its case comes back.</summary>
    public static async Task<string> OpenTransferAsync(this PersonAtWork hr, string name)
    {
        await hr.Page.GotoAsync("/exits/new");
        await hr.ChooseAsync(name);
        await hr.FillAsync(new Dictionary<string, string>
        {
            ["kind"] = "TransferOut", ["lastDay"] = "2026-08-31", ["reason"] = "调往市教师进修学院", ["ground"] = "商调函〔2026〕5号", ["destination"] = "三明市教师进修学院",
        });
        await hr.Page.ClickAsync("main button.primary");
        await hr.SeeDoneAsync();
        return new Uri(hr.Page.Url).AbsolutePath;
    }

    /// <summary>Declares in the case at that address that the person is no relative, or which relative the person is.</summary>
    public static async Task DeclareAsync(this PersonAtWork somebody, string path, string? relation = null, bool look = false)
    {
        await somebody.Page.GotoAsync($"{path}/declaration");
        if (look)
            await somebody.LookAsync("declaration");
        await somebody.Page.CheckAsync($"input[name=relative][value={(relation is null ? "no" : "yes")}]");
        await somebody.Page.FillAsync("input[name=relation]", relation ?? "");
        await somebody.Page.CheckAsync("input[name=sworn]");
        await somebody.Page.ClickAsync("main button.primary");
        await somebody.SeeDoneAsync();
    }
}
