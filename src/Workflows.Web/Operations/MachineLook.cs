using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Processes.WorkItems;
using Workflows.Reminders.Schedule;
using Workflows.Storage.Audit;

namespace Workflows.Web.Operations;

/// <summary>What the administrator looks at: the machine's work in numbers, without anybody's data.</summary>
/// <param name="Jobs">The wake-ups.</param>
/// <param name="Outbox">How many letters are in which phase.</param>
/// <param name="Leases">Who holds letters now, how many, until when.</param>
/// <param name="Orphans">How many items nobody can decide.</param>
/// <param name="Epochs">The restores, newest first.</param>
/// <param name="Heads">The newest list of chain heads.</param>
/// <param name="MayExport">Whether lists are set up.</param>
/// <param name="Backup">The newest backup on record.</param>
/// <param name="Expired">Of how many applicants the data are to be erased at the next wake-up.</param>
public sealed record MachineLook(
    IReadOnlyList<WakeUp> Jobs, IReadOnlyList<MachineLook.Phase> Outbox, IReadOnlyList<MachineLook.Lease> Leases, int Orphans,
    IReadOnlyList<SendingEpoch> Epochs, HeadExport? Heads, bool MayExport, AuditEntry? Backup, int Expired)
{
    private const int MostEpochs = 10;

    /// <summary>Looks.</summary>
    public static async Task<MachineLook> ReadAsync(IServiceProvider services, CancellationToken ct)
    {
        var (desk, schedule) = (services.GetRequiredService<Desk>(), services.GetService<ScheduleLook>());
        var db = desk.Db;
        return new MachineLook(
            schedule is null ? [] : await schedule.ReadAsync(ct),
            await db.Letters.GroupBy(letter => letter.Phase).Select(group => new Phase(group.Key, group.Count())).ToListAsync(ct),
            await db.Letters.Where(letter => letter.LeasedBy != null).GroupBy(letter => letter.LeasedBy!)
                .Select(group => new Lease(group.Key, group.Count(), group.Max(letter => letter.LeasedUntil))).ToListAsync(ct),
            (await desk.OrphansAsync(null, ct)).Count,
            await db.SendingEpochs.AsNoTracking().OrderByDescending(epoch => epoch.Number).Take(MostEpochs).ToListAsync(ct),
            await db.HeadExports.AsNoTracking().OrderByDescending(export => export.At).FirstOrDefaultAsync(ct),
            services.GetService<SealPlace>()?.Options is not null,
            await db.Audit.AsNoTracking().Where(entry => entry.CaseId == Processes.Cases.OfficeRecord.CaseId && entry.Action == "BackupTaken")
                .OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(ct),
            await services.GetRequiredService<EraseExpired>().CountAsync(ct));
    }

    /// <summary>Letters in one phase.</summary>
    public sealed record Phase(LetterPhase Name, int Count);

    /// <summary>Letters that one node holds.</summary>
    public sealed record Lease(string Node, int Count, DateTimeOffset? Until);
}
