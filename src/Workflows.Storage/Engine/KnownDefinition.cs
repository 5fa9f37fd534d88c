using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Engine;

/// <summary>A version of a process definition that cases may be running on. Its file must never change without a new version.</summary>
public sealed class KnownDefinition
{
    /// <summary>The definition, for example <c>hiring-round</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version.</summary>
    public int Version { get; init; }

    /// <summary>The fingerprint of its content when it was first seen (SHA-256, hexadecimal).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When it was first seen, UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Its text, if it was published while the office ran; null if it came as a file, which keeps its own text.</summary>
    public string? Text { get; init; }
}

internal sealed class KnownDefinitionTable : IEntityTypeConfiguration<KnownDefinition>
{
    public void Configure(EntityTypeBuilder<KnownDefinition> table)
    {
        table.ToTable("definitions");
        table.HasKey(definition => new { definition.DefinitionId, definition.Version });
    }
}
