using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Faults;

/// <summary>One hiring round, driven over the API by its people, phase by phase between the moves of the clock.</summary>
internal sealed class RoundInDanger(Func<string, string, Guid, object, Task<Guid?>> ask, Ledger ledger, int number)
{
    private Guid round;

    public async Task AnnounceAsync()
    {
        var plan = Plans.Usual with { Post = $"教研员{number}" };
        round = (await DoAsync("hr", "/rounds", id => new PlanRound.Command(id, $"2026-{number}", plan))).ShouldNotBeNull();
        await DoAsync("hr", "/rounds/submit", id => new SubmitRound.Command(id, round));
        var countersign = await ItemAsync("countersign");
        await Task.WhenAll(new[] { "establishment", "personnel", "education" }
            .Select(who => DecideAsync(who, "/work-items/decide", countersign, Outcomes.Approved)));
        await DecideAsync("hr", "/work-items/announcement", await ItemAsync("announce"), Outcomes.Announced);
    }

    public Task TakeApplicantsAsync() => DoAsync("hr", "/rounds/import", id =>
        new ImportApplicants.Command(id, round, "applicants.csv", Encoding.UTF8.GetBytes(HiringOffice.FiveApplicants)));

    public async Task ReviewAsync()
    {
        foreach (var who in new[] { "hr", "principal", "education", "personnel" })
            await DoAsync(who, "/rounds/kinship", id => new DeclareKinship.Command(id, round, []));
        var results = await ItemAsync("results");
        await ledger.SettleAsync();
        await Task.WhenAll((await ItemsAsync("confirm")).Select(item => DecideAsync("hr", "/work-items/qualification", item, Outcomes.Qualified)));
        await ledger.SettleAsync();
        await DecideAsync("hr", "/work-items/qualification-results", results, Outcomes.Closed);
    }

    public async Task ScoreAndCheckAsync()
    {
        var scores = await ItemAsync("scores");
        var applications = await ledger.ReadAsync(db => db.Applications.Where(one => one.RoundId == round).InFileOrder().ToListAsync());
        var lines = applications
            .Select((one, place) => new RecordScores.Line(one.Id, 95 - 5 * place, 95 - 5 * place, null, false, one.Version)).ToList();
        await DoAsync("hr", "/rounds/scores", id => new RecordScores.Command(id, round, lines));
        await DecideAsync("hr", "/work-items/scores", scores, Outcomes.Closed);
        await Task.WhenAll(CheckAsync("张伟", passes: true), CheckAsync("李娜", passes: false));
        await CheckAsync("王芳", passes: true);
        await DecideAsync("principal", "/work-items/decide", await ItemAsync("decide"), Outcomes.Approved);
    }

    public async Task FinishAsync()
    {
        await DecideAsync("education", "/work-items/decide", await ItemAsync("filing"), Outcomes.Filed);
        await DecideAsync("hr", "/work-items/decide", await ItemAsync("issue"), Outcomes.Issued);
        await ledger.SettleAsync();
        var standings = await ledger.ReadAsync(db => db.Applications.Where(one => one.RoundId == round).ToListAsync());
        standings.Where(one => one.Standing is Standing.Joined).Select(one => one.Name).ShouldBe(["张伟", "王芳"], ignoreOrder: true);
        var ids = standings.Select(one => one.Id).ToHashSet();
        (await ledger.ReadAsync(db => db.People.CountAsync(person => person.Tenures.Any(
            tenure => tenure.ApplicationId != null && ids.Contains(tenure.ApplicationId.Value))))).ShouldBe(2);
        (await ledger.ReadAsync(db => db.Rounds.SingleAsync(one => one.Id == round))).Stage.ShouldBe(RoundStage.Completed);
    }

    private async Task CheckAsync(string name, bool passes)
    {
        var lines = Enum.GetValues<ChecklistPoint>().Select(point => new ChecklistLine(point, passes || point is not ChecklistPoint.Archive, "见档案"));
        var item = await ItemAsync("background", name);
        await DoAsync("hr", "/work-items/background-review",
            id => new RecordBackgroundReview.Command(item.Id, item.Revision, id, [.. lines], passes ? "" : "档案年龄涂改"));
        if (passes)
            await DecideAsync("hr", "/work-items/medical-check", await ItemAsync("medical", name), Outcomes.Passed);
    }

    private Task<Guid?> DecideAsync(string who, string path, WorkItem item, string outcome) => DoAsync(who, path, id =>
        new DecideWorkItem.Command(item.Id, item.Revision, id, outcome, "") { Minutes = "纪要9号", DocumentNumber = $"沙教〔2026〕{number}号" });

    private Task<Guid?> DoAsync(string who, string path, Func<Guid, object> command)
    {
        var operation = Guid.CreateVersion7();
        return ask(who, path, operation, command(operation));
    }

    private async Task<WorkItem> ItemAsync(string activity, string name = "") => (await ItemsAsync(activity, name)).Single();

    /// <summary>The round's open items of an activity. A timer may have to wake the case first, so they are waited for.</summary>
    private async Task<List<WorkItem>> ItemsAsync(string activity, string name = "")
    {
        using var limit = new CancellationTokenSource(Ledger.Patience, TimeProvider.System);
        while (true)
        {
            var items = await ledger.ReadAsync(db => db.WorkItems.AsNoTracking().Where(item => item.Case.RoundId == round
                && item.Stage == WorkItemStage.Open && item.WaitId.StartsWith(activity + "#") && item.Case.TitleZh.EndsWith(name)).ToListAsync());
            if (items.Count > 0)
                return items;
            limit.IsCancellationRequested.ShouldBeFalse($"'{activity}' of round {number} never came");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
