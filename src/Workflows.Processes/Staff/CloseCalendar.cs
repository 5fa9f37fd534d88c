using Microsoft.EntityFrameworkCore;

namespace Workflows.Processes.Staff;

/// <summary>Somebody ends the address under which their calendar reads their dates.</summary>
public sealed class CloseCalendar(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    public sealed record Command(Guid OperationId);

    /// <summary>Ends it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CloseCalendar), async () =>
        {
            if (await desk.Db.Users.FirstOrDefaultAsync(one => one.Id == actor && one.IsActive, ct) is not { } account)
                return AccountMoves.Missing;
            if (account.CalendarSecretHash is null)
                return Answer.Refused(Refusal.Stale, "没有在用的日历订阅地址。", "No calendar address is open.");

            account.CalendarSecretHash = null;
            account.ConcurrencyStamp = $"{Guid.CreateVersion7(desk.Now)}";
            await desk.RecordAsync("CalendarClosed", actor, account, ct);
            return Answer.Done("日历订阅地址已停用。", "The calendar's address is closed.", account.Id);
        }, ct);
}
