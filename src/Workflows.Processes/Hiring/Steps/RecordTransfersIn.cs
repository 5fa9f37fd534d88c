using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Policy.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>
/// Puts the chosen applicants on the roster: never more than places, and only while quota and post structure have room on the day of
/// joining (R25). Each starts a secondment cycle on that day (R12).
/// </summary>
[Step("Workflows.RecordTransfersIn", "Recorded", "NoVacancy", Zh = "登记调入", En = "Record the transfers-in")]
public sealed class RecordTransfersIn(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var chosen = (await desk.ApplicationsAsync(round, ct))
            .Where(application => application.Standing is Standing.Proposed)
            .OrderBy(application => application.Rank)
            .Take(round.Plan.Places)
            .ToList();
        var vacancy = await desk.VacancyAsync(round, ct);
        if (vacancy.Free is not { } free || free < chosen.Count)
        {
            desk.Record(@case, new AuditLine("NoVacancy", null) { Subject = "R25", NewValue = $"{vacancy.Free}", OldValue = $"{chosen.Count}" });
            return StepResult.Done("NoVacancy");
        }

        var issued = await desk.LastDecisionAsync(@case, Outcomes.Issued, ct);
        foreach (var application in chosen)
        {
            var person = Join(round.Plan, application, issued.DocumentNumber ?? "");
            desk.Db.People.Add(person);
            application.PersonId = person.Id;
            application.Standing = Standing.Joined;
            desk.Record(@case, new AuditLine("TransferInRecorded", null) { Subject = $"{person.Id}", NewValue = issued.DocumentNumber ?? "" });
            await desk.TellAsync(application, $"{round.Plan.Entry}", ct);
        }

        return StepResult.Done("Recorded");
    }

    private Person Join(RoundPlan plan, Application application, string documentNumber)
    {
        var id = Guid.CreateVersion7(desk.Now);
        var record = application.Record;
        return new Person
        {
            Id = id,
            Name = application.Name,
            IdNumber = record.IdNumber,
            BirthDate = ApplicantBirth.Day(record),
            Category = StaffCategory.FullTimeTeacher,
            Status = StaffStatus.Active,
            OnEstablishment = true,
            PostLevel = plan.Level,
            Education = record.Education,
            Title = record.Title,
            Subject = plan.Subject,
            SchoolStage = plan.Stage,
            Honours = record.Honours,
            FormerEmployer = record.Employer,
            Phone = record.Phone,
            Email = record.Email,
            SecondmentAnchor = plan.JoinsOn,
            Tenures =
            [
                new Tenure
                {
                    Id = Guid.CreateVersion7(desk.Now), PersonId = id, From = plan.JoinsOn, Entry = plan.Entry,
                    DocumentNumber = documentNumber, ApplicationId = application.Id, RecordedAt = desk.Now,
                },
            ],
        };
    }
}
