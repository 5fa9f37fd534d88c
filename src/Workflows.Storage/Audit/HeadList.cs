using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Storage.Audit;

/// <summary>
/// The heads of all chains at one instant, as a signed file of plain lines: a title, when, by which key, how many, a line for each chain (case,
/// length, hash), the signature over all bytes before its own line.
/// </summary>
/// <param name="MadeAt">The instant, UTC.</param>
/// <param name="KeyId">The key that signed it, by <see cref="SealKey.Id"/>.</param>
/// <param name="Heads">The heads, by case.</param>
public sealed record HeadList(DateTimeOffset MadeAt, string KeyId, IReadOnlyDictionary<Guid, ChainHead> Heads)
{
    private const string Title = "workflows chain heads 1";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int LinesBefore = 4;

    /// <summary>Where the list was read from; empty for one that wasn't.</summary>
    public string Source { get; init; } = "";

    /// <summary>The file's name: it sorts by time.</summary>
    public static string FileName(DateTimeOffset madeAt) =>
        $"heads-{madeAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.ffffff'Z'", CultureInfo.InvariantCulture)}.txt";

    /// <summary>The signed file.</summary>
    public static byte[] Write(DateTimeOffset madeAt, IReadOnlyCollection<ChainHead> heads, SealKey key)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])[Title, $"made {Written(madeAt)}", $"key {key.Id}", $"chains {heads.Count.ToString(CultureInfo.InvariantCulture)}"])
            text.Append(line).Append('\n');
        foreach (var head in heads.OrderBy(head => head.CaseId))
            text.Append(CultureInfo.InvariantCulture, $"{head.CaseId} {head.Length} {Convert.ToHexStringLower(head.Hash)}").Append('\n');
        var content = Encoding.ASCII.GetBytes(text.ToString());
        return [.. content, .. Encoding.ASCII.GetBytes($"signature {Convert.ToBase64String(key.Sign(content))}\n")];
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="source">What to call it.</param>
    /// <param name="key">The key that must have signed it.</param>
    /// <param name="fault">Why it can't be used; <see cref="HeadListFault.None"/> when it can.</param>
    public static HeadList? Read(byte[] file, string source, SealKey key, out HeadListFault fault)
    {
        fault = HeadListFault.NoList;
        var text = Encoding.ASCII.GetString(file);
        var lines = text.Split('\n');
        if (lines is not [Title, _, _, _, .., _, ""] || lines[^2].Split(' ') is not ["signature", var written] || Bytes(written) is not { } signature)
            return null;
        var list = Parse(lines, source);
        fault = list is null ? HeadListFault.NoList
            : list.KeyId != key.Id ? HeadListFault.OtherKey
            : !key.HasSigned(file.AsSpan(0, file.Length - lines[^2].Length - 1), signature) ? HeadListFault.NotAsSigned
            : HeadListFault.None;
        return fault is HeadListFault.None ? list : null;
    }

    private static HeadList? Parse(string[] lines, string source)
    {
        var heads = new Dictionary<Guid, ChainHead>();
        foreach (var line in lines[LinesBefore..^2])
        {
            if (line.Split(' ') is not [var id, var length, var hash] || !Guid.TryParseExact(id, "D", out var caseId)
                || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0
                || hash.Length != 2 * SHA256.HashSizeInBytes || !hash.All(char.IsAsciiHexDigitLower)
                || !heads.TryAdd(caseId, new ChainHead(caseId, number, Convert.FromHexString(hash))))
            {
                return null;
            }
        }

        return lines[1].Split(' ') is ["made", var made] && lines[2].Split(' ') is ["key", var key]
            && lines[3] == $"chains {heads.Count.ToString(CultureInfo.InvariantCulture)}"
            && DateTimeOffset.TryParseExact(made, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var madeAt)
            ? new HeadList(madeAt, key, heads) { Source = source } : null;
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    // The last letter of a signature has bits that say nothing; only as it was written does it count.
    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == base64 ? bytes[..length] : null;
    }
}

/// <summary>The head of one chain: how long it is, and the hash of its newest entry.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Length">How many entries.</param>
/// <param name="Hash">The newest entry's hash, 32 bytes.</param>
public sealed record ChainHead(Guid CaseId, int Length, byte[] Hash);

/// <summary>Why a file can't be used as a list of chain heads.</summary>
public enum HeadListFault
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It is no list, or a damaged one.</summary>
    NoList,

    /// <summary>Another key signed it.</summary>
    OtherKey,

    /// <summary>It was changed after it was signed.</summary>
    NotAsSigned,
}
