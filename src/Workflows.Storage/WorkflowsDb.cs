using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Storage.Audit;
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

    /// <summary>What an engine outside the transaction still has to carry out.</summary>
    public DbSet<EngineWish> EngineWishes => Set<EngineWish>();

    /// <summary>The roster.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Approved numbers of places.</summary>
    public DbSet<Quota> Quotas => Set<Quota>();

    /// <summary>Titles held, from day to day.</summary>
    public DbSet<TitleChange> TitleChanges => Set<TitleChange>();

    /// <summary>Stays at schools (R12).</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>Wishes, exemptions and pins.</summary>
    public DbSet<SecondmentWish> SecondmentWishes => Set<SecondmentWish>();

    /// <summary>Long searches for plans of secondments.</summary>
    public DbSet<PlanSearch> PlanSearches => Set<PlanSearch>();

    /// <summary>The schools of the district.</summary>
    public DbSet<School> Schools => Set<School>();

    /// <summary>The semester plans of secondments (R11).</summary>
    public DbSet<SecondmentPlan> SecondmentPlans => Set<SecondmentPlan>();

    /// <summary>The lines of the semester plans.</summary>
    public DbSet<PlanLine> PlanLines => Set<PlanLine>();

    /// <summary>The yearly rotations (R13).</summary>
    public DbSet<RotationRound> RotationRounds => Set<RotationRound>();

    /// <summary>The lines of the yearly rotations.</summary>
    public DbSet<RotationLine> RotationLines => Set<RotationLine>();

    /// <summary>The teachers' secondment cycles (R12).</summary>
    public DbSet<SecondmentCycle> SecondmentCycles => Set<SecondmentCycle>();

    /// <summary>The day ledger (R14, R22, R23).</summary>
    public DbSet<DayEntry> Days => Set<DayEntry>();

    /// <summary>What was done to the entries of the day ledger; only ever added to.</summary>
    public DbSet<DayChange> DayChanges => Set<DayChange>();

    /// <summary>The photos and files of the day ledger, without their bytes.</summary>
    public DbSet<DayEvidence> DayEvidence => Set<DayEvidence>();

    /// <summary>Their bytes.</summary>
    public DbSet<DayEvidenceContent> DayEvidenceContents => Set<DayEvidenceContent>();

    /// <summary>Part-time teachers' letters of appointment (R16).</summary>
    public DbSet<PartTimeLetter> PartTimeLetters => Set<PartTimeLetter>();

    /// <summary>Terms of the leadership team (R21).</summary>
    public DbSet<LeadershipTerm> LeadershipTerms => Set<LeadershipTerm>();

    /// <summary>Yearly money and budget papers (R17-R20).</summary>
    public DbSet<YearlyFunds> Funds => Set<YearlyFunds>();

    /// <summary>That the full-time teachers' subjects were gone through, by year (R01).</summary>
    public DbSet<SubjectCheck> SubjectChecks => Set<SubjectCheck>();

    /// <summary>What the standard and the checklists of inspections ask, item by item (R26).</summary>
    public DbSet<StandardItem> StandardItems => Set<StandardItem>();

    /// <summary>Special inspections.</summary>
    public DbSet<Inspection> Inspections => Set<Inspection>();

    /// <summary>Evidence of tasks, years and terms, without the bytes (R17-R21, R26).</summary>
    public DbSet<Paper> Papers => Set<Paper>();

    /// <summary>Their bytes.</summary>
    public DbSet<PaperContent> PaperContents => Set<PaperContent>();

    /// <summary>What unlisted words mean, as people answered.</summary>
    public DbSet<SpellingAnswer> SpellingAnswers => Set<SpellingAnswer>();

    /// <summary>Calendar files as edited in the office.</summary>
    public DbSet<CalendarPaper> CalendarPapers => Set<CalendarPaper>();

    /// <summary>Which reminder rules write to people.</summary>
    public DbSet<ReminderSwitch> ReminderSwitches => Set<ReminderSwitch>();

    /// <summary>Mail addresses that don't work.</summary>
    public DbSet<AddressFault> AddressFaults => Set<AddressFault>();

    /// <summary>The outbox: mails planned, on their way, and gone.</summary>
    public DbSet<Letter> Letters => Set<Letter>();

    /// <summary>Restores, after which no mail leaves until a person says so.</summary>
    public DbSet<SendingEpoch> SendingEpochs => Set<SendingEpoch>();

    /// <summary>The lists of chain heads that were written to files.</summary>
    public DbSet<HeadExport> HeadExports => Set<HeadExport>();

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
