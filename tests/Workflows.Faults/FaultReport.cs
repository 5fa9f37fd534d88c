using System.Globalization;
using System.Runtime.InteropServices;

namespace Workflows.Faults;

/// <summary>What a run did and what came of it; only written where everything held.</summary>
internal sealed record FaultReport(
    int Seed, Size Asked, int Kills, IReadOnlyList<string> Database, int Decisions, int Rounds, int Acknowledged, MailInDanger Mail, TimeSpan Time)
{
    public string Sentence => FormattableString.Invariant(
        $"{Kills} kills, {Decisions} decisions in exits, {Rounds} rounds, {Acknowledged} acknowledged operations, {Mail.Arrived} mails, {Mail.Doubled} of them arrived again, {Mail.Ambiguous} notices left to a person, {Time.TotalSeconds:0} s");

    /// <summary>Writes it where it stays in the repository.</summary>
    public Task KeepAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Workflows.sln")))
            folder = folder.Parent;
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, "deploy", "faults.md"), Text);
    }

    private string Text => string.Create(CultureInfo.InvariantCulture, $"""
        # The last long run of the fault suite

        Written by `WORKFLOWS_FAULTS={(Asked.Kills == 200 ? "long" : $"{Asked.Kills}/{Asked.Decisions}")} tests/run Faults` after everything held: no acknowledged decision lost, none carried out twice, no case stuck, no reminder
        lost, every chain of the record whole by `audit verify`. Three nodes and PostgreSQL on one machine, the third node's clock ten minutes ahead, SMTP to
        Postfix's `smtp-sink`, which thinks for a second about each mail.

        | | |
        |---|---|
        | day | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |
        | seed | `WORKFLOWS_FAULT_SEED={Seed}` |
        | nodes killed with `kill -9` | {Kills} |
        | the database | {string.Join(", ", Database)} |
        | decisions in exits, seven in each case | {Decisions} |
        | hiring rounds from plan to transfer | {Rounds} |
        | acknowledged operations in all | {Acknowledged} |
        | acknowledged and lost, or carried out twice | 0 |
        | mails that arrived | {Mail.Arrived} |
        | of these again under the same Message-ID, as the answer died with its node | {Mail.Doubled} |
        | formal notices of which nobody knows, left to a person | {Mail.Ambiguous} |
        | reminders lost | 0 |
        | time | {Time.TotalMinutes:0.0} min |
        | machine | {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} |

        """);
}
