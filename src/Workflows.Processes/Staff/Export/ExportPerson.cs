using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff.Export;

/// <summary>
/// Everything that is kept about one person on the roster, as JSON, handed out by HR when the person asks for it (PIPL Art. 45). What is kept about
/// people is asked of the schema: a table that a later version brings is in it by itself.
/// </summary>
public sealed class ExportPerson(Desk desk)
{
    // The engine's own bookkeeping says nothing about the person.
    private static readonly string[] Bookkeeping = [nameof(Case.EngineState), nameof(Case.Version)];

    private static readonly MethodInfo Reading = typeof(ExportPerson).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person.</param>
    public sealed record Command(Guid OperationId, Guid PersonId);

    /// <summary>Records that the data are taken; the caller hands them out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ExportPerson), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.People.FindAsync([command.PersonId], ct) is not { } person)
                return Answer.Refused(Refusal.NotFound, "花名册里没有这个人。", "There is no such person on the roster.");
            await desk.RecordInRosterAsync(new AuditLine("PersonExported", actor) { Subject = $"{person.Id}" }, ct);
            return Answer.Done("已记录本次导出。", "That you took it is recorded.", person.Id);
        }, ct);

    /// <summary>The data, by table.</summary>
    public async Task<byte[]> WriteAsync(Guid personId, CancellationToken ct)
    {
        var db = desk.Db;
        var all = new JsonObject { ["exportedAt"] = JsonSerializer.SerializeToNode(desk.Now, PolicyJson.Options) };
        foreach (var type in db.Model.GetEntityTypes().Where(IsAboutPeople).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
            all[type.GetTableName()!] = await (Task<JsonArray>)Reading.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, personId, ct])!;
        var subject = $"{personId}";
        all["record"] = Node(await db.Audit.AsNoTracking().Where(entry => entry.Subject.StartsWith(subject)).OrderBy(entry => entry.At)
            .Select(entry => new { entry.At, entry.Action, entry.OldValue, entry.NewValue, entry.Reason }).ToListAsync(ct));
        var account = await db.Users.AsNoTracking().Include(one => one.Hats).FirstOrDefaultAsync(one => one.PersonId == personId, ct);
        all["account"] = account is null ? null : Node(new { account.UserName, account.DisplayName, account.Email, account.Language, Roles = account.Hats.Select(hat => hat.Role) });
        var (accountId, about) = (account?.Id, $"/{personId}/");
        all["letters"] = Node(await db.Letters.AsNoTracking().Where(letter => (accountId != null && letter.AccountId == accountId) || letter.Key.Contains(about)).OrderBy(letter => letter.PlannedAt)
            .Select(letter => new { letter.Address, letter.Template, letter.Subject, letter.PlannedAt, letter.AcceptedAt, letter.Phase }).ToListAsync(ct));
        return JsonSerializer.SerializeToUtf8Bytes(all, PolicyJson.Indented);
    }

    private static bool IsAboutPeople(IEntityType type) => type.ClrType == typeof(Person) || (type.ClrType != typeof(Account) && type.FindProperty("PersonId") is not null);

    private static async Task<JsonArray> ReadAsync<T>(WorkflowsDb db, IEntityType type, Guid personId, CancellationToken ct) where T : class
    {
        var key = typeof(T) == typeof(Person) ? nameof(Person.Id) : "PersonId";
        var rows = await db.Set<T>().AsNoTracking().Where(row => EF.Property<Guid?>(row, key) == personId).ToListAsync(ct);
        var columns = type.GetProperties().Where(column => column.PropertyInfo is not null && column.ClrType != typeof(byte[]) && !Bookkeeping.Contains(column.Name)).ToList();
        return [.. rows.Select(row => Node(columns.ToDictionary(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name), column => column.PropertyInfo!.GetValue(row))))];
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, PolicyJson.Options);
}
