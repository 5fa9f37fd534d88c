using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Rotation;

namespace Workflows.Testing.Offices;

/// <summary>
/// The moves of a year's rotation, as people make them one by one. Twelve teachers are at a college whose quota of ten is full, and nobody has come for
/// five years: R13 asks for two by the end of 2026.
/// </summary>
public static class RotationOffice
{
    /// <summary>The first day at the new schools.</summary>
    public static DateOnly Effective { get; } = new(2026, 11, 1);

    private static CancellationToken Now => CancellationToken.None;

    private static Guid Hr => TestOffice.Of(OfficeRole.HumanResources);

    /// <summary>The twelve: 余音 alone teaches music and is the longest in post, then come 罗建平 (1998) and 周敏 (2005). They come back by name.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> AddCollegeAsync(this TestOffice office)
    {
        Dictionary<string, Guid> people = new() { ["余音"] = await office.AddTeacherSinceAsync("余音", 1995, "音乐") };
        people["罗建平"] = await office.AddTeacherSinceAsync("罗建平", 1998, "数学");
        people["周敏"] = await office.AddTeacherSinceAsync("周敏", 2005, "语文");
        for (var one = 1; one <= 9; one++)
            people[$"教师{one}"] = await office.AddTeacherSinceAsync($"教师{one}", 2010 + one, one % 2 == 0 ? "数学" : "语文");
        await office.AddHostAsync();
        return people;
    }

    /// <summary>A full-time teacher in primary schools, since the August of a year.</summary>
    public static Task<Guid> AddTeacherSinceAsync(this TestOffice office, string name, int year, string subject) => office.ReadAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        db.People.Add(new Person
        {
            Id = id, Name = name, StaffNumber = name, Gender = "女", Title = "高级教师", SchoolStage = "小学", Education = "本科", Status = StaffStatus.Active,
            OnEstablishment = true, PostLevel = PostLevel.Senior, Email = "teacher@example.org", BirthDate = new DateOnly(1985, 4, 12), Subject = subject,
            Tenures = [new Tenure { Id = Guid.CreateVersion7(), PersonId = id, From = new DateOnly(year, 8, 1), RecordedAt = office.Clock.GetUtcNow() }],
        });
        await db.SaveChangesAsync();
        return id;
    });

    /// <summary>HR opens the rotation of 2026 and declares no relative on it; its case comes back.</summary>
    public static async Task<Guid> OpenRotationAsync(this TestOffice office)
    {
        var answer = await office.DoAsync<OpenRotationRound>(u => u.RunAsync(new(Guid.CreateVersion7(), Effective), Hr, Now));
        await office.DeclareAsync(answer.Id!.Value, OfficeRole.HumanResources);
        return answer.Id.Value;
    }

    /// <summary>HR tries to hand it in.</summary>
    public static async Task<Answer> HandInRotationAsync(this TestOffice office)
    {
        var item = await office.OpenItemAsync("draft");
        return await office.AskAsync<HandInRotation>(u => u.RunAsync(new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Submitted, ""), Hr, Now));
    }

    /// <summary>The rotation as it is now.</summary>
    public static Task<RotationRound> RotationAsync(this TestOffice office, Guid @case) =>
        office.ReadAsync(db => db.RotationRounds.AsNoTracking().Include(round => round.Lines).SingleAsync(round => round.CaseId == @case));

    /// <summary>The person's line.</summary>
    public static async Task<RotationLine> RotationLineAsync(this TestOffice office, Guid @case, Guid person) =>
        (await office.RotationAsync(@case)).Lines.Single(line => line.PersonId == person);

    /// <summary>HR puts somebody on it, or elsewhere.</summary>
    public static async Task<Answer> EditRotationAsync(
        this TestOffice office, Guid @case, Guid person, string school = SecondmentOffice.Host, string reason = "经研究") => await office.AskAsync<EditRotationLine>(
        async u => await u.RunAsync(
            new(Guid.CreateVersion7(), @case, (await office.RotationAsync(@case)).Version, person, school, SchoolStage.Primary, reason), Hr, Now));

    /// <summary>Somebody answers for a line: the person's own account, or HR.</summary>
    public static async Task<Answer> AnswerRotationAsync(this TestOffice office, Guid @case, Guid person, Guid? account = null, string objection = "")
    {
        var line = await office.RotationLineAsync(@case, person);
        return await office.AskAsync<AnswerPlanLine>(u => u.RunAsync(
            new(Guid.CreateVersion7(), line.Id, objection.Length > 0, objection), account ?? Hr, Now));
    }

    /// <summary>HR handles an objection.</summary>
    public static async Task<Answer> HandleRotationAsync(this TestOffice office, Guid @case, Guid person, ObjectionHandling how, string school = "")
    {
        var round = await office.RotationAsync(@case);
        return await office.AskAsync<HandleLineObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round.Lines.Single(line => line.PersonId == person).Id, round.Version, how, "经研究")
            {
                School = school, Stage = SchoolStage.Primary,
            }, Hr, Now));
    }

    /// <summary>HR issues the document of a rotation whose notice is over.</summary>
    public static Task IssueRotationAsync(this TestOffice office) =>
        office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教调〔2026〕3号");
}
