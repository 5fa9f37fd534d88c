using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Web.Pages;

namespace Workflows.Web.Tests;

/// <summary>What the inbox reads, counted by PostgreSQL itself: rows, not time.</summary>
public sealed class InboxRowsTests(PostgresCluster cluster)
{
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.PersonnelBureau);

    [Fact]
    public async Task A_hundred_thousand_closed_parts_add_no_rows_to_what_the_inbox_reads()
    {
        await using var office = await TestOffice.OnPostgresAsync(cluster);
        for (var number = 1; number <= 5; number++)
            await office.SubmitAsync(Plans.Usual with { Post = $"教研员{number}" });
        await CloseAsync(office, 60);
        var few = await RowsAsync(office);
        await CloseAsync(office, 20_000);
        var many = await RowsAsync(office);
        foreach (var (name, rows) in many)
            rows.ShouldBeLessThan(few[name] + 300, $"{name}: {few[name]} rows before");
    }

    private static async Task<Dictionary<string, long>> RowsAsync(TestOffice office) => new()
    {
        ["to do"] = await RowsAsync(office, async desk =>
        {
            (await WaitingList.ReadAsync(desk, Bureau, InboxFilter.None, null, CancellationToken.None)).Lines.Count.ShouldBe(5);
        }),
        ["found"] = await RowsAsync(office, desk => WaitingList.ReadAsync(desk, Bureau, new InboxFilter("hiring-round", "week", null, "教研员"), null, CancellationToken.None)),
        ["done"] = await RowsAsync(office, async desk =>
        {
            (await desk.Db.DecidedByAsync(Bureau, null, CancellationToken.None)).Count.ShouldBe(InboxQueries.PageSize);
        }),
    };

    // Inside one transaction the server counts at once what its scans hand out.
    private static async Task<long> RowsAsync(TestOffice office, Func<Desk, Task> read)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<Desk>();
        await using var transaction = await desk.Db.Database.BeginTransactionAsync();
        await read(desk);
        return await desk.Db.Database.SqlQueryRaw<long>(
            """SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint AS "Value" FROM pg_stat_xact_user_tables""").SingleAsync();
    }

    private static Task<int> CloseAsync(TestOffice office, int items) => office.ReadAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO cases (id, definition_id, definition_version, title_zh, title_en, stage, opened_by, opened_at, audit_length, audit_head, version)
        SELECT gen_random_uuid(), 'hiring-round', 2, '旧办件', 'old', 'Ended', {Bureau}, now() - interval '1 year', 0, '', 1 FROM generate_series(1, {items});
        INSERT INTO work_items (id, case_id, wait_id, form, title_zh, title_en, rule, outcomes, requires, is_final, allows_bulk, gives_way, needs_declaration,
            stage, outcome, asked_at, closed_at, changed_at, revision)
        SELECT gen_random_uuid(), c.id, 'old#1', 'Decision', '旧事项', 'old', 'All', '["Approved"]', '[]', false, true, false, false,
            'Decided', 'Approved', now() - interval '1 year', now() - interval '1 year', now() - interval '1 year', 1
        FROM (SELECT id FROM cases WHERE title_en = 'old' AND NOT EXISTS (SELECT 1 FROM work_items w WHERE w.case_id = cases.id)) c;
        INSERT INTO work_item_parts (id, work_item_id, role, is_open, is_removed, weight, has_veto, awaits_advice, decided_by, outcome, comment, decided_at)
        SELECT gen_random_uuid(), w.id, 'PersonnelBureau', false, false, 1, false, false, {Bureau}, 'Approved', '', now() - random() * interval '1 year'
        FROM (SELECT id FROM work_items WHERE title_en = 'old' AND NOT EXISTS (SELECT 1 FROM work_item_parts p WHERE p.work_item_id = work_items.id)) w,
            generate_series(1, 5);
        ANALYZE;
        """));
}
