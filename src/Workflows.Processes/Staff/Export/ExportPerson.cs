using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Export;

/// <summary>
/// Everything that is kept about one person on the roster, as JSON, handed out by HR when the person asks for it (PIPL Art. 45).
/// </summary>
public sealed class ExportPerson(Desk desk)
{
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
        var all = await AboutSomebody.ReadAsync(desk, typeof(Person), "PersonId", personId, ct);
        var account = await db.Users.AsNoTracking().Include(one => one.Hats).FirstOrDefaultAsync(one => one.PersonId == personId, ct);
        all["account"] = account is null ? null : AboutSomebody.Node(new { account.UserName, account.DisplayName, account.Email, account.Language, Roles = account.Hats.Select(hat => hat.Role) });
        var (accountId, about) = (account?.Id, $"/{personId}/");
        all["letters"] = await AboutSomebody.LettersAsync(db.Letters.Where(letter => (accountId != null && letter.AccountId == accountId) || letter.Key.Contains(about)), ct);
        return JsonSerializer.SerializeToUtf8Bytes(all, PolicyJson.Indented);
    }
}
