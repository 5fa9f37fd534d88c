using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        table.HasMany(person => person.Tenures).WithOne().HasForeignKey(tenure => tenure.PersonId).OnDelete(DeleteBehavior.Restrict);
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
