using System.Security.Cryptography;

namespace Workflows.Processes.Staff;

/// <summary>A password for one login, made by the machine and told to the owner by word of mouth; the owner then chooses another.</summary>
public static class OneTimePassword
{
    /// <summary>The fewest characters.</summary>
    public const int ShortestLength = 12;

    // Read aloud and typed from paper: without letters and digits that look alike.
    private const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new one, such as <c>k7fm-q2xh-w9tn</c>: 59 random bits.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Characters, ShortestLength).Chunk(4).Select(part => new string(part)));
}
