using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Reminders.Sending;
using Workflows.Storage;

namespace Workflows.Web.Api;

/// <summary>How the installation is: what an operator, a monitor and the health page read.</summary>
/// <param name="Database">Whether the database answers, with the schema this program knows.</param>
/// <param name="Mail">Whether mail flows.</param>
/// <param name="Timers">Whether timers are woken in time.</param>
public sealed record Health(HealthPart Database, HealthPart Mail, HealthPart Timers)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);
    private static readonly Bilingual Silence = new("数据库连接不上", "the database doesn't answer");

    /// <summary>Whether everything is well.</summary>
    public bool IsWell => Database.IsWell && Mail.IsWell && Timers.IsWell;

    /// <summary>Asks the database; its silence is an answer too.</summary>
    /// <param name="db">The database.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="mail">How this node's way to the mail server is; null on a node that sends nothing.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Health> AskAsync(WorkflowsDb db, TimeProvider clock, MailHealth? mail, CancellationToken ct)
    {
        try
        {
            if (!await db.Database.CanConnectAsync(ct))
                return Without(Silence);
            if (await Schema.FaultAsync(db, ct) is { } schema)
                return Without(schema);
            return new Health(new HealthPart(true, "正常", "well"), await MailAsync(db, clock, mail, ct), await TimersAsync(db, clock, ct));
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
        var unknown = new HealthPart(false, "没有数据库，无法判断", "unknown without the database");
        return new Health(new HealthPart(false, why.Zh, why.En), unknown, unknown);
    }

    private static async Task<HealthPart> MailAsync(WorkflowsDb db, TimeProvider clock, MailHealth? mail, CancellationToken ct)
    {
        if (mail is not null && (await mail.LookAsync(db, ct)).LastFailure is { } failure)
            return new HealthPart(false, failure, failure);
        var late = clock.Now() - Late;
        var waiting = await db.Letters.CountAsync(letter => letter.Phase == LetterPhase.Planned && letter.DueAt < late, ct);
        var unclear = await db.Letters.CountAsync(letter => letter.Phase == LetterPhase.Failed || letter.Phase == LetterPhase.Ambiguous,
            ct);
        return waiting == 0 && unclear == 0
            ? new HealthPart(true, "正常", "well")
            : new HealthPart(waiting == 0, $"{waiting} 封逾期未发，{unclear} 封需人工处理", $"{waiting} letters late, {unclear} need a person");
    }

    private static async Task<HealthPart> TimersAsync(WorkflowsDb db, TimeProvider clock, CancellationToken ct)
    {
        var late = clock.Now() - Late;
        var overdue = await db.Cases.CountAsync(one => one.NextDueAt != null && one.NextDueAt < late, ct);
        return overdue == 0
            ? new HealthPart(true, "正常", "well")
            : new HealthPart(false, $"{overdue} 个办件到时未唤醒", $"{overdue} cases weren't woken in time");
    }
}

/// <summary>One part of the installation.</summary>
/// <param name="IsWell">Whether it works.</param>
/// <param name="Zh">What there is to say, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record HealthPart(bool IsWell, string Zh, string En);
