using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// The records of what belongs to no single case: accounts, roles, deputies, calendars and reminders in one, the roster in another, approved futures in a third. Each is one more
/// chain like every case's, hung on a case of its own that no process runs, so that the same triggers, checks and pages guard it. Whoever writes into
/// it waits for the others who do.
/// </summary>
public static class OfficeRecord
{
    /// <summary>The id of the case on which the office's record hangs.</summary>
    public static Guid CaseId { get; } = new("00000000-0000-8000-8000-0000000000f1");

    /// <summary>The id of the case on which the roster's record hangs.</summary>
    public static Guid RosterCaseId { get; } = new("00000000-0000-8000-8000-0000000000f2");

    /// <summary>The id of the case on which the record of approved futures hangs.</summary>
    public static Guid FuturesCaseId { get; } = new("00000000-0000-8000-8000-0000000000f3");

    /// <summary>Whether a case is only a record: it has no page of its own.</summary>
    public static bool Holds(Guid caseId) => caseId == CaseId || caseId == RosterCaseId || caseId == FuturesCaseId;

    /// <summary>Adds a line to the office's record.</summary>
    public static async Task RecordInOfficeAsync(this Desk desk, AuditLine line, CancellationToken ct) =>
        desk.Record(await RecordAsync(desk, CaseId, "office", "账户、代理、校历与提醒", "Accounts, deputies, calendars and reminders", ct), line);

    /// <summary>Adds a line to the roster's record.</summary>
    internal static async Task RecordInRosterAsync(this Desk desk, AuditLine line, CancellationToken ct) =>
        desk.Record(await RecordAsync(desk, RosterCaseId, "roster", "花名册", "Roster", ct), line);

    /// <summary>Adds a line to the record of approved futures.</summary>
    internal static async Task RecordFutureAsync(this Desk desk, AuditLine line, CancellationToken ct) =>
        desk.Record(await RecordAsync(desk, FuturesCaseId, "futures", "已批准的推演", "Approved futures", ct), line);

    private static async Task<Case> RecordAsync(Desk desk, Guid id, string definition, string zh, string en, CancellationToken ct)
    {
        if (await desk.Db.Cases.FindAsync([id], ct) is { } kept)
            return kept;
        var record = new Case { Id = id, DefinitionId = definition, TitleZh = zh, TitleEn = en, OpenedAt = desk.Now };
        desk.Db.Cases.Add(record);
        return record;
    }
}
