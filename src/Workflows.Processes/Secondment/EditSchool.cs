using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR enters a school that takes people in, or changes how many of each subject it takes in a semester (R11).</summary>
public sealed class EditSchool(Desk desk)
{
    private const int MostPlaces = 99;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Name">The school.</param>
    /// <param name="Stage">Its stage; a school with two stages stands twice.</param>
    /// <param name="Version">The version that the page showed; null for a school that is new.</param>
    /// <param name="Township">所在乡镇.</param>
    /// <param name="DistanceKilometres">Kilometres from the college; null where it isn't known.</param>
    /// <param name="Places">每学期接收名额, by subject.</param>
    public sealed record Command(
        Guid OperationId, string Name, SchoolStage Stage, long? Version, string Township, decimal? DistanceKilometres, IReadOnlyList<SubjectPlaces> Places);

    /// <summary>Enters or changes the school.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(EditSchool), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var name = command.Name.Trim();
            if (name.Length == 0 || !Enum.IsDefined(command.Stage))
                return Answer.Refused(Refusal.Invalid, "请填写学校名称和学段。", "State the school's name and stage.");
            if (command.DistanceKilometres is < 0)
                return Answer.Refused(Refusal.Invalid, "距离不能是负数。", "A distance can't be negative.");
            var places = command.Places.Where(one => one.Subject.Trim().Length > 0)
                .Select(one => one with { Subject = one.Subject.Trim() }).ToList();
            if (places.Exists(one => one.Count is < 0 or > MostPlaces) || places.DistinctBy(one => one.Subject).Count() != places.Count)
                return Answer.Refused(Refusal.Invalid, $"名额写成“学科 人数”，每个学科一行，0 至 {MostPlaces}。", $"Write places as “subject number”, each subject once, 0 to {MostPlaces}.");

            var school = await desk.Db.Schools.FindAsync([name, command.Stage], ct);
            if (school is null != command.Version is null || (school is not null && school.Version != command.Version))
                return Answer.Refused(Refusal.Stale, "这所学校已被别人登记或改过，请刷新后再改。", "Somebody else entered or changed this school. Reload, then change it.");
            var before = school is null ? "" : Written(school);
            if (school is null)
                desk.Db.Schools.Add(school = new School { Name = name, Stage = command.Stage });
            (school.Township, school.DistanceKilometres, school.Places) = (command.Township.Trim(), command.DistanceKilometres, places);
            await desk.RecordInOfficeAsync(new AuditLine("SchoolEdited", actor)
            {
                Subject = $"{name} {command.Stage.Word()}", OldValue = before, NewValue = Written(school),
            }, ct);
            return Answer.Done($"已保存{name}。", $"{name} is saved.");
        }, ct);

    private static string Written(School school) =>
        JsonSerializer.Serialize(new { school.Township, school.DistanceKilometres, school.Places }, PolicyJson.Options);
}
