using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("cases");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => new { c.OpenedBy, c.OpenedAt });
        // The sweep reads only cases that want to be woken: it doesn't grow with history.
        table.HasIndex(c => c.NextDueAt).HasFilter("next_due_at IS NOT NULL");
    }
}

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> table)
    {
        table.ToTable("work_items");
        table.Property(item => item.Id).ValueGeneratedNever();
        table.Property(item => item.Outcomes).AsJson();
        table.Property(item => item.Requires).AsJson();
        table.Property(item => item.Revision).IsConcurrencyToken();
        table.HasOne(item => item.Case).WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(item => item.Parts).WithOne(part => part.WorkItem).HasForeignKey(part => part.WorkItemId);
        table.HasIndex(item => new { item.CaseId, item.WaitId }).IsUnique();
    }
}

internal sealed class WorkItemPartTable : IEntityTypeConfiguration<WorkItemPart>
{
    public void Configure(EntityTypeBuilder<WorkItemPart> table)
    {
        table.ToTable("work_item_parts");
        table.Property(part => part.Id).ValueGeneratedNever();
        // The inbox reads only open parts: it doesn't grow with history.
        table.HasIndex(part => part.Role).HasFilter("is_open");
        table.HasIndex(part => part.AssigneeId).HasFilter("is_open");
        // Somebody's own decisions, newest first: a page of them reads a page's worth.
        table.HasIndex(part => new { part.DecidedBy, part.DecidedAt });
    }
}

internal sealed class DeputyshipTable : IEntityTypeConfiguration<Deputyship>
{
    public void Configure(EntityTypeBuilder<Deputyship> table)
    {
        table.ToTable("deputyships");
        table.Property(deputyship => deputyship.Id).ValueGeneratedNever();
        table.HasOne<Account>().WithMany().HasForeignKey(deputyship => deputyship.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(deputyship => deputyship.DeputyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(deputyship => new { deputyship.DeputyId, deputyship.Until });
        table.HasIndex(deputyship => new { deputyship.PrincipalId, deputyship.Until });
    }
}

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> table)
    {
        table.ToTable("consultations");
        table.Property(consultation => consultation.Id).ValueGeneratedNever();
        table.HasOne(consultation => consultation.Part).WithMany().HasForeignKey(consultation => consultation.PartId)
            .OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(consultation => consultation.PartId);
        table.HasIndex(consultation => consultation.ClosedAt);
        // The inbox reads only open questions: it doesn't grow with history.
        table.HasIndex(consultation => consultation.AskedOf).HasFilter("closed_at IS NULL");
    }
}

internal sealed class CaseCopyTable : IEntityTypeConfiguration<CaseCopy>
{
    public void Configure(EntityTypeBuilder<CaseCopy> table)
    {
        table.ToTable("case_copies");
        table.HasKey(copy => new { copy.CaseId, copy.AccountId });
        table.HasOne(copy => copy.Case).WithMany().HasForeignKey(copy => copy.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(copy => new { copy.AccountId, copy.SentAt });
        table.HasIndex(copy => copy.SentAt).HasFilter("read_at IS NULL");
        table.HasIndex(copy => copy.AccountId).HasFilter("read_at IS NULL");
    }
}

internal sealed class CaseReadingTable : IEntityTypeConfiguration<CaseReading>
{
    public void Configure(EntityTypeBuilder<CaseReading> table)
    {
        table.ToTable("case_readings");
        table.HasKey(reading => new { reading.CaseId, reading.AccountId });
        table.HasOne<Case>().WithMany().HasForeignKey(reading => reading.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDeclarationTable : IEntityTypeConfiguration<CaseDeclaration>
{
    public void Configure(EntityTypeBuilder<CaseDeclaration> table)
    {
        table.ToTable("case_declarations");
        table.HasKey(declaration => new { declaration.CaseId, declaration.AccountId });
        table.HasOne<Case>().WithMany().HasForeignKey(declaration => declaration.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(declaration => declaration.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OperationTable : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> table)
    {
        table.ToTable("operations");
        table.Property(operation => operation.Id).ValueGeneratedNever();
    }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("audit");
        table.HasKey(entry => new { entry.CaseId, entry.Number });
        table.HasOne<Case>().WithMany().HasForeignKey(entry => entry.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(entry => entry.Personal).WithOne().HasForeignKey<AuditPersonal>(personal => new { personal.CaseId, personal.Number });
    }
}

internal sealed class AuditPersonalTable : IEntityTypeConfiguration<AuditPersonal>
{
    public void Configure(EntityTypeBuilder<AuditPersonal> table)
    {
        table.ToTable("audit_personal");
        table.HasKey(personal => new { personal.CaseId, personal.Number });
    }
}
