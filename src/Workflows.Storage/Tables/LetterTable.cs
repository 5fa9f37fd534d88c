using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;

namespace Workflows.Storage;

internal sealed class SendingEpochTable : IEntityTypeConfiguration<SendingEpoch>
{
    public void Configure(EntityTypeBuilder<SendingEpoch> table)
    {
        table.ToTable("sending_epochs");
        table.HasKey(epoch => epoch.Number);
        table.Property(epoch => epoch.Number).ValueGeneratedNever();
        table.Property(epoch => epoch.Version).IsConcurrencyToken();
    }
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> table)
    {
        table.ToTable("letters");
        table.Property(letter => letter.Id).ValueGeneratedNever();
        table.Property(letter => letter.Fence).IsConcurrencyToken();
        table.HasOne<Case>().WithMany().HasForeignKey(letter => letter.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(letter => letter.Key).IsUnique();
        // The sender reads only what is still to be sent: it doesn't grow with history.
        table.HasIndex(letter => letter.DueAt).HasFilter("phase IN ('Planned', 'Sending')");
        table.HasIndex(letter => letter.WorkItemId);
        table.HasIndex(letter => letter.Obligation);
        // The hourly limit counts what was accepted in the last hour.
        table.HasIndex(letter => letter.AcceptedAt);
    }
}
