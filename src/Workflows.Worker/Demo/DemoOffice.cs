using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes.Staff;
using Workflows.Processes.Standards;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Schedule;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;
using Workflows.Web;
using Workflows.Web.Text;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Demo;

/// <summary>The sample college of the demo: its accounts, quotas and roster. All people are invented.</summary>
public static class DemoOffice
{
    /// <summary>The password of every demo account; no secret, as a demo keeps nothing real.</summary>
    public const string Password = "Shaxian-2026";

    private const int DaysOfReminding = 180;

    /// <summary>The demo's accounts.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("hr", "林秀英", OfficeRole.HumanResources),
        new("principal", "陈国栋", OfficeRole.Leadership),
        new("vice", "吴晓梅", OfficeRole.Leadership),
        new("education", "黄志明", OfficeRole.EducationBureau),
        new("establishment", "罗建平", OfficeRole.EstablishmentOffice),
        new("personnel", "邓丽华", OfficeRole.PersonnelBureau),
        new("teacher", "周敏", OfficeRole.Teacher),
        new("school", "富口中心小学教务处", OfficeRole.School) { School = "沙县区富口中心小学" },
        new("admin", "郑海涛", OfficeRole.Administrator),
        new("auditor", "范文斌", OfficeRole.Auditor),
    ];

    /// <summary>What the pages of the demo know: the college, and the accounts that the login page offers.</summary>
    public static OfficeWebOptions Pages { get; } = new()
    {
        College = new Bilingual("沙县区教师进修学校（演示）", "Shaxian Teacher Training College (demo)"),
        ContactPhone = "0598-0000000",
        DemoAccounts = [.. People.Select(person => new DemoAccount(person.UserName, person.Part, Password))],
    };

    /// <summary>The file that keeps a demo's data.</summary>
    public static string DatabaseIn(string folder) => Path.Combine(folder, "office.db");

    /// <summary>The settings of a demo: everything in one folder, mail as files; a connection string puts the data elsewhere.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(string folder, string address, string? connection) => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Workflows"] = connection ?? $"Data Source={DatabaseIn(folder)}",
        ["Urls"] = address,
        ["Office:PublicUrl"] = address,
        ["Mail:Folder"] = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName,
        ["Mail:From"] = "renshi@example.org",
        ["Mail:FromName"] = "沙县区教师进修学校",
        ["Audit:HeadsFolder"] = Path.Combine(folder, "heads"),
        ["Audit:SigningKeyFile"] = SigningKeyIn(folder),
    };

    // A demo keeps its key beside its data, where an office wouldn't.
    private static string SigningKeyIn(string folder)
    {
        var file = Path.Combine(folder, "audit-key.pem");
        using var key = SealKey.New();
        if (!File.Exists(file))
            File.WriteAllText(file, key.PrivatePem);
        return file;
    }

    /// <summary>Creates the schema and, in an empty database, the sample college. A second start keeps the data.</summary>
    public static async Task FoundAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        await Schema.UpgradeAsync(db, ct);
        await ReminderSchedule.UpgradeAsync(scope.ServiceProvider.GetRequiredService<OfficeSettings>().Storage, ct);
        if (await db.Users.AnyAsync(ct))
            return;

        db.Users.AddRange(People.Select(Account));
        await db.SaveChangesAsync(ct);
        await ImportCollegeAsync(scope.ServiceProvider.GetRequiredService<ImportRoster>(), ct);
        await KnowThemselvesAsync(db, ct);
        await EnterStandardAsync(scope.ServiceProvider.GetRequiredService<EnterItems>(), ct);
        RemindSince(db, scope.ServiceProvider.GetRequiredService<TimeProvider>().Now().AddDays(-DaysOfReminding));
        await db.SaveChangesAsync(ct);
    }

    // As if the office had worked for half a year: otherwise nothing that fell due before today would ever be spoken of.
    private static void RemindSince(WorkflowsDb db, DateTimeOffset day) =>
        db.ReminderSwitches.AddRange(ObligationRule.All.Select(rule => new ReminderSwitch { Rule = rule.Clause, IsOn = true, ChangedAt = day }));

    private static async Task ImportCollegeAsync(ImportRoster import, CancellationToken ct)
    {
        const string file = "workbook.xlsx";
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", file), ct);
        var answer = await import.RunAsync(new ImportRoster.Command(Guid.CreateVersion7(), file, content), actor: null, ct);
        if (!answer.IsDone)
            throw new InvalidOperationException($"The sample college can't be loaded: {string.Join(" ", answer.Reasons.Select(reason => reason.En))}");
    }

    private static async Task EnterStandardAsync(EnterItems enter, CancellationToken ct)
    {
        var lines = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sample", "standard.txt"), ct);
        var answer = await enter.RunAsync(new EnterItems.Command(Guid.CreateVersion7(), null, lines), actor: null, ct);
        if (!answer.IsDone)
            throw new InvalidOperationException($"The sample standard can't be entered: {string.Join(" ", answer.Reasons.Select(reason => reason.En))}");
    }

    // Leaders and teachers are on the roster too: nobody decides on themselves. People of other offices are not.
    private static async Task KnowThemselvesAsync(WorkflowsDb db, CancellationToken ct)
    {
        var roster = (await db.People.AsNoTracking().ToListAsync(ct)).ToLookup(person => person.Name, person => (Guid?)person.Id);
        foreach (var account in await db.Users.Include(account => account.Hats).ToListAsync(ct))
        {
            if (account.Wears(OfficeRole.Leadership) || account.Wears(OfficeRole.Teacher))
                account.PersonId = roster[account.DisplayName].Single();
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Prints where the pages are and who can log in.</summary>
    public static async Task WelcomeAsync(TextWriter output, string address, string folder)
    {
        await output.WriteLineAsync($"\n  演示已启动 / the demo is running: {address}");
        await output.WriteLineAsync($"  数据与邮件 / data and mail: {folder}");
        await output.WriteLineAsync($"  密码 / password: {Password}\n");
        foreach (var person in People)
            await output.WriteLineAsync($"  {person.UserName,-14} {person.Name}  {person.Role}{(person.School is null ? "" : $" ({person.School})")}");
        await output.WriteLineAsync("\n  按 Ctrl+C 结束 / press Ctrl+C to stop");
    }

    private static Account Account(DemoPerson person)
    {
        var id = Guid.CreateVersion7();
        var account = new Account
        {
            Id = id,
            UserName = person.UserName,
            NormalizedUserName = person.UserName.ToUpperInvariant(),
            DisplayName = person.Name,
            Email = $"{person.UserName}@example.org",
            NormalizedEmail = $"{person.UserName}@example.org".ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = $"{Guid.CreateVersion7():N}",
            School = person.School,
            Hats = [new Hat { AccountId = id, Role = person.Role }],
        };
        account.PasswordHash = AccountPasswords.Hasher.HashPassword(account, Password);
        return account;
    }
}

/// <summary>One of the demo's accounts.</summary>
/// <param name="UserName">What is typed to log in.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Role">The role held.</param>
public sealed record DemoPerson(string UserName, string Name, OfficeRole Role)
{
    /// <summary>The school of the sample workbook for which the account acts; null for all others.</summary>
    public string? School { get; init; }

    /// <summary>Whose part it plays, for the login page.</summary>
    public Bilingual Part => School is null ? RoleNames.Of(Role) : new($"{RoleNames.Of(Role).Zh}（{School}）", $"{RoleNames.Of(Role).En} ({School})");
}
