using System.Text.RegularExpressions;

namespace Workflows.Web.Text;

/// <summary>A sentence cut at its dates, so that a page can keep each of them on one line.</summary>
public static partial class DatePieces
{
    /// <summary>The pieces in order, none empty; together they are the sentence.</summary>
    /// <param name="sentence">The sentence with dates such as 2026-09-01 or 2026-09.</param>
    public static IEnumerable<(string Piece, bool IsDate)> Of(string sentence) =>
        Date().Split(sentence).Where(piece => piece.Length > 0).Select(piece => (piece, Date().IsMatch(piece)));

    [GeneratedRegex("([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")]
    private static partial Regex Date();
}
