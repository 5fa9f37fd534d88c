using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workflows.Personnel.Cases;

namespace Workflows.Storage.Audit;

/// <summary>
/// The hash chain of a case's record. Each entry's hash covers its fields and the hash before it, so that an edit, a deletion or a
/// reorder shows. One chain a case: a single chain for all would make every decision wait for every other.
/// </summary>
public static class AuditChain
{
    /// <summary>The next entry of the case's chain, hashed; the case's head moves with it. The caller adds and saves it.</summary>
    /// <param name="case">The case whose record goes on.</param>
    /// <param name="line">What happened.</param>
    /// <param name="at">When, UTC, cut to microseconds.</param>
    public static AuditEntry Append(Case @case, AuditLine line, DateTimeOffset at)
    {
        var number = @case.AuditLength + 1;
        var personal = line.Personal.Length == 0 ? null : new AuditPersonal
        {
            CaseId = @case.Id, Number = number, Salt = RandomNumberGenerator.GetBytes(16), Values = line.Personal,
        };
        var entry = new AuditEntry
        {
            CaseId = @case.Id, Number = number, At = at, ActorId = line.ActorId, OnBehalfOf = line.OnBehalfOf, Action = line.Action, Subject = line.Subject,
            OldValue = line.OldValue, NewValue = line.NewValue, Reason = line.Reason,
            Personal = personal, PersonalHash = personal is null ? [] : PersonalHash(personal),
        };
        entry.Hash = Hash(entry, @case.AuditHead);
        @case.AuditLength = number;
        @case.AuditHead = entry.Hash;
        return entry;
    }

    /// <summary>The number of the first entry that doesn't fit its place, or null when the record is whole.</summary>
    /// <param name="entries">The case's entries in order, with the personal values that are still kept.</param>
    /// <param name="length">How many there should be.</param>
    /// <param name="head">The hash that the last one should have.</param>
    public static int? FirstBroken(IReadOnlyList<AuditEntry> entries, int length, byte[] head)
    {
        byte[] previous = [];
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            var isWhole = entry.Number == place + 1
                && entry.Hash.AsSpan().SequenceEqual(Hash(entry, previous))
                && (entry.Personal is null || entry.PersonalHash.AsSpan().SequenceEqual(PersonalHash(entry.Personal)));
            if (!isWhole)
                return place + 1;
            previous = entry.Hash;
        }

        return entries.Count == length && previous.AsSpan().SequenceEqual(head) ? null : entries.Count + 1;
    }

    private static byte[] Hash(AuditEntry entry, byte[] previous)
    {
        using var bytes = new MemoryStream();
        Put(bytes, previous);
        Put(bytes, entry.CaseId.ToByteArray(bigEndian: true));
        Put(bytes, Number(entry.Number));
        Put(bytes, Number((entry.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond));
        Put(bytes, entry.ActorId is { } actor ? actor.ToByteArray(bigEndian: true) : []);
        foreach (var text in (ReadOnlySpan<string>)[entry.Action, entry.Subject, entry.OldValue, entry.NewValue, entry.Reason])
            Put(bytes, Encoding.UTF8.GetBytes(text));
        Put(bytes, entry.PersonalHash);
        // Only where there is one, so that entries from before there were deputies keep their hash.
        if (entry.OnBehalfOf is { } principal)
            Put(bytes, principal.ToByteArray(bigEndian: true));
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static byte[] PersonalHash(AuditPersonal personal) => SHA256.HashData([.. personal.Salt, .. Encoding.UTF8.GetBytes(personal.Values)]);

    // Each field is led by its length, so that two neighbours can't trade a character.
    private static void Put(MemoryStream bytes, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        bytes.Write(length);
        bytes.Write(field);
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}

/// <summary>What one line of the record says.</summary>
/// <param name="Action">What was done, as a code.</param>
/// <param name="ActorId">Who did it; null when the process did.</param>
public sealed record AuditLine(string Action, Guid? ActorId)
{
    /// <summary>For whom a deputy acted; null for a right of the actor's own.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>What it was done to.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The value before; no personal data.</summary>
    public string OldValue { get; init; } = "";

    /// <summary>The value after; no personal data.</summary>
    public string NewValue { get; init; } = "";

    /// <summary>The reason in the actor's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Personal values, as JSON, kept beside the chain; empty for none.</summary>
    public string Personal { get; init; } = "";
}
