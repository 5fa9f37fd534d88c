using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Days;
using Workflows.Personnel.Staff;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class DayTable : IEntityTypeConfiguration<DayEntry>
{
    public void Configure(EntityTypeBuilder<DayEntry> table)
    {
        table.ToTable("days");
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Version).IsConcurrencyToken();
        table.Ignore(entry => entry.Stands);
        table.Ignore(entry => entry.Fact);
        table.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(entry => entry.Changes).WithOne().HasForeignKey(change => change.EntryId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(entry => entry.Evidence).WithOne().HasForeignKey(evidence => evidence.EntryId).OnDelete(DeleteBehavior.Restrict);
        // The same thing is logged once; what was refused or taken back may be logged again.
        table.HasIndex(entry => new { entry.PersonId, entry.On, entry.School, entry.Kind }).IsUnique().HasFilter("state IN ('Logged', 'Verified')");
        table.HasIndex(entry => new { entry.PersonId, entry.On });
        // What waits for a school doesn't grow with history.
        table.HasIndex(entry => entry.School).HasFilter("state = 'Logged'");
    }
}

internal sealed class DayChangeTable : IEntityTypeConfiguration<DayChange>
{
    public void Configure(EntityTypeBuilder<DayChange> table)
    {
        table.ToTable("day_changes");
        table.HasKey(change => new { change.EntryId, change.Number });
        table.Property(change => change.Number).ValueGeneratedNever();
        table.HasOne<Account>().WithMany().HasForeignKey(change => change.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DayEvidenceTable : IEntityTypeConfiguration<DayEvidence>
{
    public void Configure(EntityTypeBuilder<DayEvidence> table)
    {
        table.ToTable("day_evidence");
        table.Property(evidence => evidence.Id).ValueGeneratedNever();
        table.HasOne<Account>().WithMany().HasForeignKey(evidence => evidence.UploadedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(evidence => evidence.Content).WithOne().HasForeignKey<DayEvidenceContent>(content => content.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DayEvidenceContentTable : IEntityTypeConfiguration<DayEvidenceContent>
{
    public void Configure(EntityTypeBuilder<DayEvidenceContent> table)
    {
        table.ToTable("day_evidence_contents");
        table.HasKey(content => content.EvidenceId);
        table.Property(content => content.EvidenceId).ValueGeneratedNever();
    }
}
