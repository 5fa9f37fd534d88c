namespace Workflows.Policy.Tests;

/// <summary>Writes a text in the full-width forms of its ASCII characters.</summary>
internal static class FullWidth
{
    public static string Of(string text, bool spaced)
    {
        var wide = text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c).Select(c => c.ToString());
        return spaced ? "　" + string.Join("　", wide) + " " : string.Concat(wide);
    }
}
