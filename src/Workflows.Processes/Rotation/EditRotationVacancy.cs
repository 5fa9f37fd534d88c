using System.Text.Json;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation;

/// <summary>HR changes who would come by a year's rotation: the subject, stage, level and number of places of a vacancy, with the reason. No places takes it off.</summary>
public sealed class EditRotationVacancy(Desk desk)
{
    private const int MostPlaces = 50;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="VacancyId">The vacancy; null for a new one.</param>
    /// <param name="Subject">The subject.</param>
    /// <param name="Stage">The school stage.</param>
    /// <param name="Level">The level of post.</param>
    /// <param name="Places">How many; 0 takes it off.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(
        Guid OperationId, Guid RoundId, long Version, Guid? VacancyId, string Subject, SchoolStage Stage, PostLevel Level, int Places, string Reason);

    /// <summary>Adds, changes or takes off the vacancy.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(EditRotationVacancy), async () =>
        {
            if (await desk.FindRotationAsync(command.RoundId, ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这轮轮岗。", "There is no such rotation.");
            if (await desk.RefusalOfListWorkAsync(actor, round, command.Version, ListDesk.DraftStep, ct) is { } refusal)
                return refusal;
            var before = round.Vacancies.FirstOrDefault(one => one.Id == command.VacancyId);
            if (before is null && command.VacancyId is not null)
                return Answer.Refused(Refusal.NotFound, "没有这个补充岗位。", "There is no such vacancy.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明理由。", "State the reason.");
            if (command.Subject.Trim() is not { Length: > 0 } subject || !Enum.IsDefined(command.Stage) || !Enum.IsDefined(command.Level)
                || command.Places < (before is null ? 1 : 0) || command.Places > MostPlaces)
                return Answer.Refused(Refusal.Invalid, $"请填写学科、学段、岗位层级和人数（不超过 {MostPlaces}）。", $"State the subject, the stage, the level and the number of places, {MostPlaces} at the most.");

            var after = new RotationVacancy
            {
                Id = before?.Id ?? Guid.CreateVersion7(desk.Now), Subject = subject, Stage = command.Stage.Word(), Level = command.Level,
                Places = command.Places, Reason = reason, ReasonEn = before?.Reason == reason ? before.ReasonEn : "",
            };
            round.Vacancies = [.. round.Vacancies.Where(one => one.Id != after.Id), .. after.Places > 0 ? [after] : (RotationVacancy[])[]];
            desk.Touch(round);
            desk.Record(await desk.CaseAsync(round.CaseId, ct), new AuditLine("RotationVacancyEdited", actor)
            {
                Subject = $"{after.Id}", OldValue = before is null ? "" : Written(before), NewValue = Written(after), Reason = reason,
            });
            return after.Places > 0
                ? Answer.Done("补充岗位已保存。", "The vacancy is saved.", round.CaseId)
                : Answer.Done("补充岗位已去掉。", "The vacancy is taken off.", round.CaseId);
        }, ct);

    private static string Written(RotationVacancy vacancy) =>
        JsonSerializer.Serialize(new { vacancy.Subject, vacancy.Stage, vacancy.Level, vacancy.Places }, PolicyJson.Options);
}
