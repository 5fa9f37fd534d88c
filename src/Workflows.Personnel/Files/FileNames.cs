using System.Globalization;
using System.Text;

namespace Workflows.Personnel.Files;

/// <summary>Makes a file name that came from outside safe to store, to show and to save under.</summary>
public static class FileNames
{
    /// <summary>The most characters a name keeps, its ending included.</summary>
    public const int Longest = 120;

    private const string Forbidden = "<>:\"|?*";
    private static readonly string[] Reserved =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
    ];

    /// <summary>
    /// The last part of the path, without what can't be seen or turns the reading direction, without what file systems forbid, and never a
    /// device's name. The ending stays.
    /// </summary>
    public static string Clean(string name)
    {
        var last = Shown(name).Split('/', '\\', '／', '＼')[^1].Normalize(NormalizationForm.FormC);
        var allowed = string.Concat(last.Select(one => Forbidden.Contains(one, StringComparison.Ordinal) ? '_' : one));
        var trimmed = allowed.Trim().Trim('.', ' ', '\u3000');
        if (trimmed.Length == 0)
            return "file";
        var stem = trimmed.Split('.')[0].TrimEnd();
        return Shortened(Reserved.Contains(stem, StringComparer.OrdinalIgnoreCase) ? $"_{trimmed}" : trimmed);
    }

    /// <summary>The ending in lower case with its dot; empty where there is none.</summary>
    public static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant();

    /// <summary>
    /// The text without characters that nobody sees: controls, zero-width ones, and those that turn the reading direction (by which
    /// <c>gpj.exe</c> would read <c>exe.jpg</c>).
    /// </summary>
    private static string Shown(string text) => string.Concat(text.EnumerateRunes().Where(one =>
        Rune.GetUnicodeCategory(one) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && one != Rune.ReplacementChar));

    private static string Shortened(string name)
    {
        if (name.Length <= Longest)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } tail ? tail : "";
        var kept = Longest - ending.Length;
        if (char.IsHighSurrogate(name[kept - 1]))
            kept--;
        return $"{name[..kept].TrimEnd()}{ending}";
    }
}
