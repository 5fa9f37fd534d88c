using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Secondment;

namespace Workflows.Testing.Offices;

/// <summary>The moves of a semester's list and of a teacher's cycle, as people make them one by one. The list is that of 2026-2027-2.</summary>
public static class SecondmentOffice
{
    /// <summary>The semester of the stories: 2027-03-04 to 2027-07-02 in primary schools, provisional.</summary>
    public const string Semester = "2026-2027-2";

    /// <summary>The school of the stories.</summary>
    public const string Host = "城关小学";

    /// <summary>An anchor from which 2026-2027-2 is the last feasible semester.</summary>
    public static DateOnly DueThen { get; } = new(2024, 8, 1);

    /// <summary>An anchor whose three years are long over.</summary>
    public static DateOnly Overdue { get; } = new(2022, 6, 1);

    private static CancellationToken Now => CancellationToken.None;

    private static Guid Hr => TestOffice.Of(OfficeRole.HumanResources);

    /// <summary>A full-time teacher of mathematics in primary schools, whose years are counted from the anchor.</summary>
    public static async Task<Guid> AddTeacherAsync(this TestOffice office, string name, DateOnly anchor, string subject = "数学")
    {
        var id = await office.AddPersonAsync(name);
        await office.ReadAsync(async db =>
        {
            var person = await db.People.SingleAsync(one => one.Id == id);
            (person.SecondmentAnchor, person.Subject) = (anchor, subject);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>A primary school with places for mathematics; the account of the role School acts for it.</summary>
    public static async Task AddHostAsync(this TestOffice office, string name = Host, int places = 2, bool hasAccount = true)
    {
        await office.DoAsync<EditSchool>(u => u.RunAsync(
            new(Guid.CreateVersion7(), name, SchoolStage.Primary, null, "凤岗街道", 3, [new("数学", places)]), Hr, Now));
        if (hasAccount)
        {
            await office.ReadAsync(async db =>
            {
                (await db.Users.SingleAsync(one => one.Id == TestOffice.Of(OfficeRole.School))).School = name;
                return await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>HR opens the list of 2026-2027-2 and declares no relative on it; its case comes back.</summary>
    public static async Task<Guid> OpenPlanAsync(this TestOffice office)
    {
        var answer = await office.DoAsync<OpenSecondmentPlan>(u => u.RunAsync(new(Guid.CreateVersion7(), Semester), Hr, Now));
        await office.DeclareAsync(answer.Id!.Value, OfficeRole.HumanResources);
        return answer.Id.Value;
    }

    /// <summary>HR tries to hand the list in.</summary>
    public static async Task<Answer> HandInAsync(this TestOffice office)
    {
        var item = await office.OpenItemAsync("draft");
        return await office.AskAsync<HandInPlan>(u => u.RunAsync(new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Submitted, ""), Hr, Now));
    }

    /// <summary>A list that is handed in; its case comes back.</summary>
    public static async Task<Guid> HandedInAsync(this TestOffice office)
    {
        var @case = await office.OpenPlanAsync();
        var answer = await office.HandInAsync();
        Assert.True(answer.IsDone, string.Join(" ", answer.Reasons.Select(reason => reason.En)));
        return @case;
    }

    /// <summary>The list as it is now.</summary>
    public static Task<SecondmentPlan> PlanAsync(this TestOffice office, Guid @case) =>
        office.ReadAsync(db => db.SecondmentPlans.AsNoTracking().Include(plan => plan.Lines).SingleAsync(plan => plan.CaseId == @case));

    /// <summary>The person's line.</summary>
    public static async Task<PlanLine> LineAsync(this TestOffice office, Guid @case, Guid person) =>
        (await office.PlanAsync(@case)).Lines.Single(line => line.PersonId == person);

    /// <summary>HR puts somebody on the list, or elsewhere.</summary>
    public static async Task<Answer> EditAsync(this TestOffice office, Guid @case, Guid person, string school = Host, string reason = "")
    {
        var plan = await office.PlanAsync(@case);
        return await office.AskAsync<EditPlanLine>(u => u.RunAsync(
            new(Guid.CreateVersion7(), @case, plan.Version, person, school, SchoolStage.Primary, PlacementKind.Secondment, reason), Hr, Now));
    }

    /// <summary>Somebody answers for a line: the person's own account, or HR.</summary>
    public static async Task<Answer> AnswerAsync(this TestOffice office, Guid @case, Guid person, Guid? account = null, string objection = "")
    {
        var line = await office.LineAsync(@case, person);
        return await office.AskAsync<AnswerPlanLine>(u => u.RunAsync(
            new(Guid.CreateVersion7(), line.Id, objection.Length > 0, objection), account ?? Hr, Now));
    }

    /// <summary>HR handles an objection.</summary>
    public static async Task<Answer> HandleLineAsync(this TestOffice office, Guid @case, Guid person, ObjectionHandling how, string school = "")
    {
        var plan = await office.PlanAsync(@case);
        return await office.AskAsync<HandleLineObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), plan.Lines.Single(line => line.PersonId == person).Id, plan.Version, how, "经研究")
            {
                School = school, Stage = SchoolStage.Primary, Kind = PlacementKind.Secondment,
            }, Hr, Now));
    }

    /// <summary>Both schools countersign, the council decides, the bureau approves: the list is on public notice.</summary>
    public static async Task ApproveAsync(this TestOffice office, Guid @case)
    {
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.Leadership, "council", Outcomes.Approved, minutes: "校务会纪要〔2026〕21号");
        await office.DeclareAsync(@case, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.EducationBureau, "bureau", Outcomes.Approved);
    }

    /// <summary>HR issues the document of a list whose notice is over.</summary>
    public static Task IssueAsync(this TestOffice office) =>
        office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教派〔2026〕7号");

    /// <summary>The recurring look at whose cycle has to be opened.</summary>
    public static async Task LookAtCyclesAsync(this TestOffice office)
    {
        await office.AskAsync<OpenCycles>(async u =>
        {
            await u.RunAsync(Now);
            return Answer.Done("", "");
        });
    }

    /// <summary>The person's cycles with their cases, oldest first.</summary>
    public static async Task<IReadOnlyList<(SecondmentCycle Cycle, Case Case)>> CyclesAsync(this TestOffice office, Guid person) => await office.ReadAsync(async db =>
        (await (from cycle in db.SecondmentCycles join @case in db.Cases on cycle.CaseId equals @case.Id
                where cycle.PersonId == person orderby cycle.CountedFrom select new { cycle, @case }).ToListAsync())
        .ConvertAll(one => (one.cycle, one.@case)));

    /// <summary>The person's placements, oldest first.</summary>
    public static Task<List<Placement>> PlacementsAsync(this TestOffice office, Guid person) =>
        office.ReadAsync(db => db.Placements.AsNoTracking().Where(one => one.PersonId == person).OrderBy(one => one.From).ToListAsync());

    /// <summary>HR enters a placement directly: the semester of the stories at the host.</summary>
    public static Task<Answer> PlaceAsync(this TestOffice office, Guid person, string documentNumber = "沙教派〔2027〕1号") =>
        office.AskAsync<RecordPlacement>(u => u.RunAsync(new(
            Guid.CreateVersion7(), person, Host, SchoolStage.Primary, PlacementKind.Secondment, new DateOnly(2027, 3, 4), new DateOnly(2027, 7, 2), false,
            documentNumber, "急需顶岗"), Hr, Now));

    /// <summary>Somebody records the day of reporting for duty.</summary>
    public static async Task<Answer> ReportAsync(this TestOffice office, OfficeRole role, string day)
    {
        var item = await office.OpenItemAsync("report");
        return await office.AskAsync<RecordReport>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Reported, DateOnly.ParseExact(day, "yyyy-MM-dd"), ""), TestOffice.Of(role), Now));
    }
}
