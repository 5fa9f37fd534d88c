using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR enters scores, for some or all qualified applicants, as often as needed until the scoring is closed.</summary>
public sealed class RecordScores(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Lines">One line for each applicant whose scores are entered.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, IReadOnlyList<Line> Lines);

    /// <summary>One applicant's scores.</summary>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Written">Points in the written test, 0 to 100, at most two decimals; null when not there yet.</param>
    /// <param name="Interview">Points in the interview, likewise.</param>
    /// <param name="TieBreak">Points in a tie-break test, where one was held.</param>
    /// <param name="Absent">Absent from a test: ranks nowhere.</param>
    /// <param name="Version">The version of the application that the page showed.</param>
    public sealed record Line(Guid ApplicationId, decimal? Written, decimal? Interview, decimal? TieBreak, bool Absent, long Version);

    /// <summary>Records the scores; all lines or none.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordScores), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { CaseId: { } caseId } round)
                return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
            if (round.Stage is not RoundStage.Examination)
                return Answer.Refused(Refusal.WrongTime, "现在不是录入成绩的阶段。", "Scores can't be entered at this stage.");
            if (desk.Today < round.Plan.ExamOn)
            {
                return Answer.Refused(Refusal.WrongTime,
                    $"考试日 {round.Plan.ExamOn:yyyy-MM-dd} 还没到，不能录入成绩。", $"The examination is on {round.Plan.ExamOn:yyyy-MM-dd}; there are no scores yet.");
            }

            var @case = await desk.CaseAsync(caseId, ct);
            if (await desk.RefusalOfInterestAsync(actor, @case, ct) is { } recused)
                return recused;
            var qualified = (await desk.ApplicationsAsync(round, ct))
                .Where(application => application.Standing is Standing.Qualified)
                .ToDictionary(application => application.Id);
            if (command.Lines.SelectMany(line => Faults(line, qualified)).ToList() is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);
            if (command.Lines.SelectMany(line => Changed(line, qualified[line.ApplicationId])).ToList() is { Count: > 0 } changed)
                return Answer.Refused(Refusal.Stale, changed);

            foreach (var line in command.Lines)
                Enter(@case, qualified[line.ApplicationId], line, actor);
            return Answer.Done($"已保存 {command.Lines.Count} 人的成绩。", $"The scores of {command.Lines.Count} are saved.", round.Id);
        }, ct);

    private void Enter(Case @case, Application application, Line line, Guid actor)
    {
        var before = Text(Stored(application));
        (application.Written, application.Interview, application.TieBreak, application.Absent) =
            (line.Written, line.Interview, line.TieBreak, line.Absent);
        if (Text(line) != before)
            desk.Record(@case, new AuditLine("ScoresRecorded", actor) { Subject = $"{application.Id}", OldValue = before, NewValue = Text(line) });
    }

    private static Line Stored(Application application) => new(
        application.Id, application.Written, application.Interview, application.TieBreak, application.Absent, application.Version);

    // Whoever saves second says what somebody else has saved meanwhile; where both say the same there is nothing to tell.
    private static IEnumerable<Bilingual> Changed(Line line, Application application)
    {
        var stored = Stored(application);
        if (line.Version == stored.Version || Text(line) == Text(stored))
            yield break;
        yield return new Bilingual(
            $"{application.Name}的材料在您打开页面之后被别人改过，现在的成绩是：笔试 {Points(stored.Written)}，面试 {Points(stored.Interview)}，加试 {Points(stored.TieBreak)}{(stored.Absent ? "，缺考" : "")}。",
            $"Somebody else changed {application.Name} after you opened the page. The scores now: written {Points(stored.Written)}, interview {Points(stored.Interview)}, tie-break {Points(stored.TieBreak)}{(stored.Absent ? ", absent" : "")}.");
    }

    private static string Points(decimal? points) => points is null ? "—" : FormattableString.Invariant($"{points:0.##}");

    private static string Text(Line line) =>
        FormattableString.Invariant($"{line.Written:0.00}/{line.Interview:0.00}/{line.TieBreak:0.00}/{(line.Absent ? "absent" : "")}");

    private static IEnumerable<Bilingual> Faults(Line line, Dictionary<Guid, Application> qualified)
    {
        if (!qualified.TryGetValue(line.ApplicationId, out var application))
        {
            yield return new Bilingual("名单中有未通过资格审查的人员。", "The list names somebody who isn't qualified.");
            yield break;
        }

        foreach (var score in new[] { line.Written, line.Interview, line.TieBreak })
        {
            if (score is { } points && (points is < 0 or > 100 || decimal.Round(points, 2) != points))
            {
                yield return new Bilingual(
                    $"{application.Name}：{points} 不是 0 到 100 之间、最多两位小数的分数。",
                    $"{application.Name}: {points} isn't a score from 0 to 100 with at most two decimals.");
            }
        }
    }
}
