using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Staff;
using Workflows.Reminders;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Benchmarks;

/// <summary>An office in which many teachers must go to a school (R12) and are all to be told so on one morning at nine.</summary>
internal sealed class RemindingOffice : IAsyncDisposable
{
    /// <summary>The sender.</summary>
    public const string From = "hr@example.cn";

    // Counted from 2024-09-01 the last feasible semester begins on 2027-03-04, is to be decided by 2027-01-03, and so is spoken of since long before.
    private static readonly DateOnly CountedFrom = new(2024, 9, 1);
    private const string Morning = "2026-12-08 09:00";

    private readonly TestOffice office;

    private RemindingOffice(TestOffice office) => this.office = office;

    public static async Task<RemindingOffice> OpenAsync(PostgresCluster cluster, int port, int teachers, int connections)
    {
        var office = await TestOffice.OnPostgresAsync(cluster, more: services => services.AddLetters(new ReminderOptions
        {
            Storage = new StorageOptions(StorageProvider.Postgres, ""), PublicUrl = "https://hr.example.cn", WorkflowsFolder = TestOffice.Workflows,
            Mail = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = From, FromName = "沙县区教师进修学校", Connections = connections },
        }));
        office.Clock.SetUtcNow(TestClock.InShanghai(Morning).GetUtcNow());
        await office.ReadAsync(db => FillAsync(db, teachers));
        return new RemindingOffice(office);
    }

    public Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read) => office.ReadAsync(read);

    public async Task<int> PlanAsync()
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanLetters>().RunAsync(CancellationToken.None);
    }

    public Task<int> SendAsync() => office.Services.GetRequiredService<SendInParallel>().RunAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private static async Task<int> FillAsync(WorkflowsDb db, int teachers)
    {
        db.People.AddRange(Enumerable.Range(1, teachers).Select(number => new Person
        {
            Id = Guid.CreateVersion7(), Name = $"教师{number}", SchoolStage = "小学", Subject = "语文", Email = $"t{number}@example.org", SecondmentAnchor = CountedFrom,
        }));
        db.ReminderSwitches.AddRange(ObligationRule.All.Select(rule => new ReminderSwitch
        {
            Rule = rule.Clause, IsOn = rule.Clause == "R12", ChangedAt = DateTimeOffset.UnixEpoch,
        }));
        // HR would get a digest of them all; here each is a mail of its own.
        await db.Hats.Where(hat => hat.Role == OfficeRole.HumanResources || hat.Role == OfficeRole.Leadership).ExecuteDeleteAsync();
        return await db.SaveChangesAsync();
    }
}
