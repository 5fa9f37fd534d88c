using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Lists;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Hiring;
using Workflows.Policy.Secondment;
using Workflows.Processes.Appointments;
using Workflows.Processes.Cases;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices.Steps;

/// <summary>
/// Posts one public notice (公示), for the whole list of a round, a semester or a rotation, or for one appointment: name, birth month, education, employer (or the post held now)
/// and post, never ID or phone.
/// </summary>
[Step("Workflows.PublishNotice", Zh = "公示", En = "Publish the notice")]
public sealed class PublishNotice(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        if (call.MayBeRepeat && await desk.Db.Notices.AnyAsync(n => n.CaseId == call.CaseId && n.Step == call.WaitId, ct))
            return StepResult.Done();

        var @case = await desk.CaseAsync(call.CaseId, ct);
        var (days, lines) = @case.PersonId is not null ? await OfPersonAsync(@case, ct)
            : @case.RoundId is not null ? await OfRoundAsync(@case, ct) : await OfListAsync(@case, ct);
        desk.Db.Notices.Add(new PublicNotice
        {
            Id = Guid.CreateVersion7(desk.Now), CaseId = @case.Id, Step = call.WaitId, RoundId = @case.RoundId, PostedOn = desk.Today,
            Days = days, Lines = lines,
        });
        desk.Record(@case, new AuditLine("NoticePosted", null) { Subject = call.WaitId, NewValue = $"{days}" });
        return StepResult.Done();
    }

    private async Task<(int Days, IReadOnlyList<NoticeLine> Lines)> OfRoundAsync(Case @case, CancellationToken ct)
    {
        var round = await desk.RoundAsync(@case, ct);
        var proposed = (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing is Standing.Proposed);
        round.Stage = RoundStage.OnNotice;
        return (round.Plan.NoticeDays, [.. proposed.OrderBy(application => application.Rank).Select(application => Line(round, application))]);
    }

    private async Task<(int Days, IReadOnlyList<NoticeLine> Lines)> OfPersonAsync(Case @case, CancellationToken ct)
    {
        var proposal = (await desk.AppointmentAsync(@case.Id, ct)).Proposal;
        var person = await desk.PersonAsync(@case, ct);
        var line = new NoticeLine(
            null, person.Name, person.BirthDate?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "", person.Education,
            StaffWording.Grade(proposal.FromGrade).Zh, StaffWording.Grade(proposal.ToGrade).Zh);
        return (desk.Office.Staff.Appointment.NoticeDays, [line]);
    }

    private async Task<(int Days, IReadOnlyList<NoticeLine> Lines)> OfListAsync(Case @case, CancellationToken ct)
    {
        var list = await desk.ListAsync(@case.Id, ct);
        var standing = list.Standing.ToList();
        var ids = standing.ConvertAll(line => line.PersonId);
        var people = await desk.Db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct);
        return (list is RotationRound ? desk.Office.Staff.Rotation.NoticeDays : desk.Office.Staff.Secondment.NoticeDays, [.. standing.OrderBy(line => people[line.PersonId].Name, StringComparer.Ordinal).Select(line => Line(people[line.PersonId], line))]);
    }

    private static NoticeLine Line(Person person, ListLine line) => new(
        null, person.Name, person.BirthDate?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "", person.Education, person.Subject,
        line is PlanLine plan ? $"{line.School}（{SecondmentWording.Name(plan.Kind).Zh}）" : line.School) { PersonId = person.Id };

    private static NoticeLine Line(Round round, Application application) => new(
        application.Id,
        application.Name,
        ApplicantBirth.Month(application.Record),
        application.Record.Education,
        application.Record.Employer,
        round.Plan.Post);
}
