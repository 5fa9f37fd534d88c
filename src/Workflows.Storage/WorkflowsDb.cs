using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Staff;
using Workflows.Storage.Engine;
using Workflows.Storage.Identity;

namespace Workflows.Storage;

/// <summary>
/// Everything the office keeps, in one database. Use cases work on it directly. <see cref="PostgresDb"/> and <see cref="SqliteDb"/> differ
/// only in their dialect and migrations.
/// </summary>
public abstract class WorkflowsDb(DbContextOptions options)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What this database does differently from the other one.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>The cases.</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <summary>What people are, or were, asked to decide.</summary>
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <summary>Each role's share in the work items.</summary>
    public DbSet<WorkItemPart> WorkItemParts => Set<WorkItemPart>();

    /// <summary>Who stands in for whom, from day to day.</summary>
    public DbSet<Deputyship> Deputyships => Set<Deputyship>();

    /// <summary>Questions to colleagues about work items.</summary>
    public DbSet<Consultation> Consultations => Set<Consultation>();

    /// <summary>Cases shown to people for information.</summary>
    public DbSet<CaseCopy> CaseCopies => Set<CaseCopy>();

    /// <summary>How far people have read the cases.</summary>
    public DbSet<CaseReading> CaseReadings => Set<CaseReading>();

    /// <summary>The answers given, by operation id.</summary>
    public DbSet<Operation> Operations => Set<Operation>();

    /// <summary>The cases' records; only ever added to.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The files of the cases, without their bytes.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>The bytes of the files.</summary>
    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    /// <summary>Comments on cases.</summary>
    public DbSet<CaseComment> CaseComments => Set<CaseComment>();

    /// <summary>Personal values beside the record.</summary>
    public DbSet<AuditPersonal> AuditPersonal => Set<AuditPersonal>();

    /// <summary>Hiring rounds.</summary>
    public DbSet<Round> Rounds => Set<Round>();

    /// <summary>Applications.</summary>
    public DbSet<Application> Applications => Set<Application>();

    /// <summary>Kinship declarations.</summary>
    public DbSet<KinshipDeclaration> KinshipDeclarations => Set<KinshipDeclaration>();

    /// <summary>The register of waivers.</summary>
    public DbSet<Waiver> Waivers => Set<Waiver>();

    /// <summary>Declarations on relatives in cases about people on the roster.</summary>
    public DbSet<CaseDeclaration> CaseDeclarations => Set<CaseDeclaration>();

    /// <summary>Appointments to post grades, proposed and recorded.</summary>
    public DbSet<Appointment> Appointments => Set<Appointment>();

    /// <summary>Post grades held, from day to day.</summary>
    public DbSet<PostHolding> PostHoldings => Set<PostHolding>();

    /// <summary>People's leaving, opened and recorded.</summary>
    public DbSet<Exit> Exits => Set<Exit>();

    /// <summary>Changes of people's status, with the day from which they hold.</summary>
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    /// <summary>The chances of people concerned to speak up in writing.</summary>
    public DbSet<Hearing> Hearings => Set<Hearing>();

    /// <summary>Public notices.</summary>
    public DbSet<PublicNotice> Notices => Set<PublicNotice>();

    /// <summary>The roster.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Approved numbers of places.</summary>
    public DbSet<Quota> Quotas => Set<Quota>();

    /// <summary>The outbox: mails planned, on their way, and gone.</summary>
    public DbSet<Letter> Letters => Set<Letter>();

    /// <summary>The versions of process definitions that this database has seen.</summary>
    public DbSet<KnownDefinition> Definitions => Set<KnownDefinition>();

    /// <summary>The roles that accounts hold.</summary>
    public DbSet<Hat> Hats => Set<Hat>();

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: raising the versions and saving go by the same changes.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            RaiseVersions();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(5, 2);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WorkflowsDb).Assembly);
        foreach (var document in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(JsonColumn.Is))
            document.SetColumnType(Dialect.JsonColumnType);
    }

    // A changed row moves to its next version, and EF asks for the old one: of two changes at once one wins, the other is told.
    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Modified))
        {
            foreach (var property in entry.Properties.Where(p => p.Metadata.IsConcurrencyToken && p.Metadata.ClrType == typeof(long)))
                property.CurrentValue = (long)property.OriginalValue! + 1;
        }
    }
}
