using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;

namespace Workflows.Storage;

internal sealed class PlacementTable : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> table)
    {
        table.ToTable("placements");
        table.Property(placement => placement.Id).ValueGeneratedNever();
        table.Property(placement => placement.Version).IsConcurrencyToken();
        table.Ignore(placement => placement.Fact);
        table.Ignore(placement => placement.Stay);
        table.HasOne<Person>().WithMany().HasForeignKey(placement => placement.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Case>().WithMany().HasForeignKey(placement => placement.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(placement => new { placement.PersonId, placement.From });
    }
}

internal sealed class SecondmentWishTable : IEntityTypeConfiguration<SecondmentWish>
{
    public void Configure(EntityTypeBuilder<SecondmentWish> table)
    {
        table.ToTable("secondment_wishes");
        table.Property(wish => wish.Id).ValueGeneratedNever();
        table.Property(wish => wish.Version).IsConcurrencyToken();
        table.Ignore(wish => wish.Exemption);
        table.HasOne<Person>().WithMany().HasForeignKey(wish => wish.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(wish => new { wish.PersonId, wish.Semester }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class SchoolTable : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> table)
    {
        table.ToTable("schools");
        table.HasKey(school => new { school.Name, school.Stage });
        table.Property(school => school.DistanceKilometres).HasPrecision(7, 2);
        table.Property(school => school.Places).AsJson();
        table.Property(school => school.Version).IsConcurrencyToken();
    }
}

internal sealed class SecondmentPlanTable : IEntityTypeConfiguration<SecondmentPlan>
{
    public void Configure(EntityTypeBuilder<SecondmentPlan> table)
    {
        table.ToTable("secondment_plans");
        table.HasKey(plan => plan.CaseId);
        table.Property(plan => plan.CaseId).ValueGeneratedNever();
        table.Property(plan => plan.Version).IsConcurrencyToken();
        table.Ignore(plan => plan.Name);
        table.Ignore(plan => plan.Everybody);
        table.Ignore(plan => plan.Standing);
        table.HasOne<Case>().WithMany().HasForeignKey(plan => plan.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(plan => plan.Lines).WithOne().HasForeignKey(line => line.PlanId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(plan => plan.Semester);
    }
}

internal sealed class PlanLineTable : IEntityTypeConfiguration<PlanLine>
{
    public void Configure(EntityTypeBuilder<PlanLine> table)
    {
        table.ToTable("secondment_plan_lines");
        table.Property(line => line.Id).ValueGeneratedNever();
        table.Ignore(line => line.Stands);
        table.Ignore(line => line.IsUnhandled);
        table.HasOne<Person>().WithMany().HasForeignKey(line => line.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(line => new { line.PlanId, line.PersonId }).IsUnique();
        table.HasIndex(line => line.PersonId);
    }
}

internal sealed class SecondmentCycleTable : IEntityTypeConfiguration<SecondmentCycle>
{
    public void Configure(EntityTypeBuilder<SecondmentCycle> table)
    {
        table.ToTable("secondment_cycles");
        table.HasKey(cycle => cycle.CaseId);
        table.Property(cycle => cycle.CaseId).ValueGeneratedNever();
        table.Property(cycle => cycle.Version).IsConcurrencyToken();
        table.HasOne<Person>().WithMany().HasForeignKey(cycle => cycle.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Case>().WithMany().HasForeignKey(cycle => cycle.CaseId).OnDelete(DeleteBehavior.Restrict);
        // One cycle opens once, however many nodes look for those whose time has come.
        table.HasIndex(cycle => new { cycle.PersonId, cycle.CountedFrom }).IsUnique();
    }
}

internal sealed class PlanSearchTable : IEntityTypeConfiguration<PlanSearch>
{
    public void Configure(EntityTypeBuilder<PlanSearch> table)
    {
        table.ToTable("plan_searches");
        table.Property(search => search.Id).ValueGeneratedNever();
        table.HasIndex(search => search.AskedAt);
    }
}
