using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Policy;
using Workflows.Policy.College.Futures;
using Workflows.Processes.Reports;

namespace Workflows.Processes.Futures;

/// <summary>Two futures of the college side by side, on a day and at the five year ends from it on. It reads, and changes nothing.</summary>
public sealed class CompareFutures(Desk desk, ReadCollege read)
{
    private const int Years = 5;

    /// <summary>What is asked.</summary>
    /// <param name="Day">The first day.</param>
    public sealed record Question(DateOnly Day)
    {
        /// <summary>One future; the college as recorded where nothing else is said.</summary>
        public Future A { get; init => field = value ?? field; } = Future.AsRecorded;

        /// <summary>The other.</summary>
        public Future B { get; init => field = value ?? field; } = Future.AsRecorded;
    }

    /// <summary>Compares, or says what can't be counted.</summary>
    public async Task<FutureAnswer> AskAsync(Question question, CancellationToken ct)
    {
        var (day, rules) = (question.Day, desk.Office.Structure);
        if (!FutureChecks.IsNear(day, desk.Today))
            return new(question, [new($"日期 {day:yyyy-MM-dd} 离今天太远。", $"The day {day:yyyy-MM-dd} is too far from today.")], [], null, "");
        var records = await read.ReadAsync(ct);
        var days = Enumerable.Range(0, Years).Select(years => new DateOnly(day.Year + years, 12, 31)).Prepend(day).Distinct().Select(records.On).ToList();
        IReadOnlyList<Bilingual> faults =
        [
            .. FutureChecks.Faults(question.A, days[^1], rules, desk.Today).Select(fault => In("A", fault)),
            .. FutureChecks.Faults(question.B, days[^1], rules, desk.Today).Select(fault => In("B", fault)),
        ];
        if (faults.Count > 0)
            return new(question, faults, [], null, "");
        var hiring = desk.Office.Policy.Hiring;
        var comparison = FutureComparison.Of(days, rules, question.A, question.B);
        return new(question, [], [.. FutureChecks.Notes(question.A, hiring).Select(note => In("A", note)), .. FutureChecks.Notes(question.B, hiring).Select(note => In("B", note))],
            comparison, Seal(KeptFuture.Of(question, rules, comparison)));
    }

    // Whoever approves approves these numbers: with others behind the same question the seal is another one.
    private static string Seal(KeptFuture kept) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(kept, PolicyJson.Options))));

    private static Bilingual In(string side, Bilingual words) => new($"{side}：{words.Zh}", $"{side}: {words.En}");
}

/// <summary>Two futures compared, or what is wrong with the question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Faults">What can't be counted; then there is no comparison.</param>
/// <param name="Notes">What the hiring clauses would ask of those who come.</param>
/// <param name="Comparison">Both futures, day by day; null where there are faults.</param>
/// <param name="Seal">What to send along with an approval: it is given for these numbers alone.</param>
public sealed record FutureAnswer(
    CompareFutures.Question Question, IReadOnlyList<Bilingual> Faults, IReadOnlyList<Bilingual> Notes, FutureComparison? Comparison, string Seal);
