using System.Text;

namespace Workflows.Policy;

/// <summary>Brings cells that people typed to one form: full-width and half-width characters are the same thing.</summary>
public static class WrittenForm
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Half-width digits, letters, brackets and signs, plain spaces, no invisible marks, no spaces at either end.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= FullWidthFirst and <= FullWidthLast) folded.Append((char)(c - FullWidthOffset));
            else if (c is '\u3000' or '\u00A0' or '\t' or (>= '\u2000' and <= '\u200A')) folded.Append(' ');
            else if (c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')) folded.Append(c);
        }
        return folded.ToString().Trim();
    }

    /// <summary>The folded text without any white space, as spellings are compared.</summary>
    public static string Compact(string text) => string.Concat(Fold(text).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A person's name: no spaces between Chinese characters, one between Latin words, one kind of middle dot.</summary>
    public static string Name(string text)
    {
        var folded = Fold(text).Replace('•', '·').Replace('・', '·').Replace('‧', '·');
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = new StringBuilder(folded.Length);
        foreach (var word in words)
        {
            if (name.Length > 0 && char.IsAscii(name[^1]) && char.IsAscii(word[0])) name.Append(' ');
            name.Append(word);
        }
        return name.ToString();
    }

    /// <summary>The entries of a cell, separated by <c>;</c>, <c>；</c> or a line break; empty ones are dropped.</summary>
    public static string[] Entries(string cell)
        => [.. Fold(cell).Split([';', '\n', '\r']).Select(entry => entry.Trim()).Where(entry => entry.Length > 0)];
}
