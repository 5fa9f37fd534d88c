using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;

namespace Workflows.Benchmarks;

/// <summary>
/// The same approval as somebody would write it by hand for this one case: one read of everything the right to decide depends on (hats, declarations,
/// whether the decider stands on the case's list, the hat worn before), one batch that writes the same rows with values of the same size, one commit. No
/// change tracking, no definitions, no refusals in words.
/// </summary>
internal sealed class HandWrittenSql(NpgsqlDataSource source, ModelCase model)
{
    private static readonly Guid Approver = TestOffice.Of(OfficeRole.PersonnelBureau);

    private const string Read = """
        SELECT i.case_id, i.wait_id, i.stage, i.revision, c.version, c.audit_length, c.audit_head, p.id, p.is_open, h.role,
               i.title_zh, i.title_en, i.outcomes, i.requires, i.needs_declaration, c.definition_id, c.title_zh, c.title_en, c.engine_state, k.relatives, d.is_relative,
               EXISTS (SELECT 1 FROM secondment_plan_lines l WHERE l.plan_id = i.case_id AND l.person_id = a.person_id AND l.struck_reason = '')
                   OR EXISTS (SELECT 1 FROM rotation_lines l WHERE l.round_id = i.case_id AND l.person_id = a.person_id AND l.struck_reason = ''),
               (SELECT max((SELECT max(o.role) FROM work_item_parts o
                   WHERE o.work_item_id = e.id AND (o.decided_by = $2 OR o.on_behalf_of = $2) AND o.taken_back_at IS NULL))
                FROM work_items e WHERE e.case_id = i.case_id)
        FROM work_items i
        JOIN cases c ON c.id = i.case_id
        LEFT JOIN accounts a ON a.id = $2 AND a.is_active
        LEFT JOIN kinship_declarations k ON k.round_id = c.round_id AND k.account_id = $2
        LEFT JOIN case_declarations d ON d.case_id = i.case_id AND d.account_id = $2
        LEFT JOIN work_item_parts p ON p.work_item_id = i.id
        LEFT JOIN hats h ON h.account_id = a.id
        WHERE i.id = $1
        """;

    private const string UpdateCase =
        "UPDATE cases SET engine_state = $1, audit_length = $2, audit_head = $3, version = version + 1 WHERE id = $4 AND version = $5";

    private const string UpdateItem =
        "UPDATE work_items SET stage = 'Decided', outcome = $1, closed_at = $2, revision = revision + 1 WHERE id = $3 AND revision = $4";

    private const string UpdatePart =
        "UPDATE work_item_parts SET is_open = false, decided_by = $1, outcome = $2, comment = $3, decided_at = $4 WHERE id = $5";

    private const string InsertAudit = """
        INSERT INTO audit (case_id, number, at, actor_id, action, subject, old_value, new_value, reason, personal_hash, hash)
        VALUES ($1, $2, $3, $4, 'WorkItemDecided', $5, '', $6, $7, $8, $9)
        """;

    private const string InsertOperation =
        "INSERT INTO operations (id, account_id, use_case, answered_at, answer) VALUES ($1, $2, 'DecideWorkItem', $3, $4)";

    private const string InsertItem = """
        INSERT INTO work_items (id, case_id, wait_id, form, title_zh, title_en, rule, outcomes, requires, needs_declaration, stage, asked_at, revision)
        VALUES ($1, $2, $3, 'Decision', $4, $5, 'Any', $6::jsonb, $7::jsonb, false, 'Open', $8, 1)
        """;

    private const string InsertPart = """
        INSERT INTO work_item_parts (id, work_item_id, role, is_open, comment) VALUES ($1, $2, 'PersonnelBureau', true, '')
        """;

    public async Task ApproveAsync(Waiting waiting)
    {
        await using var connection = await source.OpenConnectionAsync();
        var found = await ReadAsync(connection, waiting);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = Writes(waiting, found);
        (batch.Connection, batch.Transaction) = (connection, transaction);
        if (await batch.ExecuteNonQueryAsync() != batch.BatchCommands.Count)
            throw new InvalidOperationException("Somebody else was faster.");
        await transaction.CommitAsync();
    }

    private static async Task<Found> ReadAsync(NpgsqlConnection connection, Waiting waiting)
    {
        await using var command = new NpgsqlCommand(Read, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = waiting.WorkItemId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Approver });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync() || reader.GetString(2) != "Open" || reader.GetInt64(3) != waiting.Revision
            || !reader.GetBoolean(8) || reader.GetString(9) != nameof(OfficeRole.PersonnelBureau)
            || reader.GetBoolean(21) || (reader[22] is string worn && worn != nameof(OfficeRole.PersonnelBureau)))
        {
            throw new InvalidOperationException("The item can't be decided.");
        }

        var wait = reader.GetString(1);
        return new Found(reader.GetGuid(0), int.Parse(wait["decide".Length..^"#1".Length], CultureInfo.InvariantCulture),
            reader.GetInt64(4), reader.GetInt32(5), reader.GetFieldValue<byte[]>(6), reader.GetGuid(7),
            reader.GetString(12), reader.GetString(13), reader.GetString(18));
    }

    private NpgsqlBatch Writes(Waiting waiting, Found found)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (number, next) = (found.AuditLength + 1, Guid.CreateVersion7());
        var hash = SHA256.HashData([.. found.AuditHead, .. Encoding.UTF8.GetBytes(found.EngineState)]);
        var title = $"decide{found.Step + 1}";
        return new NpgsqlBatch
        {
            BatchCommands =
            {
                Statement(UpdateCase, model.State(found.Step, found.CaseId), number, hash, found.CaseId, found.Version),
                Statement(UpdateItem, Outcomes.Approved, now, waiting.WorkItemId, waiting.Revision),
                Statement(UpdatePart, Approver, Outcomes.Approved, "同意", now, found.PartId),
                Statement(InsertAudit, found.CaseId, number, now, Approver,
                    $"decide{found.Step}#1 PersonnelBureau", Outcomes.Approved, "同意", Array.Empty<byte>(), hash),
                Statement(InsertOperation, Guid.CreateVersion7(), Approver, now, model.Answer(found.CaseId)),
                Statement(InsertItem, next, found.CaseId, $"{title}#1", title, title, found.Outcomes, found.Requires, now),
                Statement(InsertPart, Guid.CreateVersion7(), next),
            },
        };
    }

    private static NpgsqlBatchCommand Statement(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private sealed record Found(
        Guid CaseId, int Step, long Version, int AuditLength, byte[] AuditHead, Guid PartId, string Outcomes, string Requires, string EngineState);
}
