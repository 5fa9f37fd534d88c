using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Reminders.Schedule;
using Workflows.Reminders.Sending;
using Workflows.Storage;

namespace Workflows.Web.Api;

/// <summary>How the installation is: what an operator, a monitor and the health page read.</summary>
/// <param name="Database">Whether the database answers, with the schema this program knows.</param>
/// <param name="Mail">Whether mail flows.</param>
/// <param name="Timers">Whether cases are woken in time, and the jobs do their work.</param>
/// <param name="Calendar">Whether the days off of the years to come are known.</param>
/// <param name="Record">Whether the record's chain heads are written down outside the database.</param>
public sealed record Health(HealthPart Database, HealthPart Mail, HealthPart Timers, HealthPart Calendar, HealthPart Record)
{
    private const int NoticeIsOut = 12;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WrongTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LateList = TimeSpan.FromHours(2);
    private static readonly Bilingual Silence = new("数据库连接不上", "the database doesn't answer");

    /// <summary>All parts.</summary>
    private IReadOnlyList<HealthPart> Parts => [Database, Mail, Timers, Calendar, Record];

    /// <summary>The state of the worst part.</summary>
    public PartState State => Parts.Max(part => part.State);

    /// <summary>Whether the office works: a part that needs somebody doesn't close it.</summary>
    public bool IsWell => State is not PartState.Failing;

    /// <summary>Asks the database; its silence is an answer too.</summary>
    /// <param name="services">The request's services; a node that sends nothing has fewer of them.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Health> AskAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            var db = services.GetRequiredService<WorkflowsDb>();
            if (!await db.Database.CanConnectAsync(ct))
                return Without(Silence);
            if (await Schema.FaultAsync(db, ct) is { } schema)
                return Without(schema);
            var (clock, office) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<OfficeBook>().Office);
            return new Health(
                OfClock(services.GetService<DatabaseClock>()), await MailAsync(db, clock, services.GetService<MailHealth>(), ct),
                await TimersAsync(db, clock, services.GetService<JobOutages>(), services.GetService<DefinitionCatalogue>(), ct), OfCalendar(office, clock),
                await RecordAsync(db, clock, services.GetService<SealPlace>()?.Options, ct));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException || DatabaseReach.IsLost(failure))
        {
            return Without(Silence);
        }
    }

    /// <summary>How an installation is whose database can't be used.</summary>
    /// <param name="why">Why not.</param>
    public static Health Without(Bilingual why)
    {
        var unknown = new HealthPart(PartState.Failing, "没有数据库，无法判断", "unknown without the database");
        return new Health(new HealthPart(PartState.Failing, why.Zh, why.En), unknown, unknown, unknown, unknown);
    }

    private static async Task<HealthPart> MailAsync(WorkflowsDb db, TimeProvider clock, MailHealth? mail, CancellationToken ct)
    {
        if (await db.SendingEpochs.AnyAsync(epoch => epoch.AcknowledgedAt == null, ct))
            return HealthPart.Degraded("恢复备份后发信关闭，等待系统管理员确认", "closed since a restore, until the administrator acknowledges it");
        if (mail is not null && (await mail.LookAsync(db, ct)).LastFailure is { } failure)
            return HealthPart.Degraded(failure, failure);
        var late = clock.Now() - Late;
        var waiting = await db.Letters.CountAsync(letter => (letter.Phase == LetterPhase.Planned || letter.Phase == LetterPhase.Sending) && letter.DueAt < late, ct);
        var unclear = await db.Letters.CountAsync(letter => letter.Phase == LetterPhase.Failed || letter.Phase == LetterPhase.Ambiguous, ct);
        if (waiting > 0)
            return HealthPart.Degraded($"{waiting} 封逾期未发，{unclear} 封需人工处理", $"{waiting} letters late, {unclear} need a person");
        return unclear == 0 ? HealthPart.Well : new HealthPart(PartState.Well, $"{unclear} 封需人工处理", $"{unclear} letters need a person");
    }

    private static async Task<HealthPart> TimersAsync(WorkflowsDb db, TimeProvider clock, JobOutages? outages, DefinitionCatalogue? definitions, CancellationToken ct)
    {
        if (outages?.Sentences is [var sentence, ..])
            return HealthPart.Degraded(sentence, sentence);
        var late = clock.Now() - Late;
        var overdue = await db.Cases.CountAsync(one => one.NextDueAt != null && one.NextDueAt < late, ct);
        if (overdue > 0)
            return HealthPart.Degraded($"{overdue} 个办件到时未唤醒", $"{overdue} cases weren't woken in time");
        var followed = await db.Cases.Where(one => one.Stage == CaseStage.Running && one.DefinitionVersion > 0)
            .GroupBy(one => new { one.DefinitionId, one.DefinitionVersion }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var foreign = definitions is null ? 0 : followed.Where(one => definitions.Find(one.Key.DefinitionId, one.Key.DefinitionVersion) is null).Sum(one => one.Count);
        return foreign == 0 ? HealthPart.Well : HealthPart.Degraded(
            $"{foreign} 个办件按更新的流程版本办理，留给已升级的服务器", $"{foreign} cases follow newer versions of their processes and are left to upgraded servers");
    }

    private static HealthPart OfClock(DatabaseClock? clock) => clock is null || clock.Behind.Duration() < WrongTime ? HealthPart.Well : HealthPart.Degraded(
        $"本机时钟与数据库相差 {clock.Behind.Duration():hh\\:mm\\:ss}，按数据库的时间办理", $"this machine's clock is {clock.Behind.Duration():hh\\:mm\\:ss} off the database's, whose time counts");

    // The State Council's notice of a year comes in the autumn before it: in December the next one is missed.
    private static HealthPart OfCalendar(Office office, TimeProvider clock)
    {
        var today = office.DayOf(clock.Now());
        var missing = office.Calendar.IsProvisional(today) ? today.Year
            : today.Month >= NoticeIsOut && office.Calendar.IsProvisional(today.AddYears(1)) ? today.Year + 1 : (int?)null;
        return missing is { } year ? HealthPart.Degraded($"缺少 {year} 年放假安排，工作日按推算", $"the holidays of {year} are missing, working days are provisional") : HealthPart.Well;
    }

    private static async Task<HealthPart> RecordAsync(WorkflowsDb db, TimeProvider clock, SealOptions? options, CancellationToken ct)
    {
        if (options is null)
            return HealthPart.Degraded("没有设置导出链头（Audit:SigningKeyFile）", "the chain heads aren't written down anywhere (Audit:SigningKeyFile)");
        var newest = await db.HeadExports.MaxAsync(export => (DateTimeOffset?)export.At, ct);
        return newest + options.Every + LateList > clock.Now() ? HealthPart.Well
            : newest is { } at ? HealthPart.Degraded($"链头清单停在 {at:yyyy-MM-dd}", $"the newest list of chain heads is of {at:yyyy-MM-dd}")
            : HealthPart.Degraded("还没有导出过链头清单", "no list of chain heads was written yet");
    }
}

/// <summary>How a part of the installation is; a later one is worse.</summary>
public enum PartState
{
    /// <summary>It works.</summary>
    Well,

    /// <summary>The office works, and somebody must look at this.</summary>
    Degraded,

    /// <summary>The office doesn't work.</summary>
    Failing,
}

/// <summary>One part of the installation.</summary>
/// <param name="State">How it is.</param>
/// <param name="Zh">What there is to say, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record HealthPart(PartState State, string Zh, string En)
{
    /// <summary>A part with nothing to say.</summary>
    public static HealthPart Well { get; } = new(PartState.Well, "正常", "well");

    /// <summary>Whether it works well enough for the office to work.</summary>
    public bool IsWell => State is not PartState.Failing;

    /// <summary>A part that somebody must look at.</summary>
    public static HealthPart Degraded(string zh, string en) => new(PartState.Degraded, zh, en);
}
