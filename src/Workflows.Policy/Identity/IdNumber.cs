using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Policy.Identity;

/// <summary>What is wrong with an ID number, if anything.</summary>
public enum IdNumberState
{
    /// <summary>The cell is empty.</summary>
    Empty,

    /// <summary>18 characters, a real birthday, the right check digit (GB 11643).</summary>
    Valid,

    /// <summary>Scientific notation: the last digits are lost.</summary>
    Scientific,

    /// <summary>Cut to 15 digits by a spreadsheet: zeroes at the end and a wrong check digit.</summary>
    Zeroed,

    /// <summary>The check digit is wrong.</summary>
    WrongChecksum,

    /// <summary>Not 18 characters, or no real birthday.</summary>
    Malformed,
}

/// <summary>A resident identity number as written; a lower-case x and full-width digits are the same number.</summary>
/// <param name="State">Whether it can be relied on.</param>
/// <param name="Number">The number in one form, for comparing; empty unless valid.</param>
/// <param name="Birth">The birthday inside it; null unless valid.</param>
public sealed partial record IdNumber(IdNumberState State, string Number, DateOnly? Birth)
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Understands a cell; never throws.</summary>
    public static IdNumber Parse(string cell)
    {
        var text = WrittenForm.Compact(cell).TrimStart('\'').ToUpperInvariant();
        if (text.Length == 0) return Not(IdNumberState.Empty);
        if (Scientific().IsMatch(text)) return Not(IdNumberState.Scientific);
        if (!Shape().IsMatch(text)) return Not(IdNumberState.Malformed);
        if (!DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            return Not(IdNumberState.Malformed);
        }
        if (text[^1] == CheckCharacter(text)) return new IdNumber(IdNumberState.Valid, text, birth);
        return Not(text.EndsWith("000", StringComparison.Ordinal) ? IdNumberState.Zeroed : IdNumberState.WrongChecksum);
    }

    /// <summary>The check character that the first 17 digits ask for.</summary>
    public static char CheckCharacter(string digits)
        => CheckCharacters[Weights.Select((weight, place) => weight * (digits[place] - '0')).Sum() % 11];

    private static IdNumber Not(IdNumberState state) => new(state, "", null);

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+?[0-9]+$")]
    private static partial Regex Scientific();
}
