using System.Globalization;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Rotation;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation;

/// <summary>HR opens a year's rotation (R13): it proposes who goes and which vacancies that opens, and goes back to HR to be worked on.</summary>
public sealed class OpenRotationRound(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="EffectiveOn">The first day at the new schools; its year is the round's.</param>
    public sealed record Command(Guid OperationId, DateOnly EffectiveOn);

    /// <summary>Opens the round; the answer names its case.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenRotationRound), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var (on, year) = (command.EffectiveOn, command.EffectiveOn.Year);
            if (on <= desk.Today || year > desk.Today.Year + 1)
                return Answer.Refused(Refusal.Invalid, "调动生效日须在今天以后、明年年底以前。", "The day of the transfers comes after today, and not after the end of next year.");
            if (await desk.RunningRotationAsync(year, ct) is not null)
                return Answer.Refused(Refusal.WrongTime, $"{year} 年的轮岗正在办理，同一年只能有一轮。", $"The rotation of {year} is under way; a year has only one at a time.");

            var @case = new Case
            {
                Id = Guid.CreateVersion7(desk.Now), DefinitionId = Rotations.Definition, TitleZh = $"{year} 年教师轮岗", TitleEn = $"Rotation of {year}",
                OpenedBy = actor, OpenedAt = desk.Now,
            };
            var round = new RotationRound { CaseId = @case.Id, Year = year, EffectiveOn = on, OpenedAt = desk.Now, ChangedAt = desk.Now };
            var situation = await desk.RotationSituationAsync(round, ct);
            RotationProposal.Fill(situation, () => Guid.CreateVersion7(desk.Now));
            desk.Db.Cases.Add(@case);
            desk.Db.RotationRounds.Add(round);
            var line = new AuditLine("RotationOpened", actor)
            {
                Subject = $"{year}", NewValue = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Reason = RotationReasons.Of(situation.Need).Zh,
            };
            desk.Record(@case, line);
            // Through the office's record two who open at once meet: the second sees the first one's round.
            await desk.RecordInOfficeAsync(line with { NewValue = $"{@case.Id}" }, ct);
            await desk.Engine.StartAsync(@case.Id, Rotations.Definition, ct);
            return Answer.Done(
                $"已提出 {round.Lines.Count} 人轮岗、补充 {round.Places} 人的建议，请核对后提交。",
                $"It proposes {round.Lines.Count} to go and {round.Places} to come: go through it, then hand it in.", @case.Id);
        }, ct);
}
