using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Days;
using Workflows.Personnel.Staff;

namespace Workflows.Storage;

internal sealed class DayTable : IEntityTypeConfiguration<DayEntry>
{
    public void Configure(EntityTypeBuilder<DayEntry> table)
    {
        table.ToTable("days");
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(entry => new { entry.PersonId, entry.On });
        // What waits for a school doesn't grow with history.
        table.HasIndex(entry => entry.School).HasFilter("state = 'Logged'");
    }
}
