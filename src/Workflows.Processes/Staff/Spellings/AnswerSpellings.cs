using Workflows.Personnel.Cases;
using Workflows.Personnel.Spellings;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Spellings;

/// <summary>HR says what words mean that no table lists: asked once, and used by every later reading of a file. The tables stay the base.</summary>
public sealed class AnswerSpellings(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Meanings">The words with what they mean.</param>
    public sealed record Command(Guid OperationId, IReadOnlyList<Meaning> Meanings);

    /// <summary>One word.</summary>
    /// <param name="Column">The column that it stands in.</param>
    /// <param name="Written">The word.</param>
    /// <param name="Means">The listed word that it stands for.</param>
    public sealed record Meaning(string Column, string Written, string Means);

    /// <summary>Keeps the answers with who gave them and when.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AnswerSpellings), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var meanings = (command.Meanings ?? []).Select(one => one with { Written = WrittenForm.Compact(one.Written) }).ToList();
            if (meanings.Count == 0)
                return Answer.Refused(Refusal.Invalid, "没有选择任何含义。", "No meaning was chosen.");
            var faults = meanings.Select(Fault).OfType<Bilingual>().ToList();
            if (meanings.DistinctBy(one => (one.Column, one.Written)).Count() < meanings.Count)
                faults.Add(new("同一个写法有两个含义，请只选一个。", "One word has two meanings: choose one."));
            if (faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, faults);

            foreach (var one in meanings)
                await KeepAsync(one, actor, ct);
            return Answer.Done($"已记住 {meanings.Count} 个写法，以后导入照此理解。", $"{meanings.Count} words are kept; later files are read accordingly.");
        }, ct);

    private Bilingual? Fault(Meaning one)
    {
        if (SpellingColumn.Find(desk.Office.Policy, one.Column) is not { } column)
            return new($"“{one.Column}”一栏没有词表。", $"The column {one.Column} has no list of words.");
        if (one.Written.Length == 0)
            return new($"“{one.Column}”缺少写法。", $"The word in {one.Column} is missing.");
        if (column.Lists(one.Written))
            return new($"“{one.Written}”词表里已有。", $"“{one.Written}” is listed already.");
        return column.Choices.Contains(one.Means) ? null : new(
            $"“{one.Means}”不在{one.Column}的词表里；应为：{string.Join(" ", column.Choices)}。", $"“{one.Means}” isn't listed for {one.Column}: one of {string.Join(" ", column.Choices)}.");
    }

    private async Task KeepAsync(Meaning one, Guid actor, CancellationToken ct)
    {
        var old = "";
        if (await desk.Db.SpellingAnswers.FindAsync([one.Column, one.Written], ct) is { } kept)
            (old, kept.Means, kept.AnsweredBy, kept.AnsweredAt) = (kept.Means, one.Means, actor, desk.Now);
        else
        {
            desk.Db.SpellingAnswers.Add(new SpellingAnswer
            {
                Column = one.Column, Written = one.Written, Means = one.Means, AnsweredBy = actor, AnsweredAt = desk.Now,
            });
        }

        await desk.RecordInRosterAsync(new AuditLine("SpellingAnswered", actor) { Subject = $"{one.Column}：{one.Written}", OldValue = old, NewValue = one.Means }, ct);
    }
}
