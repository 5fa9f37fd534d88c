using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff.Export;

/// <summary>
/// Everything that is kept about somebody, by table. What is kept about people is asked of the schema: a table that a later version brings is in it by itself.
/// </summary>
internal static class AboutSomebody
{
    // The engine's own bookkeeping says nothing about the person.
    private static readonly string[] Bookkeeping = [nameof(Case.EngineState), nameof(Case.Version)];

    private static readonly MethodInfo Reading = typeof(AboutSomebody).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The rows about somebody, and the lines of the record.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="root">The table whose own key it is.</param>
    /// <param name="column">The column by which other tables name somebody: <c>PersonId</c>.</param>
    /// <param name="id">Who.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<JsonObject> ReadAsync(Desk desk, Type root, string column, Guid id, CancellationToken ct)
    {
        var db = desk.Db;
        var all = new JsonObject { ["exportedAt"] = Node(desk.Now) };
        foreach (var type in db.Model.GetEntityTypes().Where(type => IsAbout(type, root, column)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
            all[type.GetTableName()!] = await (Task<JsonArray>)Reading.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, type.ClrType == root ? "Id" : column, id, ct])!;
        var subject = $"{id}";
        all["record"] = Node(await db.Audit.AsNoTracking().Where(entry => entry.Subject.StartsWith(subject)).OrderBy(entry => entry.At)
            .Select(entry => new { entry.At, entry.Action, entry.OldValue, entry.NewValue, entry.Reason }).ToListAsync(ct));
        return all;
    }

    /// <summary>Letters as the export writes them.</summary>
    public static async Task<JsonNode?> LettersAsync(IQueryable<Letter> letters, CancellationToken ct) => Node(await letters.AsNoTracking().OrderBy(letter => letter.PlannedAt)
        .Select(letter => new { letter.Address, letter.Template, letter.Subject, letter.PlannedAt, letter.AcceptedAt, letter.Phase }).ToListAsync(ct));

    /// <summary>A value as the export writes it.</summary>
    public static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, PolicyJson.Options);

    private static bool IsAbout(IEntityType type, Type root, string column) => type.ClrType == root || (type.ClrType != typeof(Account) && type.FindProperty(column) is not null);

    private static async Task<JsonArray> RowsAsync<T>(WorkflowsDb db, IEntityType type, string key, Guid id, CancellationToken ct) where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().Where(row => EF.Property<Guid?>(row, key) == id).ToListAsync(ct);
        var columns = type.GetProperties().Where(column => column.PropertyInfo is not null && column.ClrType != typeof(byte[]) && !Bookkeeping.Contains(column.Name)).ToList();
        return [.. rows.Select(row => Node(columns.ToDictionary(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name), column => column.PropertyInfo!.GetValue(row))))];
    }
}
