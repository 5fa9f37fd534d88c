using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff;

/// <summary>
/// Somebody who will be away names a deputy for a stretch of days (代理); HR may do it for somebody who can't. The deputy decides "B for A",
/// passes nothing on, and never acts where either is concerned.
/// </summary>
public sealed class NameDeputy(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Principal">Who will be away.</param>
    /// <param name="Deputy">Who stands in.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day; it still counts.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid Principal, Guid Deputy, DateOnly From, DateOnly Until, string Reason);

    /// <summary>Names the deputy.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(NameDeputy), async () =>
        {
            if (command.Principal != actor && await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var people = await desk.Db.Users.AsNoTracking().Include(one => one.Hats)
                .Where(one => one.IsActive && (one.Id == command.Principal || one.Id == command.Deputy)).ToListAsync(ct);
            if (people.Find(one => one.Id == command.Principal) is not { } principal)
                return Answer.Refused(Refusal.NotAllowed, "没有这位同事，或其账户已停用。", "There is no such colleague, or the account is closed.");
            if (people.Find(one => one.Id == command.Deputy) is not { } deputy || deputy.Id == principal.Id)
                return Answer.Refused(Refusal.Invalid, "请选择另一位在岗的同事作代理人。", "Choose another colleague who is in office as the deputy.");
            if (deputy.Wears(OfficeRole.Auditor))
                return Answer.Refused(Refusal.Invalid, "审计人员不参与办理，不能作代理人。", "An auditor changes nothing and can't be a deputy.");
            if (command.Until < command.From || command.Until < desk.Today)
                return Answer.Refused(Refusal.Invalid, "请填写今天以后结束的起止日期，止日不早于起日。", "State a first and a last day; the last one isn't before the first, nor before today.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明代理原因。", "Say why a deputy is needed.");
            if (await desk.Db.Deputyships.AnyAsync(one => one.PrincipalId == principal.Id && one.EndedAt == null
                && one.From <= command.Until && command.From <= one.Until, ct))
                return Answer.Refused(Refusal.Invalid, "这段时间已经有代理人，请先结束原来的代理。", "There is a deputy for these days already: end that one first.");

            var deputyship = new Deputyship
            {
                Id = Guid.CreateVersion7(desk.Now), PrincipalId = principal.Id, DeputyId = deputy.Id, From = command.From, Until = command.Until,
                Reason = command.Reason.Trim(), NamedBy = actor, NamedAt = desk.Now,
            };
            desk.Db.Deputyships.Add(deputyship);
            await desk.RecordInOfficeAsync(new AuditLine("DeputyNamed", actor)
            {
                Subject = $"{principal.Id}", NewValue = $"{deputy.Id} {command.From:yyyy-MM-dd} {command.Until:yyyy-MM-dd}",
                Reason = deputyship.Reason,
            }, ct);
            return Answer.Done(
                $"{command.From:yyyy-MM-dd}至{command.Until:yyyy-MM-dd}由{deputy.DisplayName}代理{principal.DisplayName}。",
                $"{deputy.DisplayName} stands in for {principal.DisplayName} from {command.From:yyyy-MM-dd} to {command.Until:yyyy-MM-dd}.", deputyship.Id);
        }, ct);
}
