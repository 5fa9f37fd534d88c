using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("people");
        table.Property(person => person.Id).ValueGeneratedNever();
        table.Property(person => person.Version).IsConcurrencyToken();
        table.Property(person => person.Further).AsJson().HasDefaultValueSql("'[]'");
        table.HasMany(person => person.Tenures).WithOne().HasForeignKey(tenure => tenure.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(person => person.Terms).WithOne().HasForeignKey(term => term.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(person => person.Posts).WithOne().HasForeignKey(post => post.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(person => person.StaffNumber).IsUnique();
    }
}

internal sealed class TenureTable : IEntityTypeConfiguration<Tenure>
{
    public void Configure(EntityTypeBuilder<Tenure> table)
    {
        table.ToTable("tenures");
        table.Property(tenure => tenure.Id).ValueGeneratedNever();
        table.HasIndex(tenure => tenure.ApplicationId).IsUnique();
    }
}

internal sealed class PostHoldingTable : IEntityTypeConfiguration<PostHolding>
{
    public void Configure(EntityTypeBuilder<PostHolding> table)
    {
        table.ToTable("post_holdings");
        table.Property(post => post.Id).ValueGeneratedNever();
        table.HasIndex(post => post.CaseId).IsUnique();
    }
}

internal sealed class StatusChangeTable : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> table)
    {
        table.ToTable("status_changes");
        table.Property(change => change.Id).ValueGeneratedNever();
        table.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(change => new { change.PersonId, change.From });
    }
}

internal sealed class AppointmentTable : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> table)
    {
        table.ToTable("appointments");
        table.HasKey(appointment => appointment.CaseId);
        table.Property(appointment => appointment.CaseId).ValueGeneratedNever();
        table.Property(appointment => appointment.Proposal).AsJson();
        table.Property(appointment => appointment.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(appointment => appointment.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Case>().WithMany().HasForeignKey(appointment => appointment.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(appointment => appointment.PersonId);
    }
}

internal sealed class ExitTable : IEntityTypeConfiguration<Exit>
{
    public void Configure(EntityTypeBuilder<Exit> table)
    {
        table.ToTable("exits");
        table.HasKey(exit => exit.CaseId);
        table.Property(exit => exit.CaseId).ValueGeneratedNever();
        table.Property(exit => exit.Proposal).AsJson();
        table.Property(exit => exit.Handover).AsJson();
        table.Property(exit => exit.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(exit => exit.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Case>().WithMany().HasForeignKey(exit => exit.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(exit => exit.PersonId);
    }
}

internal sealed class HearingTable : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> table)
    {
        table.ToTable("hearings");
        table.HasKey(hearing => hearing.CaseId);
        table.Property(hearing => hearing.CaseId).ValueGeneratedNever();
        table.HasOne<Case>().WithMany().HasForeignKey(hearing => hearing.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuotaTable : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> table)
    {
        table.ToTable("quotas");
        table.HasKey(quota => new { quota.Kind, quota.From });
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.HasMany(account => account.Hats).WithOne().HasForeignKey(hat => hat.AccountId);
        table.HasIndex(account => account.CalendarSecretHash).IsUnique();
    }
}

internal sealed class HatTable : IEntityTypeConfiguration<Hat>
{
    public void Configure(EntityTypeBuilder<Hat> table)
    {
        table.ToTable("hats");
        table.HasKey(hat => new { hat.AccountId, hat.Role });
        table.HasIndex(hat => hat.Role);
    }
}
