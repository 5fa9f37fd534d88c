using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Processes.Notices;
using Workflows.Processes.WorkItems;

namespace Workflows.Testing.Offices;

/// <summary>The moves of a hiring round, as the people of the office make them one by one. Tests read like the story.</summary>
public static class HiringOffice
{
    /// <summary>Five teachers of the district, all eligible; the first column is the name.</summary>
    public const string FiveApplicants = """
        姓名,出生日期,最高学历,职称,任教经历,任教学段,现单位,现单位所在区,身份证号,邮箱
        张伟,1985-07-09,本科,一级教师,2008-09~至今 城关小学,小学,城关小学,沙县区,,zhang@example.org
        李娜,1986-03-12,本科,高级教师,2009-09~至今 第二小学,小学,第二小学,沙县区,,li@example.org
        王芳,1987-11-30,本科,一级教师,2010-09~至今 实验小学,小学,实验小学,沙县区,,wang@example.org
        刘洋,1988-01-05,本科,一级教师,2011-09~至今 虬江小学,小学,虬江小学,沙县区,,liu@example.org
        陈静,1989-05-20,本科,一级教师,2012-09~至今 凤岗小学,小学,凤岗小学,沙县区,,chen@example.org
        """;

    private static CancellationToken Now => CancellationToken.None;

    /// <summary>HR plans a round and hands it in; the round's id comes back.</summary>
    public static async Task<Guid> SubmitAsync(this TestOffice office, RoundPlan plan)
    {
        var hr = TestOffice.Of(OfficeRole.HumanResources);
        var planned = await office.DoAsync<PlanRound>(u => u.RunAsync(new(Guid.CreateVersion7(), $"2026-{plan.Post}", plan), hr, Now));
        await office.DoAsync<SubmitRound>(u => u.RunAsync(new(Guid.CreateVersion7(), planned.Id!.Value), hr, Now));
        return planned.Id!.Value;
    }

    /// <summary>A round that is announced and open to applications on 2026-08-04.</summary>
    public static async Task<Guid> AnnounceAsync(this TestOffice office, RoundPlan plan)
    {
        var round = await office.SubmitAsync(plan);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        await office.PublishAsync();
        await office.GoToAsync("2026-08-04 08:00");
        return round;
    }

    /// <summary>HR publishes the announcement of the one countersigned round.</summary>
    public static async Task<Answer> PublishAsync(this TestOffice office)
    {
        var item = await office.OpenItemAsync("announce");
        return await office.DoAsync<PublishAnnouncement>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Announced, "") { DocumentNumber = "沙教招〔2026〕1号" },
            TestOffice.Of(OfficeRole.HumanResources), Now));
    }

    /// <summary>HR imports applicants, as text with a header row.</summary>
    public static Task<Answer> ImportAsync(this TestOffice office, Guid round, string csv) =>
        office.DoAsync<ImportApplicants>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, "applicants.csv", Encoding.UTF8.GetBytes(csv)), TestOffice.Of(OfficeRole.HumanResources), Now));

    /// <summary>A round with five qualified applicants whose scores rank them in the order of the file.</summary>
    public static async Task<Guid> RankFiveAsync(this TestOffice office, RoundPlan plan)
    {
        var round = await office.AnnounceAsync(plan);
        await office.ImportAsync(round, FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.EducationBureau, OfficeRole.PersonnelBureau);
        await office.QualifyAllAsync();
        await office.DecideAsync(OfficeRole.HumanResources, "results", Outcomes.Closed, (CloseQualificationReview u) => u.RunAsync);
        await office.GoToAsync("2026-08-30 08:00");
        await office.ScoreAsync(round, 95, 90, 85, 80, 75);
        await office.DecideAsync(OfficeRole.HumanResources, "scores", Outcomes.Closed, (CloseScoring u) => u.RunAsync);
        return round;
    }

    /// <summary>The accounts declare that no applicant is a relative.</summary>
    public static async Task DeclareNoKinAsync(this TestOffice office, Guid round, params OfficeRole[] roles)
    {
        foreach (var role in roles)
            await office.DoAsync<DeclareKinship>(u => u.RunAsync(new(Guid.CreateVersion7(), round, []), TestOffice.Of(role), Now));
    }

    /// <summary>HR confirms every open qualification.</summary>
    public static async Task QualifyAllAsync(this TestOffice office)
    {
        foreach (var item in await office.OpenItemsAsync("confirm"))
            await office.DecideAsync(OfficeRole.HumanResources, item, Outcomes.Qualified, (ConfirmQualification u) => u.RunAsync, "材料齐全");
    }

    /// <summary>HR enters the same points in both tests for each applicant, in the order of the file.</summary>
    public static async Task ScoreAsync(this TestOffice office, Guid round, params decimal[] points)
    {
        var applications = await office.ApplicationsAsync(round);
        var lines = applications.Zip(points, (application, p) => new RecordScores.Line(application.Id, p, p, null, false, application.Version));
        await office.DoAsync<RecordScores>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, [.. lines]), TestOffice.Of(OfficeRole.HumanResources), Now));
    }

    /// <summary>HR records the background review and the medical check of somebody who was called up.</summary>
    public static async Task CheckAsync(this TestOffice office, string name, bool background = true, bool medical = true)
    {
        var hr = TestOffice.Of(OfficeRole.HumanResources);
        var review = Enum.GetValues<ChecklistPoint>().Select(point => new ChecklistLine(point, background || point is not ChecklistPoint.Archive, "见档案"));
        var item = await office.OpenItemAsync("background", name);
        await office.DoAsync<RecordBackgroundReview>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), [.. review], background ? "" : "档案年龄涂改"), hr, Now));
        if (background)
        {
            var check = await office.OpenItemAsync("medical", name);
            var outcome = medical ? Outcomes.Passed : Outcomes.Failed;
            await office.DecideAsync(OfficeRole.HumanResources, check, outcome, (RecordMedicalCheck u) => u.RunAsync, medical ? "" : "体检不合格");
        }
    }

    /// <summary>Somebody decides the open item of that activity by the plain form.</summary>
    public static async Task DecideAsync(
        this TestOffice office, OfficeRole role, string activity, string outcome, string comment = "", string? minutes = null, string? documentNumber = null) =>
        await office.DoAsync<DecideWorkItem>(u => office.RunAsync(u, role, activity, outcome, comment, minutes, documentNumber));

    /// <summary>Somebody tries to decide the open item of that activity by the plain form.</summary>
    public static async Task<Answer> TryDecideAsync(
        this TestOffice office, OfficeRole role, string activity, string outcome, string comment = "", string? minutes = null, string? documentNumber = null) =>
        await office.AskAsync<DecideWorkItem>(u => office.RunAsync(u, role, activity, outcome, comment, minutes, documentNumber));

    /// <summary>Somebody decides the open item of that activity by its own form.</summary>
    public static async Task DecideAsync<TUseCase>(this TestOffice office, OfficeRole role, string activity, string outcome,
        Func<TUseCase, Func<DecideWorkItem.Command, Guid, CancellationToken, Task<Answer>>> form) where TUseCase : notnull =>
        await office.DecideAsync(role, await office.OpenItemAsync(activity), outcome, form);

    /// <summary>Somebody decides an item by its own form.</summary>
    public static async Task DecideAsync<TUseCase>(this TestOffice office, OfficeRole role, WorkItem item, string outcome,
        Func<TUseCase, Func<DecideWorkItem.Command, Guid, CancellationToken, Task<Answer>>> form, string comment = "") where TUseCase : notnull =>
        await office.DoAsync<TUseCase>(u => form(u)(
            new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, comment), TestOffice.Of(role), Now));

    /// <summary>Somebody objects to a name on the running notice; the notice's id comes back.</summary>
    public static async Task<Guid> ObjectAsync(this TestOffice office, Guid round, string name)
    {
        var notice = await office.ReadAsync(db => db.Notices.SingleAsync(n => n.RoundId == round && n.ConcludedOn == null));
        var against = notice.Lines.Single(line => line.Name == name).ApplicationId;
        await office.DoAsync<FileObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice.Id, against, "赵启明", "138-0000-0000", "论文署名不实"), TestOffice.Of(OfficeRole.HumanResources), Now));
        return notice.Id;
    }

    /// <summary>HR records what became of the notice's only open objection.</summary>
    public static async Task HandleAsync(this TestOffice office, Guid notice, bool upheld)
    {
        var objections = await office.ReadAsync(db => db.Notices.Include(n => n.Objections).SingleAsync(n => n.Id == notice));
        var open = objections.Objections.Single(objection => objection.HandledOn is null);
        await office.DoAsync<HandleObjection>(u => u.RunAsync(
            new(Guid.CreateVersion7(), notice, open.Id, upheld, "经核查"), TestOffice.Of(OfficeRole.HumanResources), Now));
    }

    /// <summary>A refused applicant asks for a re-review.</summary>
    public static Task<Answer> AskReReviewAsync(this TestOffice office, Application application) =>
        office.AskAsync<RequestReReview>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, "补交证明"), TestOffice.Of(OfficeRole.HumanResources), Now));

    /// <summary>The approved number of places changes from 2022-06-01 on.</summary>
    public static Task<int> SetQuotaAsync(this TestOffice office, QuotaKind kind, int approved) => office.ReadAsync(async db =>
    {
        (await db.Quotas.SingleAsync(quota => quota.Kind == kind)).Approved = approved;
        return await db.SaveChangesAsync();
    });

    /// <summary>The one open item of that activity; with a name, the one in that applicant's case.</summary>
    public static async Task<WorkItem> OpenItemAsync(this TestOffice office, string activity, string? name = null)
    {
        var items = await office.OpenItemsAsync(activity);
        return items.Single(item => name is null || item.Case.TitleZh.EndsWith(name, StringComparison.Ordinal));
    }

    /// <summary>All open items of that activity, oldest first.</summary>
    public static Task<List<WorkItem>> OpenItemsAsync(this TestOffice office, string activity) => office.ReadAsync(db =>
        db.WorkItems.Include(item => item.Case).Include(item => item.Parts)
            .Where(item => item.Stage == WorkItemStage.Open && item.WaitId.StartsWith(activity + "#"))
            .OrderBy(item => item.Id).ToListAsync());

    /// <summary>The round's applications in the order of the file.</summary>
    public static Task<List<Application>> ApplicationsAsync(this TestOffice office, Guid round) =>
        office.ReadAsync(db => db.Applications.Where(application => application.RoundId == round).InFileOrder().ToListAsync());

    /// <summary>Where each applicant stands, by name.</summary>
    public static async Task<Dictionary<string, Standing>> StandingsAsync(this TestOffice office, Guid round) =>
        (await office.ApplicationsAsync(round)).ToDictionary(application => application.Name, application => application.Standing);

    /// <summary>The round as it is now.</summary>
    public static Task<Round> RoundAsync(this TestOffice office, Guid round) => office.ReadAsync(db => db.Rounds.SingleAsync(r => r.Id == round));

    private static async Task<Answer> RunAsync(this TestOffice office, DecideWorkItem decide, OfficeRole role, string activity, string outcome,
        string comment, string? minutes, string? documentNumber)
    {
        var item = await office.OpenItemAsync(activity);
        return await decide.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, comment) { Minutes = minutes, DocumentNumber = documentNumber },
            TestOffice.Of(role), Now);
    }
}
