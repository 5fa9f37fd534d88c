using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Processes.Staff;

/// <summary>The secret in the address of somebody's calendar: 256 random bits, of which only the hash is kept.</summary>
public static class CalendarSecret
{
    private const int Bytes = 32;

    /// <summary>Its length as text.</summary>
    public const int Length = 43;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it. So many random bits need no salt: nobody can try them all.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
