using System.Text.RegularExpressions;

namespace Workflows.Architecture;

/// <summary>What no source file may be or hold, here and in the product.</summary>
internal static partial class SourceRules
{
    /// <summary>Beyond this many lines two things live in one file.</summary>
    public const int MostLines = 400;

    // Written in halves, as this file is read by its own rule.
    private static readonly string[] BannedWords = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "#reg" + "ion"];

    /// <summary>One sentence for each fault of the file.</summary>
    public static IReadOnlyList<string> Complaints(string path, string text)
    {
        // The database tools write migrations: as long as they like, and muting what they like.
        if (path.Contains("/Migrations/", StringComparison.Ordinal))
        {
            return [];
        }

        var lines = text.Split('\n');
        var complaints = lines
            .SelectMany((line, index) => Complaints(line).Select(complaint => $"{path}:{index + 1} {complaint}"))
            .ToList();
        if (lines.Length > MostLines + 1)
        {
            complaints.Add($"{path} has {lines.Length - 1} lines, more than {MostLines}.");
        }

        return complaints;
    }

    /// <summary>Whether the file is source text that the rules are for.</summary>
    public static bool IsSource(string path) => Path.GetExtension(path) is ".cs" or ".razor";

    private static IEnumerable<string> Complaints(string line)
    {
        foreach (var word in BannedWords.Where(word => Regex.IsMatch(line, $@"(?<!\w){Regex.Escape(word)}\b")))
        {
            yield return $"holds {word}.";
        }

        if (MutedRule().Match(line) is { Success: true, Groups: var groups } && groups["reason"].Value.Trim().Length == 0)
        {
            yield return "mutes a rule without a reason beside it.";
        }
    }

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable[^/]*(//(?<reason>.*))?$")]
    private static partial Regex MutedRule();
}
