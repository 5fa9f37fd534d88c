using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class InspectionTable : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> table)
    {
        table.ToTable("inspections");
        table.Property(inspection => inspection.Id).ValueGeneratedNever();
        table.Property(inspection => inspection.Version).IsConcurrencyToken();
    }
}

internal sealed class StandardItemTable : IEntityTypeConfiguration<StandardItem>
{
    public void Configure(EntityTypeBuilder<StandardItem> table)
    {
        table.ToTable("standard_items");
        table.Property(item => item.Id).ValueGeneratedNever();
        table.Property(item => item.Version).IsConcurrencyToken();
        table.HasOne<Inspection>().WithMany().HasForeignKey(item => item.InspectionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(item => item.Tasks).WithOne().HasForeignKey(task => task.ItemId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(item => new { item.InspectionId, item.Number });
    }
}

internal sealed class ItemTaskTable : IEntityTypeConfiguration<ItemTask>
{
    public void Configure(EntityTypeBuilder<ItemTask> table)
    {
        table.ToTable("item_tasks");
        table.Property(task => task.Id).ValueGeneratedNever();
        table.HasOne<Person>().WithMany().HasForeignKey(task => task.OwnerId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(task => task.Papers).WithOne().HasForeignKey(paper => paper.TaskId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(task => task.ItemId);
    }
}

internal sealed class PaperTable : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> table)
    {
        table.ToTable("papers");
        table.Property(paper => paper.Id).ValueGeneratedNever();
        table.Property(paper => paper.Version).IsConcurrencyToken();
        table.HasOne<LeadershipTerm>().WithMany().HasForeignKey(paper => paper.TermId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(paper => paper.AddedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(paper => paper.Content).WithOne().HasForeignKey<PaperContent>(content => content.PaperId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(paper => paper.TaskId);
        table.HasIndex(paper => paper.Year);
    }
}

internal sealed class PaperContentTable : IEntityTypeConfiguration<PaperContent>
{
    public void Configure(EntityTypeBuilder<PaperContent> table)
    {
        table.ToTable("paper_contents");
        table.HasKey(content => content.PaperId);
        table.Property(content => content.PaperId).ValueGeneratedNever();
    }
}

internal sealed class SubjectCheckTable : IEntityTypeConfiguration<SubjectCheck>
{
    public void Configure(EntityTypeBuilder<SubjectCheck> table)
    {
        table.ToTable("subject_checks");
        table.HasKey(check => check.Year);
        table.Property(check => check.Year).ValueGeneratedNever();
        table.HasOne<Account>().WithMany().HasForeignKey(check => check.By).OnDelete(DeleteBehavior.Restrict);
    }
}
