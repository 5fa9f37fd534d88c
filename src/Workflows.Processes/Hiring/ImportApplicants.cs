using System.Text.Json;
using Workflows.Personnel.Applicants;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Policy.Identity;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>
/// HR imports the applicants' file into a round: first a dry run that shows every fault, the difference and each verdict; then all or
/// nothing. The same file again changes nothing.
/// </summary>
public sealed class ImportApplicants(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="FileName">The file's name with its ending.</param>
    /// <param name="Content">The file, <c>.xlsx</c> or <c>.csv</c>.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, string FileName, byte[] Content);

    /// <summary>What the import would do.</summary>
    /// <param name="Refusal">Why it can't be done at all; null when it can.</param>
    /// <param name="Faults">What is wrong in the file, by row and column; with any of them nothing is imported.</param>
    /// <param name="Lines">One line for each applicant of the file, in row order.</param>
    /// <param name="Missing">Applicants already taken in whom the file doesn't name; they stay.</param>
    public sealed record Preview(
        Answer? Refusal, IReadOnlyList<TableFault> Faults, IReadOnlyList<PreviewLine> Lines, IReadOnlyList<string> Missing)
    {
        /// <summary>Columns that nobody knows; their cells are kept as remarks.</summary>
        public IReadOnlyList<string> UnknownColumns { get; init; } = [];

        /// <summary>The numbers of rows that were left out: sums, notes, the header again.</summary>
        public IReadOnlyList<int> SkippedRows { get; init; } = [];
    }

    /// <summary>One applicant of the file.</summary>
    /// <param name="Row">The row in the file, from 1.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Change">New, changed or unchanged.</param>
    /// <param name="Differences">The columns that change, with old and new value.</param>
    /// <param name="Verdict">The verdict on the file's row.</param>
    /// <param name="Record">What the row says.</param>
    public sealed record PreviewLine(
        int Row, string Name, Change Change, IReadOnlyList<Difference> Differences, HiringVerdict Verdict, ApplicantRecord Record);

    /// <summary>One column that changes.</summary>
    public sealed record Difference(string Column, string Old, string New);

    /// <summary>What a line of the file does.</summary>
    public enum Change
    {
        /// <summary>A new application.</summary>
        Added,

        /// <summary>An application that says something else now.</summary>
        Changed,

        /// <summary>An application that stays as it is.</summary>
        Unchanged,
    }

    /// <summary>The dry run: changes nothing.</summary>
    public async Task<Preview> PreviewAsync(Command command, Guid actor, CancellationToken ct)
    {
        var preview = await CompareAsync(command, actor, ct);
        desk.Db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>The import: all or nothing.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ImportApplicants), async () =>
        {
            var preview = await CompareAsync(command, actor, ct);
            if (preview.Refusal is not null)
                return preview.Refusal;
            if (preview.Faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, [.. preview.Faults.Select(Sentence)]);

            var round = (await desk.Db.Rounds.FindAsync([command.RoundId], ct))!;
            var @case = await desk.CaseAsync(round.CaseId!.Value, ct);
            var known = (await desk.ApplicationsAsync(round, ct)).ToDictionary(application => application.Identity);
            foreach (var line in preview.Lines)
                Take(round, @case, known, line, actor);
            var (added, changed) = (Count(Change.Added), Count(Change.Changed));
            return Answer.Done(
                $"已导入：新增 {added} 人，更新 {changed} 人，未变 {Count(Change.Unchanged)} 人。",
                $"Imported: {added} added, {changed} changed, {Count(Change.Unchanged)} unchanged.", round.Id);

            int Count(Change change) => preview.Lines.Count(line => line.Change == change);
        }, ct);

    private async Task<Preview> CompareAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await RefusalAsync(command, actor, ct) is { } refusal)
            return new Preview(refusal, [], [], []);
        using var content = new MemoryStream(command.Content, writable: false);
        var read = ApplicantTable.Read(content, command.FileName);
        if (read.Value is not { } table)
            return new Preview(null, read.Faults, [], []);

        var round = (await desk.Db.Rounds.FindAsync([command.RoundId], ct))!;
        var known = (await desk.ApplicationsAsync(round, ct)).ToDictionary(application => application.Identity);
        var lines = table.Rows.Select(row => Line(round, known, row)).ToList();
        var named = table.Rows.Select(row => Identity(row.Record)).ToHashSet();
        return new Preview(null, [.. Doubles(command.FileName, table)], lines,
            [.. known.Values.Where(application => !named.Contains(application.Identity)).Select(application => application.Name)])
        {
            UnknownColumns = table.UnknownColumns, SkippedRows = table.SkippedRows,
        };
    }

    private async Task<Answer?> RefusalAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { } round)
            return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
        if (round.Stage is not RoundStage.Announced)
            return Answer.Refused(Refusal.WrongTime, "只有公告之后、报名截止之前才能导入。", "Applicants are imported after the announcement and before intake closes.");
        if (desk.Today < round.Plan.IntakeOpensOn)
            return Answer.Refused(Refusal.WrongTime, $"报名 {round.Plan.IntakeOpensOn:yyyy-MM-dd} 才开始。", $"Intake opens on {round.Plan.IntakeOpensOn:yyyy-MM-dd}.");
        // The timer that ends the intake may come late; the day doesn't.
        return desk.Today > round.Plan.IntakeClosesOn
            ? Answer.Refused(Refusal.WrongTime, $"报名已于 {round.Plan.IntakeClosesOn:yyyy-MM-dd} 截止。", $"Intake closed on {round.Plan.IntakeClosesOn:yyyy-MM-dd}.")
            : null;
    }

    private PreviewLine Line(Round round, Dictionary<string, Application> known, ApplicantRow row)
    {
        var judged = HiringRules.Evaluate(row.Record, round.Plan.Terms(round.AgeReading), desk.Office.Policy);
        var verdict = judged with { Warnings = [.. judged.Warnings, .. row.Warnings] };
        if (!known.TryGetValue(Identity(row.Record), out var application))
            return new PreviewLine(row.Row, row.Record.Name, Change.Added, [], verdict, row.Record);
        var differences = Differences(application.Record, row.Record).ToList();
        return new PreviewLine(row.Row, row.Record.Name, differences.Count > 0 ? Change.Changed : Change.Unchanged, differences, verdict, row.Record);
    }

    private void Take(Round round, Case @case, Dictionary<string, Application> known, PreviewLine line, Guid actor)
    {
        if (known.TryGetValue(Identity(line.Record), out var application))
        {
            application.FileRow = line.Row;
            if (line.Change is Change.Unchanged)
                return;
            (application.Name, application.Record, application.Verdict) = (line.Name, line.Record, line.Verdict);
        }
        else
        {
            application = new Application
            {
                Id = Guid.CreateVersion7(desk.Now), RoundId = round.Id, Name = line.Name, Identity = Identity(line.Record), FileRow = line.Row,
                Record = line.Record, Verdict = line.Verdict,
            };
            desk.Db.Applications.Add(application);
        }

        desk.Record(@case, new AuditLine(line.Change is Change.Added ? "ApplicationTaken" : "ApplicationChanged", actor)
        {
            Subject = $"{application.Id}", NewValue = $"{line.Verdict.Verdict}",
            Personal = JsonSerializer.Serialize(new { line.Record, line.Differences }, PolicyJson.Options),
        });
    }

    // Two rows about one person can't both be right, and the round keeps one application a person.
    private static IEnumerable<TableFault> Doubles(string fileName, ApplicantTable table) => table.Rows
        .GroupBy(row => Identity(row.Record))
        .SelectMany(group => group.Skip(1).Select(row => new TableFault(fileName, table.Sheet, row.Row, Columns.Name,
            new Bilingual($"与第 {group.First().Row} 行是同一人", $"is the same person as row {group.First().Row}"),
            new Bilingual("请只保留一行", "keep one row a person"))))
        .Concat(table.Rows.Where(row => row.Record.Name.Length == 0).Select(row => new TableFault(fileName, table.Sheet, row.Row, Columns.Name,
            new Bilingual("没有姓名", "has no name"), new Bilingual("请填写姓名", "state the name"))));

    private static IEnumerable<Difference> Differences(ApplicantRecord old, ApplicantRecord @new) =>
        ApplicantCells.Of(old).Zip(ApplicantCells.Of(@new), (before, after) => new Difference(before.Column, before.Cell, after.Cell))
            .Where(difference => difference.Old != difference.New);

    private static string Identity(ApplicantRecord record) =>
        IdNumber.Parse(record.IdNumber) is { State: IdNumberState.Valid, Number: var number }
            ? number
            : $"{record.Name} {ApplicantBirth.Day(record)?.ToString("yyyy-MM-dd", null) ?? record.BirthDate}";

    private static Bilingual Sentence(TableFault fault) => new(fault.Line, fault.Line);
}
