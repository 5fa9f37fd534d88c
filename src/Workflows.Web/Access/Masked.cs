namespace Workflows.Web.Access;

/// <summary>Personal values as pages show them: enough to tell two apart, too little to use.</summary>
public static class Masked
{
    private const char Star = '*';

    /// <summary>An ID number with its last four characters; shorter ones wholly hidden.</summary>
    public static string IdNumber(string written) => Tail(written.Trim(), 4);

    /// <summary>A phone number with its last four digits.</summary>
    public static string Phone(string written) => Tail(written.Trim(), 4);

    /// <summary>A mail address with its first character and its host.</summary>
    public static string Email(string written)
    {
        var text = written.Trim();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? $"{text[0]}{new string(Star, 3)}{text[at..]}" : new string(Star, text.Length);
    }

    /// <summary>A mail address that may be missing.</summary>
    public static string EmailOrDash(string? written) => string.IsNullOrWhiteSpace(written) ? "—" : Email(written);

    private static string Tail(string text, int shown) =>
        text.Length > shown * 2 ? new string(Star, text.Length - shown) + text[^shown..] : new string(Star, text.Length);
}
