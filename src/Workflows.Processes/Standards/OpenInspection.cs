using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Standards;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>HR opens the dated checklist of a special inspection (专项督导), empty or with the standing register's items and their owners.</summary>
public sealed class OpenInspection(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="By">Who inspects.</param>
    /// <param name="On">The day.</param>
    /// <param name="TakesRegister">Whether the items of the standing register are on the checklist, due on the day.</param>
    public sealed record Command(Guid OperationId, string Name, string By, DateOnly On, bool TakesRegister);

    /// <summary>Opens it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenInspection), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var (name, by) = (command.Name.Trim(), command.By.Trim());
            if (name.Length == 0 || by.Length == 0)
                return Answer.Refused(Refusal.Invalid, "请填写督导名称和督导单位。", "State what the inspection is called and who inspects.");
            if (command.On < desk.Today)
                return Answer.Refused(Refusal.Invalid, "督导日期不能早于今天。", "The inspection can't be before today.");

            var inspection = new Inspection { Id = Guid.CreateVersion7(desk.Now), Name = name, By = by, On = command.On };
            desk.Db.Inspections.Add(inspection);
            if (command.TakesRegister)
                desk.Db.StandardItems.AddRange(await RegisterAsync(inspection, ct));
            await desk.RecordInOfficeAsync(new AuditLine("InspectionOpened", actor) { Subject = $"{inspection.Id}", NewValue = $"{name} {by} {command.On:yyyy-MM-dd}" }, ct);
            return Answer.Done($"已建立{name}的清单。", $"The checklist of {name} is opened.", inspection.Id);
        }, ct);

    private async Task<List<StandardItem>> RegisterAsync(Inspection inspection, CancellationToken ct)
    {
        var register = await desk.Db.StandardItems.AsNoTracking().Where(item => item.InspectionId == null && item.RemovedOn == null).WithTasks().ToListAsync(ct);
        return register.InOrder().ConvertAll(item =>
        {
            var copy = new StandardItem
            {
                Id = Guid.CreateVersion7(desk.Now), InspectionId = inspection.Id, Number = item.Number, Text = item.Text, EnteredOn = desk.Today, ChangedAt = desk.Now,
            };
            if (item.TaskOn(desk.Today) is { } task)
                copy.Tasks.Add(desk.Task(copy, task.OwnerId, inspection.On));
            return copy;
        });
    }
}
