using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>An approver of ten years decides as quickly as a new one: what a decision reads, PostgreSQL finds by index, even before it has statistics.</summary>
public sealed class DecisionAmidHistoryTests(PostgresCluster cluster)
{
    // 4,000 earlier cases like the one there is, each with what its approver decided in it.
    private const string History = """
        CREATE TEMP TABLE earlier AS SELECT n, md5('case' || n)::uuid AS for_case, md5('item' || n)::uuid AS for_item FROM generate_series(1, 4000) n;
        INSERT INTO cases SELECT (jsonb_populate_record(one, jsonb_build_object('id', for_case, 'round_id', NULL))).*
        FROM cases one, earlier WHERE one.id = (SELECT id FROM cases LIMIT 1);
        INSERT INTO work_items SELECT (jsonb_populate_record(one, jsonb_build_object('id', for_item, 'case_id', for_case, 'stage', 'Decided'))).*
        FROM work_items one, earlier WHERE one.id = (SELECT work_item_id FROM work_item_parts WHERE decided_by IS NOT NULL LIMIT 1);
        INSERT INTO work_item_parts SELECT (jsonb_populate_record(one, jsonb_build_object('id', md5('part' || n)::uuid, 'work_item_id', for_item))).*
        FROM work_item_parts one, earlier WHERE one.id = (SELECT id FROM work_item_parts WHERE decided_by IS NOT NULL LIMIT 1);
        """;

    private readonly FirstRead first = new();

    [Fact]
    public async Task What_a_decision_reads_is_found_by_index()
    {
        await using var office = await TestOffice.OnPostgresAsync(cluster,
            more: services => services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(first)));
        await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        var decide = await office.PrepareAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync(History));

        first.Forget();
        await office.DoAsync(decide);
        var plan = await office.ReadAsync(ExplainAsync);

        plan.ShouldContain("pk_work_items");
        foreach (var table in "cases work_items work_item_parts secondment_plan_lines".Split(' '))
            plan.ShouldNotContain($"Seq Scan on {table} ");
    }

    private async Task<string> ExplainAsync(WorkflowsDb db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN {first.Text}";
        foreach (var (name, value) in first.Values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    /// <summary>Keeps the first statement that reads, with its values.</summary>
    private sealed class FirstRead : DbCommandInterceptor
    {
        public string? Text { get; private set; }

        public IReadOnlyList<(string Name, object? Value)> Values { get; private set; } = [];

        public void Forget() => Text = null;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
        {
            if (Text is null)
                (Text, Values) = (command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(one => (one.ParameterName, one.Value))]);
            return ValueTask.FromResult(result);
        }
    }
}
