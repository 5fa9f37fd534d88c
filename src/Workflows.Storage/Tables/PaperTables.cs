using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> table)
    {
        table.ToTable("attachments");
        table.Property(attachment => attachment.Id).ValueGeneratedNever();
        table.HasOne<Case>().WithMany().HasForeignKey(attachment => attachment.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<WorkItem>().WithMany().HasForeignKey(attachment => attachment.WorkItemId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(attachment => attachment.UploadedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(attachment => attachment.Content).WithOne().HasForeignKey<AttachmentContent>(content => content.AttachmentId)
            .OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(attachment => attachment.CaseId);
    }
}

internal sealed class AttachmentContentTable : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> table)
    {
        table.ToTable("attachment_contents");
        table.HasKey(content => content.AttachmentId);
        table.Property(content => content.AttachmentId).ValueGeneratedNever();
    }
}

internal sealed class CaseCommentTable : IEntityTypeConfiguration<CaseComment>
{
    public void Configure(EntityTypeBuilder<CaseComment> table)
    {
        table.ToTable("case_comments");
        table.Property(comment => comment.Id).ValueGeneratedNever();
        table.Property(comment => comment.Text).HasMaxLength(CaseComment.Longest);
        table.HasOne<Case>().WithMany().HasForeignKey(comment => comment.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(comment => comment.WrittenBy).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(comment => comment.CaseId);
    }
}
