using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Operations;

/// <summary>
/// Writes the heads of all chains, signed, into a folder outside the database: what <c>audit verify</c> later holds the record against. What is
/// written is never written over.
/// </summary>
public sealed class ExportHeads(WorkflowsDb db, TimeProvider clock)
{
    /// <summary>Writes a list now.</summary>
    /// <param name="options">The key and the folder.</param>
    /// <param name="ct">Ends the wait; a list that is there as a whole stays.</param>
    /// <returns>The file's path.</returns>
    public async Task<string> RunAsync(SealOptions options, CancellationToken ct)
    {
        var now = clock.Now();
        // One statement: all heads are of one moment.
        var heads = (await db.Cases.AsNoTracking().Where(one => one.AuditLength > 0)
                .Select(one => new { one.Id, one.AuditLength, one.AuditHead }).ToListAsync(ct))
            .ConvertAll(one => new ChainHead(one.Id, one.AuditLength, one.AuditHead));
        var content = HeadList.Write(now, heads, options.Key);
        var path = Path.Combine(Directory.CreateDirectory(options.Folder).FullName, HeadList.FileName(now));
        await WriteAsync(path, content, ct);
        db.HeadExports.Add(new HeadExport
        {
            Id = Guid.CreateVersion7(now), At = now, File = Path.GetFileName(path), Chains = heads.Count, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        });
        await db.SaveChangesAsync(ct);
        return path;
    }

    /// <summary>Writes a list when the newest is older than the interval; says whether it did.</summary>
    public async Task<bool> WhenDueAsync(SealOptions options, CancellationToken ct)
    {
        var newest = await db.HeadExports.MaxAsync(export => (DateTimeOffset?)export.At, ct);
        if (newest is { } at && clock.Now() < at + options.Every)
            return false;
        await RunAsync(options, ct);
        return true;
    }

    // Under its name it is there as a whole, or not at all.
    private static async Task WriteAsync(string path, byte[] content, CancellationToken ct)
    {
        var unfinished = $"{path}.part";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: false);
    }
}

/// <summary>Whether and where this installation writes its heads down.</summary>
/// <param name="Options">The settings; null where none were made.</param>
public sealed record SealPlace(SealOptions? Options);

/// <summary>Where and how often the heads of the record's chains are written down outside the database.</summary>
/// <param name="Key">The key that signs.</param>
/// <param name="Folder">The folder; best on another machine, or one whose files can only be added.</param>
/// <param name="Every">How old the newest list may become.</param>
public sealed record SealOptions(SealKey Key, string Folder, TimeSpan Every);
