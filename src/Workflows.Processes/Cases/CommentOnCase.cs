using System.Text;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>Somebody who takes part in a case remarks on it; everybody who may read the case reads the remark in its story.</summary>
public sealed class CommentOnCase(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="Text">The words, at most 2,000 characters.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, string Text);

    /// <summary>Keeps the comment. The record says that and by whom; the words stay beside it, as they may speak of persons.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CommentOnCase), async () =>
        {
            if (await CaseReader.FindAsync(desk, command.CaseId, actor, ct) is not { } reader)
                return CaseReader.NoSuchCase;
            if (reader.RefusalToWrite is { } refusal)
                return refusal;
            var text = Plain(command.Text);
            if (text.Length == 0)
                return Answer.Refused(Refusal.Invalid, "请填写留言。", "Write something.");
            if (text.Length > CaseComment.Longest)
            {
                return Answer.Refused(Refusal.Invalid,
                    $"留言最多 {CaseComment.Longest} 字，现在有 {text.Length} 字。", $"At most {CaseComment.Longest} characters; these are {text.Length}.");
            }

            var comment = new CaseComment
            {
                Id = Guid.CreateVersion7(desk.Now), CaseId = command.CaseId, WrittenBy = actor, WrittenAt = desk.Now, Text = text,
            };
            desk.Db.CaseComments.Add(comment);
            desk.Record(reader.Case, new AuditLine("CaseCommented", actor) { Subject = $"{comment.Id}" });
            return Answer.Done("已留言。", "Your comment is there.", comment.Id);
        }, ct);

    // A browser sends line breaks as two characters. Controls and what turns the reading direction have no place in a record.
    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Where(one => one.Value is '\n' or '\t' || !(Rune.IsControl(one) || one.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))))
        .Trim();
}
