using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Workflows.Web.Tests.Offices;

/// <summary>
/// A phone with an authenticator (RFC 6238): it gives three codes, of the steps before, at and after the moment it was taken up, each once.
/// </summary>
internal sealed partial class Phone
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private readonly byte[] key;
    private long step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds - 2;

    private Phone(string secret)
    {
        var bits = string.Concat(secret.Select(sign => Convert.ToString(Alphabet.IndexOf(sign), 2).PadLeft(5, '0')));
        key = [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
        Secret = secret;
    }

    public string Secret { get; }

    /// <summary>A code that wasn't given before.</summary>
    public string NextCode() => Code(++step);

    /// <summary>Six digits that are no code now.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-6, 14).Select(offset => Code(step + offset)).ToHashSet();
        return Enumerable.Range(100000, 100).Select(number => $"{number}").First(code => !right.Contains(code));
    }

    /// <summary>Scans the set-up page: what is in the link is what the QR code and the text say.</summary>
    public static Phone Scan(string page) => new(Key().Match(page).Groups["key"].Value);

    /// <summary>Sets the second factor up in a browser that has just logged in; the recovery codes come back with the phone.</summary>
    public static async Task<(Phone Phone, List<string> Recovery)> SetUpAsync(Browser browser)
    {
        var phone = Scan(await browser.SubmitAndReadAsync("/account", "/account/second-factor", []));
        using var shown = await browser.SubmitAsync(
            "/account/second-factor", "/account/second-factor/confirm", new() { ["code"] = phone.NextCode() });
        return (phone, Codes(await Browser.WordsAsync(shown)));
    }

    /// <summary>The recovery codes on the page that shows them once.</summary>
    public static List<string> Codes(string page) => [.. RecoveryCode().Matches(page).Select(match => match.Groups["code"].Value)];

    private string Code(long counter)
    {
        var message = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
#pragma warning disable CA5350 // The apps and RFC 6238 use SHA-1.
        var hash = HMACSHA1.HashData(key, message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("secret=(?<key>[A-Z2-7]+)")]
    private static partial Regex Key();

    [GeneratedRegex("<code>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</code>")]
    private static partial Regex RecoveryCode();
}
