using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

internal sealed class RoundTable : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.ToTable("rounds");
        table.Property(round => round.Id).ValueGeneratedNever();
        table.Property(round => round.Plan).AsJson();
        table.Property(round => round.Version).IsConcurrencyToken();
        table.HasIndex(round => round.Number).IsUnique();
    }
}

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> table)
    {
        table.ToTable("applications");
        table.Property(application => application.Id).ValueGeneratedNever();
        table.Property(application => application.Record).AsJson();
        table.Property(application => application.Verdict).AsJson();
        table.Property(application => application.Background).AsJson();
        table.Property(application => application.Version).IsConcurrencyToken();
        table.HasOne<Round>().WithMany().HasForeignKey(application => application.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(application => new { application.RoundId, application.Identity }).IsUnique();
    }
}

internal sealed class KinshipDeclarationTable : IEntityTypeConfiguration<KinshipDeclaration>
{
    public void Configure(EntityTypeBuilder<KinshipDeclaration> table)
    {
        table.ToTable("kinship_declarations");
        table.HasKey(declaration => new { declaration.RoundId, declaration.AccountId });
        table.Property(declaration => declaration.Relatives).AsJson();
        table.HasOne<Round>().WithMany().HasForeignKey(declaration => declaration.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(declaration => declaration.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WaiverTable : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> table)
    {
        table.ToTable("waivers");
        table.Property(waiver => waiver.Id).ValueGeneratedNever();
        table.Property(waiver => waiver.Amounts).AsJson();
        table.Property(waiver => waiver.Version).IsConcurrencyToken();
        table.HasOne<Case>().WithMany().HasForeignKey(waiver => waiver.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Application>().WithMany().HasForeignKey(waiver => waiver.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Round>().WithMany().HasForeignKey(waiver => waiver.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(waiver => waiver.CaseId);
        table.HasIndex(waiver => waiver.OpenedAt);
    }
}

internal sealed class PublicNoticeTable : IEntityTypeConfiguration<PublicNotice>
{
    public void Configure(EntityTypeBuilder<PublicNotice> table)
    {
        table.ToTable("notices");
        table.Property(notice => notice.Id).ValueGeneratedNever();
        table.Property(notice => notice.Lines).AsJson();
        table.Property(notice => notice.Version).IsConcurrencyToken();
        table.Ignore(notice => notice.Pauses);
        table.HasOne<Round>().WithMany().HasForeignKey(notice => notice.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(notice => notice.Objections).WithOne().HasForeignKey(objection => objection.NoticeId);
        table.HasIndex(notice => new { notice.CaseId, notice.Step }).IsUnique();
    }
}

internal sealed class ObjectionTable : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> table)
    {
        table.ToTable("objections");
        table.Property(objection => objection.Id).ValueGeneratedNever();
        table.Ignore(objection => objection.Subject);
    }
}
