using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// The record of what belongs to no single case: accounts, roles, deputies, reminders. It is one more chain like every case's, hung on a case of its own
/// that no process runs, so that the same triggers, checks and pages guard it. Whoever writes into it waits for the others who do.
/// </summary>
public static class OfficeRecord
{
    /// <summary>The id of the case on which the record hangs.</summary>
    public static Guid CaseId { get; } = new("00000000-0000-8000-8000-0000000000f1");

    /// <summary>Adds a line to the office's record.</summary>
    public static async Task RecordInOfficeAsync(this Desk desk, AuditLine line, CancellationToken ct)
    {
        if (await desk.Db.Cases.FindAsync([CaseId], ct) is not { } office)
        {
            office = new Case { Id = CaseId, DefinitionId = "office", TitleZh = "账户与代理", TitleEn = "Accounts and deputies", OpenedAt = desk.Now };
            desk.Db.Cases.Add(office);
        }

        desk.Record(office, line);
    }
}
