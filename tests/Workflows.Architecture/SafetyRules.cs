using System.Text.RegularExpressions;

namespace Workflows.Architecture;

/// <summary>What <c>deploy/security.md</c> has to keep: every item of the standard once, and no name of a test or a file that isn't there.</summary>
internal static partial class SafetyRules
{
    /// <summary>How many items of levels 1 and 2 each chapter of ASVS 5.0 has.</summary>
    public static readonly int[] ItemsOfChapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    /// <summary>The items that the table lists, in its order.</summary>
    public static IReadOnlyList<string> Items(string document) =>
        [.. Row().Matches(document).SelectMany(row => Item().Matches(row.Groups["items"].Value)).Select(item => item.Value)];

    /// <summary>Names of tests, <c>Class.Sentence_of_the_test</c>, that no test file has.</summary>
    public static IReadOnlyList<string> MissingTests(string document, IReadOnlyCollection<string> testFiles) =>
    [
        .. Test().Matches(document).Where(test => !testFiles.Any(file => file.Contains($"class {test.Groups["class"].Value}", StringComparison.Ordinal)
            && file.Contains($" {test.Groups["test"].Value}(", StringComparison.Ordinal))).Select(test => test.Value.Trim('`')),
    ];

    /// <summary>Names of source files that aren't there.</summary>
    public static IReadOnlyList<string> MissingFiles(string document, IReadOnlyCollection<string> files) =>
        [.. File().Matches(document).Select(file => file.Groups["file"].Value).Where(name => !files.Any(file => Path.GetFileName(file) == name))];

    [GeneratedRegex(@"^\| (?<items>V[\d., V]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"V\d+\.\d+\.\d+")]
    private static partial Regex Item();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<test>[A-Z]\w*_\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"`(?<file>\w+\.(cs|razor|js))`")]
    private static partial Regex File();
}
