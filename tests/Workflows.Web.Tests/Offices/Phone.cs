using System.Text.RegularExpressions;
using Workflows.Testing;

namespace Workflows.Web.Tests.Offices;

/// <summary>Reads keys and recovery codes off the pages.</summary>
internal static partial class Phone
{
    /// <summary>Scans the set-up page: what is in the link is what the QR code and the text say.</summary>
    public static Authenticator Scan(string page) => new(Key().Match(page).Groups["key"].Value);

    /// <summary>Sets the second factor up in a browser that has just logged in; the recovery codes come back with the phone.</summary>
    public static async Task<(Authenticator Phone, List<string> Recovery)> SetUpAsync(Browser browser)
    {
        var phone = Scan(await browser.SubmitAndReadAsync("/account", "/account/second-factor", []));
        using var shown = await browser.SubmitAsync(
            "/account/second-factor", "/account/second-factor/confirm", new() { ["code"] = phone.NextCode() });
        return (phone, Codes(await Browser.WordsAsync(shown)));
    }

    /// <summary>The recovery codes on the page that shows them once.</summary>
    public static List<string> Codes(string page) => [.. RecoveryCode().Matches(page).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("secret=(?<key>[A-Z2-7]+)")]
    private static partial Regex Key();

    [GeneratedRegex("<code>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</code>")]
    private static partial Regex RecoveryCode();
}
