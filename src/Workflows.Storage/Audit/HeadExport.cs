using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Audit;

/// <summary>That a signed list of chain heads was written to a file outside the database.</summary>
public sealed class HeadExport
{
    /// <summary>The export's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The instant that the list speaks of, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>How many chains it lists.</summary>
    public int Chains { get; init; }

    /// <summary>The file's SHA-256, hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

internal sealed class HeadExportTable : IEntityTypeConfiguration<HeadExport>
{
    public void Configure(EntityTypeBuilder<HeadExport> table)
    {
        table.ToTable("head_exports");
        table.Property(export => export.Id).ValueGeneratedNever();
        table.HasIndex(export => export.At);
    }
}
