using Microsoft.EntityFrameworkCore;

namespace Workflows.Processes.Staff;

/// <summary>Somebody opens a private address under which their calendar reads their dates; one that was open before ends.</summary>
public sealed class OpenCalendar(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Secret">A new <see cref="CalendarSecret"/>; it is kept nowhere.</param>
    public sealed record Command(Guid OperationId, string Secret);

    /// <summary>Opens it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenCalendar), async () =>
        {
            if (await desk.Db.Users.FirstOrDefaultAsync(one => one.Id == actor && one.IsActive, ct) is not { } account)
                return AccountMoves.Missing;
            if (account.PersonId is null)
                return Answer.Refused(Refusal.Invalid, "您的账户没有关联花名册，没有可订阅的日期。", "Your account belongs to nobody on the roster: there are no dates.");
            if (command.Secret.Length != CalendarSecret.Length)
                return Answer.Refused(Refusal.Invalid, "请刷新页面再试。", "Reload the page and try again.");

            account.CalendarSecretHash = CalendarSecret.Hash(command.Secret);
            account.ConcurrencyStamp = $"{Guid.CreateVersion7(desk.Now)}";
            await desk.RecordAsync("CalendarOpened", actor, account, ct);
            return Answer.Done("已生成新的日历订阅地址，旧地址随即失效。", "The calendar has a new address; an older one ends.", account.Id);
        }, ct);
}
