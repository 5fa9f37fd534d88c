using System.Text.Json;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Workflows.Processes.Secondment;

/// <summary>HR records a wish, an exemption or a decided school of somebody, for one semester or for all; all three empty end the entry.</summary>
public sealed class RecordWish(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="Semester">The semester, <c>2026-2027-2</c>; null or empty for all.</param>
    /// <param name="WishedSchool">意愿学校.</param>
    /// <param name="ExemptionReason">豁免原因; a reason makes the exemption.</param>
    /// <param name="PinnedSchool">固定学校.</param>
    /// <param name="Reason">Why it is recorded, or changed: by what paper, on whose word.</param>
    public sealed record Command(
        Guid OperationId, Guid PersonId, string? Semester, string WishedSchool, string ExemptionReason, string PinnedSchool, string Reason);

    /// <summary>Records the entry.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordWish), async () =>
        {
            if (await desk.RefusalOfSecondmentDeskAsync(actor, command.PersonId, ct) is { } refusal)
                return refusal;
            if (!await desk.Db.People.AnyAsync(person => person.Id == command.PersonId, ct))
                return Answer.Refused(Refusal.NotFound, "花名册上没有这个人。", "There is no such person on the roster.");
            var written = string.IsNullOrWhiteSpace(command.Semester) ? null : command.Semester.Trim();
            if (written is not null && SemesterName.Parse(written) is null)
                return Answer.Refused(Refusal.Invalid, "请写明学期，例如 2026-2027-2；长期的留空。", "State the semester, such as 2026-2027-2; leave it empty for all.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明依据：谁的申请、哪份材料。", "Say on what it rests: whose word, which paper.");

            var semester = SemesterName.Parse(written)?.ToString();
            var wish = await desk.Db.SecondmentWishes.FirstOrDefaultAsync(one => one.PersonId == command.PersonId && one.Semester == semester, ct);
            var before = wish is null ? "" : Written(wish);
            if (wish is null)
            {
                wish = new SecondmentWish { Id = Guid.CreateVersion7(desk.Now), PersonId = command.PersonId, Semester = semester, RecordedAt = desk.Now };
                desk.Db.SecondmentWishes.Add(wish);
            }

            (wish.WishedSchool, wish.ExemptionReason, wish.PinnedSchool) =
                (command.WishedSchool.Trim(), command.ExemptionReason.Trim(), command.PinnedSchool.Trim());
            var isEnded = wish is { WishedSchool.Length: 0, ExemptionReason.Length: 0, PinnedSchool.Length: 0 };
            await desk.RecordInOfficeAsync(new AuditLine("WishRecorded", actor)
            {
                Subject = $"{command.PersonId}", OldValue = before, NewValue = isEnded ? "" : Written(wish), Reason = reason,
            }, ct);
            if (isEnded)
                desk.Db.SecondmentWishes.Remove(wish);
            return Answer.Done("已登记。", "Recorded.", command.PersonId);
        }, ct);

    private static string Written(SecondmentWish wish) =>
        JsonSerializer.Serialize(new { wish.Semester, wish.WishedSchool, wish.ExemptionReason, wish.PinnedSchool }, PolicyJson.Options);
}
