using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Rendering;
using Workflows.Reminders.Sending;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Parts;

/// <summary>A whole office with its mail: letters are planned and sent when a test says so.</summary>
internal static class PostRoom
{
    public static ReminderOptions Options(MailOptions mail) => new()
    {
        // The test office brings its own database; only the schedule reads this one.
        Storage = new StorageOptions(StorageProvider.Sqlite, "Data Source=:memory:"),
        PublicUrl = "https://hr.example.cn",
        WorkflowsFolder = TestOffice.Workflows,
        Mail = mail,
    };

    public static MailOptions To(int port) => new()
    {
        Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "hr@example.cn", FromName = "沙县区教师进修学校",
    };

    public static Task<TestOffice> OpenAsync(MailOptions? mail = null) =>
        TestOffice.OnSqliteAsync(more: services => services.AddLetters(Options(mail ?? To(1))));

    public static Task<TestOffice> OpenAsync(PostgresCluster cluster, MailOptions? mail = null) =>
        TestOffice.OnPostgresAsync(cluster, more: services => services.AddLetters(Options(mail ?? To(1))));

    public static Task<TestOffice> OpenAsync(StorageProvider provider, PostgresCluster cluster, MailOptions? mail = null) =>
        provider is StorageProvider.Postgres ? OpenAsync(cluster, mail) : OpenAsync(mail);

    public static TestOffice On(StorageOptions storage, MailOptions mail) =>
        TestOffice.On(storage, services => services.AddLetters(Options(mail)));

    public static async Task<int> PlanAsync(this TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanLetters>().RunAsync(CancellationToken.None);
    }

    public static async Task<int> SendAsync(this TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendLetters>().RunAsync(CancellationToken.None);
    }

    public static Task<List<Letter>> LettersAsync(this TestOffice office, string? template = null) => office.ReadAsync(db =>
        db.Letters.AsNoTracking().Where(letter => template == null || letter.Template == template)
            .OrderBy(letter => letter.Id).ToListAsync());

    public static async Task<Letter> OnlyLetterAsync(this TestOffice office, string template) =>
        (await office.LettersAsync(template)).ShouldHaveSingleItem();

    /// <summary>A letter to an applicant, due now: a formal refusal, or the plain news of being qualified.</summary>
    public static Task<Guid> PostAsync(this TestOffice office, string address, bool isFormal = false) => office.ReadAsync(async db =>
    {
        var now = office.Clock.Now();
        var template = isFormal ? "hiring/refusal" : "hiring/qualified";
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(now), Key = $"{address}/{isFormal}", Template = template, Language = "zh-CN", Name = "张伟",
            Address = address, Model = Example(template), IsFormal = isFormal, PlannedAt = now, DueAt = now,
        };
        db.Letters.Add(letter);
        await db.SaveChangesAsync();
        return letter.Id;
    });

    public static string Example(string template) => LetterKind.All.Single(kind => kind.Name == template).Example;

    /// <summary>The node that holds the letters died: their leases are over.</summary>
    public static Task<int> ExpireLeasesAsync(this TestOffice office) => office.ReadAsync(db => db.Letters
        .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.LeasedUntil, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))));

    /// <summary>The letter as a node leaves it behind that dies after it committed and before it had an answer.</summary>
    public static async Task DieWhileSendingAsync(this TestOffice office, Guid letter, string messageId, byte[] message)
    {
        await office.ReadAsync(db => db.Letters.Where(l => l.Id == letter).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.Phase, LetterPhase.Sending).SetProperty(l => l.MessageId, messageId)
            .SetProperty(l => l.Message, message).SetProperty(l => l.Attempts, 1)
            .SetProperty(l => l.Fence, 2).SetProperty(l => l.LeasedBy, "dead/1")));
        await office.ExpireLeasesAsync();
    }

    /// <summary>A round whose plan waits for the three offices, asked on Monday 2026-08-03 and due on Monday 2026-08-10.</summary>
    public static Task<Guid> AskCountersignAsync(this TestOffice office) => office.SubmitAsync(Plans.Usual);
}
