using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Workflows.Testing;

/// <summary>
/// The authenticator of a phone (RFC 6238): it gives three codes, of the steps before, at and after the moment it was taken up, each once.
/// </summary>
public sealed class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private readonly byte[] key;
    private long step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds - 2;

    /// <summary>Takes up a key as the set-up page says it, with or without spaces.</summary>
    public Authenticator(string secret)
    {
        Secret = secret.Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(Secret.Select(sign => Convert.ToString(Alphabet.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        key = [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    /// <summary>The key, Base32.</summary>
    public string Secret { get; }

    /// <summary>A code that wasn't given before.</summary>
    public string NextCode() => Code(++step);

    /// <summary>Six digits that are no code now.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-6, 14).Select(offset => Code(step + offset)).ToHashSet();
        return Enumerable.Range(100000, 100).Select(number => $"{number}").First(code => !right.Contains(code));
    }

    private string Code(long counter)
    {
        var message = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
#pragma warning disable CA5350 // The apps and RFC 6238 use SHA-1.
        var hash = HMACSHA1.HashData(key, message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
