using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Processes.Hiring;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation.Steps;

/// <summary>Drafts a hiring round for each vacancy of a year's rotation, once: post, subject, level and places are filled in, and HR completes and hands it in.</summary>
[Step("Workflows.OpenVacancies", Zh = "起草补充招聘", En = "Draft the hiring rounds")]
public sealed class OpenVacancies(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var rotation = await desk.RotationAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        foreach (var vacancy in rotation.Vacancies.Where(one => one.HiringRoundId is null))
        {
            // The hiring round has the vacancy's id: a step that runs again finds it.
            var round = await desk.Db.Rounds.FindAsync([vacancy.Id], ct) ?? desk.Db.Rounds.Add(Draft(vacancy, await NumberAsync(ct))).Entity;
            rotation.Vacancies = [.. rotation.Vacancies.Select(one => one.Id == vacancy.Id ? one with { HiringRoundId = round.Id } : one)];
            desk.Record(@case, new AuditLine("VacancyOpened", null) { Subject = round.Number, NewValue = $"{vacancy.Places}", Reason = vacancy.Reason });
        }

        desk.Touch(rotation);
        return StepResult.Done();
    }

    private Round Draft(RotationVacancy vacancy, string number)
    {
        var plan = FreshPlan.Of(desk.Office, desk.Today) with
        {
            Post = $"{vacancy.Stage}{vacancy.Subject}教研员", Subject = vacancy.Subject, Stage = vacancy.Stage, Level = vacancy.Level, Places = vacancy.Places,
        };
        return new Round { Id = vacancy.Id, Number = number, Plan = plan, AgeReading = plan.AgeReading };
    }

    private async Task<string> NumberAsync(CancellationToken ct)
    {
        var year = $"{desk.Today:yyyy}-";
        var taken = await desk.Db.Rounds.Where(round => round.Number.StartsWith(year)).Select(round => round.Number).ToListAsync(ct);
        taken.AddRange(desk.Db.Rounds.Local.Select(round => round.Number));
        return FreshPlan.Number(desk.Today, taken);
    }
}
