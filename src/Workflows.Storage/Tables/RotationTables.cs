using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;

namespace Workflows.Storage;

internal sealed class RotationRoundTable : IEntityTypeConfiguration<RotationRound>
{
    public void Configure(EntityTypeBuilder<RotationRound> table)
    {
        table.ToTable("rotation_rounds");
        table.HasKey(round => round.CaseId);
        table.Property(round => round.CaseId).ValueGeneratedNever();
        table.Property(round => round.Vacancies).AsJson();
        table.Property(round => round.Version).IsConcurrencyToken();
        table.Ignore(round => round.Everybody);
        table.Ignore(round => round.Standing);
        table.Ignore(round => round.LastDay);
        table.Ignore(round => round.Places);
        table.HasOne<Case>().WithMany().HasForeignKey(round => round.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(round => round.Lines).WithOne().HasForeignKey(line => line.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(round => round.Year);
    }
}

internal sealed class RotationLineTable : IEntityTypeConfiguration<RotationLine>
{
    public void Configure(EntityTypeBuilder<RotationLine> table)
    {
        table.ToTable("rotation_lines");
        table.Property(line => line.Id).ValueGeneratedNever();
        table.Ignore(line => line.Stands);
        table.Ignore(line => line.IsUnhandled);
        table.HasOne<Person>().WithMany().HasForeignKey(line => line.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(line => new { line.RoundId, line.PersonId }).IsUnique();
        table.HasIndex(line => line.PersonId);
    }
}
