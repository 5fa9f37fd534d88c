using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Standards;
using Workflows.Processes.Cases;
using Workflows.Processes.Days;
using Workflows.Processes.Years;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>Evidence is handed in: for a task by whoever is charged with it or by HR (R26), for a year's money or a leadership term by HR (R17-R21).</summary>
public sealed class AddPaper(Desk desk, AttachmentLimits limits)
{
    private const int Most = 50;

    /// <summary>What the page posts. It is about one of the three.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Words">What it is and what it shows.</param>
    public sealed record Command(Guid OperationId, string Words)
    {
        /// <summary>The task that it proves.</summary>
        public Guid? TaskId { get; init; }

        /// <summary>The year whose money it documents.</summary>
        public int? Year { get; init; }

        /// <summary>The leadership term.</summary>
        public Guid? TermId { get; init; }

        /// <summary>文号, where it has one.</summary>
        public string? DocumentNumber { get; init; }

        /// <summary>The file; null for a paper that is kept elsewhere.</summary>
        public EvidenceFile? File { get; init; }
    }

    /// <summary>Takes it in.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AddPaper), async () =>
        {
            if (await RefusalOfMatterAsync(command, actor, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Words))
                return Answer.Refused(Refusal.Invalid, "请写明这份材料是什么、说明什么。", "Say what the paper is and what it shows.");
            if (command.File?.RefusalOf(limits) is { } unfit)
                return unfit;
            if (await desk.Db.Papers.CountAsync(one => one.TaskId == command.TaskId && one.Year == command.Year && one.TermId == command.TermId && one.WithdrawnOn == null, ct) >= Most)
                return Answer.Refused(Refusal.Invalid, $"最多 {Most} 份材料。", $"{Most} papers at most.");

            var paper = Paper(command, actor);
            desk.Db.Papers.Add(paper);
            await desk.RecordInOfficeAsync(new AuditLine("PaperAdded", actor)
            {
                Subject = $"{paper.TaskId}{paper.Year}{paper.TermId}", NewValue = $"{paper.Id} {paper.Words} {paper.DocumentNumber}"
                    + (paper.Hash is { } hash ? $" sha256:{Convert.ToHexStringLower(hash)} {paper.Size}" : ""),
            }, ct);
            return Answer.Done("材料已登记。", "The paper is on record.", paper.Id);
        }, ct);

    private async Task<Answer?> RefusalOfMatterAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (new object?[] { command.TaskId, command.Year, command.TermId }.Count(one => one is not null) != 1)
            return Answer.Refused(Refusal.Invalid, "材料要说明一件事：任务、年度或任期。", "A paper is about one matter: a task, a year or a term.");
        var isHr = await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is null;
        if (command.TaskId is { } taskId)
        {
            var item = await desk.Db.StandardItems.AsNoTracking().Include(one => one.Tasks)
                .FirstOrDefaultAsync(one => one.RemovedOn == null && one.Tasks.Any(task => task.Id == taskId), ct);
            var task = item?.TaskOn(desk.Today);
            var isOwner = task is not null && await desk.Db.Users.AnyAsync(one => one.Id == actor && one.IsActive && one.PersonId == task.OwnerId, ct);
            return !isHr && !isOwner ? Answer.Refused(Refusal.NotAllowed, "只有责任人和人事能提交这一项的佐证。", "Only its owner and HR hand in evidence for this item.")
                : task?.Id == taskId ? null : Answer.Refused(Refusal.Stale, "这一项已另行安排，请刷新后再提交。", "The item was given a new task. Reload, then hand it in.");
        }

        if (!isHr)
            return Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You don't hold the role that may do this.");
        return command.TermId is { } termId && !await desk.Db.LeadershipTerms.AnyAsync(term => term.Id == termId, ct)
            ? Answer.Refused(Refusal.NotFound, "没有这个任期。", "There is no such term.")
            : command.Year is { } year ? desk.RefusalOfYear(year) : null;
    }

    private Paper Paper(Command command, Guid actor)
    {
        var id = Guid.CreateVersion7(desk.Now);
        return new Paper
        {
            Id = id, TaskId = command.TaskId, Year = command.Year, TermId = command.TermId, Words = command.Words.Trim(),
            DocumentNumber = command.DocumentNumber?.Trim() ?? "", AddedOn = desk.Today, AddedBy = actor, AddedAt = desk.Now,
            FileName = command.File?.Name, MediaType = command.File?.MediaType, Size = command.File?.Content.LongLength ?? 0,
            Hash = command.File is { } file ? SHA256.HashData(file.Content) : null,
            Content = command.File is { } kept ? new PaperContent { PaperId = id, Bytes = kept.Content } : null,
        };
    }
}
