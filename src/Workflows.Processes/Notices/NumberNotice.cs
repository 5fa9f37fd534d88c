using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices;

/// <summary>
/// HR records the number (文号) of a public notice. The notice is posted by the process at the moment of the decision and doesn't wait for
/// its number; it may be corrected while the notice runs, and added later if it is still missing.
/// </summary>
public sealed class NumberNotice(Desk desk)
{
    private const int Longest = 60;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="NoticeId">The notice.</param>
    /// <param name="DocumentNumber">The number, for example <c>沙教示〔2026〕2号</c>.</param>
    public sealed record Command(Guid OperationId, Guid NoticeId, string DocumentNumber);

    /// <summary>Records the number.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(NumberNotice), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.NoticeAsync(command.NoticeId, ct) is not { } notice)
                return Answer.Refused(Refusal.NotFound, "没有这份公示。", "There is no such notice.");
            var number = command.DocumentNumber.Trim();
            if (number.Length is 0 or > Longest || number.Any(char.IsControl))
                return Answer.Refused(Refusal.Invalid, $"请填写公示的文号，{Longest} 字以内。", $"State the notice's number, in at most {Longest} characters.");
            if (notice is { ConcludedOn: not null, DocumentNumber: not null })
                return Answer.Refused(Refusal.WrongTime, "公示已经结束，文号不再更改。", "The notice is over; its number stays.");

            var before = notice.DocumentNumber ?? "";
            notice.DocumentNumber = number;
            desk.Record(await desk.CaseAsync(notice.CaseId, ct), new AuditLine("NoticeNumbered", actor)
            {
                Subject = notice.Step, OldValue = before, NewValue = number,
            });
            return Answer.Done($"已登记文号：{number}。", $"The number is recorded: {number}.", notice.RoundId);
        }, ct);
}
