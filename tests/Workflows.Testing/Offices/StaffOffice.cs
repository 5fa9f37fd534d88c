using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Appointments;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Identity;

namespace Workflows.Testing.Offices;

/// <summary>The moves of appointments and exits, as the people of the office make them one by one.</summary>
public static class StaffOffice
{
    private static CancellationToken Now => CancellationToken.None;

    /// <summary>Somebody on the roster since 2015-08-01, with a title and, where given, the level of a post grade held.</summary>
    public static Task<Guid> AddPersonAsync(this TestOffice office, string name, string title = "高级教师", int? grade = 8) => office.ReadAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        db.People.Add(new Person
        {
            Id = id, Name = name, StaffNumber = name, Title = title, SchoolStage = "小学", Education = "本科", Status = StaffStatus.Active, OnEstablishment = true,
            PostLevel = grade is { } held ? PostGrade.LevelOf(held) : null, Email = "teacher@example.org", BirthDate = new DateOnly(1980, 4, 12),
            Tenures = [new Tenure { Id = Guid.CreateVersion7(), PersonId = id, From = new DateOnly(2015, 8, 1), RecordedAt = office.Clock.GetUtcNow() }],
        });
        await db.SaveChangesAsync();
        return id;
    });

    /// <summary>Another account with a role, where one of each isn't enough.</summary>
    public static Task<Guid> AddAccountAsync(this TestOffice office, OfficeRole role, Guid? person = null) => office.ReadAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        db.Users.Add(new Account
        {
            Id = id, UserName = $"{role}{id:N}", DisplayName = $"{role} 2", Email = $"{id:N}@example.org", PersonId = person,
            Hats = [new Hat { AccountId = id, Role = role }],
        });
        await db.SaveChangesAsync();
        return id;
    });

    /// <summary>The role's account turns out to be that person on the roster.</summary>
    public static Task<int> IsPersonAsync(this TestOffice office, OfficeRole role, Guid person) => office.ReadAsync(async db =>
    {
        (await db.Users.SingleAsync(account => account.Id == TestOffice.Of(role))).PersonId = person;
        return await db.SaveChangesAsync();
    });

    /// <summary>A proposal in order: up from grade 8 to grade 7 by competition, effective 2026-10-01.</summary>
    public static AppointmentProposal Up { get; } = new()
    {
        FromGrade = 8, ToGrade = 7, EffectiveOn = new DateOnly(2026, 10, 1), Reason = "竞聘上岗",
        Competition = new Competition("沙教聘方案〔2026〕1号", "2026-07-01", "考评 91.5 分，第 1 名"),
    };

    /// <summary>HR proposes an appointment.</summary>
    public static Task<Answer> ProposeAsync(this TestOffice office, Guid person, AppointmentProposal proposal) => office.AskAsync<ProposeAppointment>(
        u => u.RunAsync(new(Guid.CreateVersion7(), person, proposal), TestOffice.Of(OfficeRole.HumanResources), Now));

    /// <summary>HR proposes an appointment; its case comes back, in which nobody but HR has declared yet.</summary>
    public static async Task<Guid> ProposedAsync(this TestOffice office, Guid person, AppointmentProposal proposal)
    {
        var answer = await office.ProposeAsync(person, proposal);
        Assert.True(answer.IsDone, string.Join(" ", answer.Reasons.Select(reason => reason.En)));
        await office.DeclareAsync(answer.Id!.Value, OfficeRole.HumanResources);
        return answer.Id.Value;
    }

    /// <summary>HR opens an exit.</summary>
    public static Task<Answer> OpenExitAsync(this TestOffice office, Guid person, ExitProposal proposal) => office.AskAsync<OpenExit>(
        u => u.RunAsync(new(Guid.CreateVersion7(), person, proposal), TestOffice.Of(OfficeRole.HumanResources), Now));

    /// <summary>HR opens an exit; its case comes back, in which nobody but HR has declared yet.</summary>
    public static async Task<Guid> OpenedExitAsync(this TestOffice office, Guid person, ExitProposal proposal)
    {
        var answer = await office.OpenExitAsync(person, proposal);
        Assert.True(answer.IsDone, string.Join(" ", answer.Reasons.Select(reason => reason.En)));
        await office.DeclareAsync(answer.Id!.Value, OfficeRole.HumanResources);
        return answer.Id.Value;
    }

    /// <summary>The roles' accounts declare that the person concerned is no relative.</summary>
    public static async Task DeclareAsync(this TestOffice office, Guid caseId, params OfficeRole[] roles)
    {
        foreach (var role in roles)
            Assert.True((await office.DeclareAsync(caseId, TestOffice.Of(role), "")).IsDone, $"{role} can't declare");
    }

    /// <summary>An account declares that the person concerned is a relative, by a relation, or none.</summary>
    public static Task<Answer> DeclareAsync(this TestOffice office, Guid caseId, Guid account, string relation) => office.AskAsync<DeclareRelative>(
        u => u.RunAsync(new(Guid.CreateVersion7(), caseId, relation.Length > 0, relation), account, Now));

    /// <summary>An account tries to decide the open item of that activity.</summary>
    public static async Task<Answer> TryDecideAsync(
        this TestOffice office, Guid account, string activity, string outcome, string comment = "", string? minutes = null)
    {
        var item = await office.OpenItemAsync(activity);
        return await office.AskAsync<DecideWorkItem>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, comment) { Minutes = minutes }, account, Now));
    }

    /// <summary>A leader and the education bureau approve with minutes: two of three votes.</summary>
    public static async Task VoteAsync(this TestOffice office, Guid caseId)
    {
        await office.DeclareAsync(caseId, OfficeRole.Leadership, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕11号");
        await office.DecideAsync(OfficeRole.EducationBureau, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕11号");
    }

    /// <summary>HR records what the person says in writing.</summary>
    public static Task<Answer> StateAsync(this TestOffice office, Guid caseId, bool objects, string statement) => office.AskAsync<RecordStatement>(
        u => u.RunAsync(new(Guid.CreateVersion7(), caseId, objects, statement), TestOffice.Of(OfficeRole.HumanResources), Now));

    /// <summary>HR goes through the handover.</summary>
    public static async Task<Answer> HandOverAsync(this TestOffice office, IReadOnlyList<HandoverLine> lines)
    {
        var item = await office.OpenItemAsync("handover");
        return await office.AskAsync<RecordHandover>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), lines, ""), TestOffice.Of(OfficeRole.HumanResources), Now));
    }

    /// <summary>Everything is handed over.</summary>
    public static IReadOnlyList<HandoverLine> Everything { get; } =
        [.. Enum.GetValues<HandoverPoint>().Select(point => new HandoverLine(point, true, "已交办公室"))];

    /// <summary>Somebody with tenures and posts as they are now.</summary>
    public static Task<Person> PersonAsync(this TestOffice office, Guid person) => office.ReadAsync(db =>
        db.People.Include(one => one.Tenures).Include(one => one.Posts).SingleAsync(one => one.Id == person));

    /// <summary>A case as it is now.</summary>
    public static Task<Case> CaseAsync(this TestOffice office, Guid caseId) => office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == caseId));

    /// <summary>The templates of the letters that a case wrote, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> LettersAsync(this TestOffice office, Guid caseId) => await office.ReadAsync(db =>
        db.Letters.Where(letter => letter.CaseId == caseId).OrderBy(letter => letter.PlannedAt).ThenBy(letter => letter.Id)
            .Select(letter => letter.Template).ToListAsync());

    /// <summary>The register of waivers, oldest first.</summary>
    public static Task<List<Waiver>> WaiversAsync(this TestOffice office) => office.ReadAsync(db => db.Waivers.OrderBy(waiver => waiver.Id).ToListAsync());
}
