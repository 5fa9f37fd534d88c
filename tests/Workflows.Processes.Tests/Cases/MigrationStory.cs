using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Cases;

/// <summary>Rounds that began on the first version of their process, in an office that has a newer one by now.</summary>
public abstract class MigrationStory
{
    private const string Round = "hiring-round";
    private const string Application = "hiring-application";
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    protected ChangingDefinitions Files { get; } = new(ChangingDefinitions.FirstVersions);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_round_stored_on_version_1_with_its_applications_finishes_on_version_2()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.DeclareNoKinAsync(round, OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.EducationBureau);
        Files.ChangeTo(ChangingDefinitions.AllVersions);
        (await VersionsAsync(office)).ShouldBe([(Application, 1), (Round, 1)]);

        (await MigrateAsync(office, Application)).Reasons[0].En.ShouldBe("5 cases follow version 2.");
        (await MigrateAsync(office, Round)).Reasons[0].En.ShouldBe("1 case follows version 2.");

        (await VersionsAsync(office)).ShouldBe([(Application, 2), (Round, 2)]);
        await office.QualifyAllAsync();
        await office.DecideAsync(OfficeRole.HumanResources, "results", Outcomes.Closed, (CloseQualificationReview u) => u.RunAsync);
        (await office.OpenItemAsync("scores")).NeedsDeclaration.ShouldBeTrue("version 2 asks for it, version 1 did not");
        await office.GoToAsync("2026-08-30 08:00");
        await office.ScoreAsync(round, 95, 90, 85, 80, 75);
        await office.DecideAsync(OfficeRole.HumanResources, "scores", Outcomes.Closed, (CloseScoring u) => u.RunAsync);
        await office.CheckAsync("张伟");
        await office.CheckAsync("李娜");
        await office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        await office.GoToAsync("2026-09-08 00:00");
        await office.DecideAsync(OfficeRole.EducationBureau, "filing", Outcomes.Filed, documentNumber: "沙教备〔2026〕3号");
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教调〔2026〕5号");
        (await office.RoundAsync(round)).Stage.ShouldBe(RoundStage.Completed);
        (await office.ReadAsync(db => db.Cases.CountAsync(@case => @case.Stage == CaseStage.Running))).ShouldBe(0);
    }

    [Fact]
    public async Task A_round_that_nobody_moved_goes_on_as_it_began()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        Files.ChangeTo(ChangingDefinitions.AllVersions);

        await office.DecideAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Rejected, "今年不补员");

        (await VersionsAsync(office)).ShouldBe([(Round, 1)]);
    }

    [Fact]
    public async Task Each_move_is_in_its_case_s_record_with_both_versions_and_the_reason_and_the_record_stays_whole()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        Files.ChangeTo(ChangingDefinitions.AllVersions);

        await MigrateAsync(office, Round);

        var @case = await office.ReadAsync(db => db.Cases.SingleAsync());
        var record = await office.ReadAsync(db => db.Audit.Include(entry => entry.Personal).OrderBy(entry => entry.Number).ToListAsync());
        var entry = record.Single(one => one.Action == "CaseMigrated");
        (entry.ActorId, entry.Subject, entry.OldValue, entry.NewValue, entry.Reason).ShouldBe((Hr, Round, "1", "2", "按新版办理"));
        AuditChain.FirstBroken(record, @case.AuditLength, @case.AuditHead).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_tells_the_difference_and_each_case_s_verdict_and_changes_nothing()
    {
        await using var office = await OpenAsync();
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        Files.ChangeTo(ChangingDefinitions.AllVersions);
        var before = await office.ReadAsync(db => db.Cases.Select(@case => @case.Version).ToListAsync());

        var preview = await PreviewAsync(office, new(Round, 1, 2), Hr);

        preview.Refusal.ShouldBeNull();
        preview.Difference!.Changed.ShouldContain(change => change.Activity.Id == "results"
            && change.Properties.Contains(new PropertyChange("declaration", null, "true")));
        preview.Sentences.ShouldContain(sentence => sentence.Zh == "步骤“公布资格审查结果”：须先签亲属关系声明由“无”改为“是”。");
        var verdict = preview.Cases.ShouldHaveSingleItem();
        verdict.CanMove.ShouldBeTrue();
        verdict.Waits.ShouldHaveSingleItem().Zh.ShouldBe("公布资格审查结果");
        verdict.Notes.ShouldContain(note => note.Zh.StartsWith("正在办理的这一步仍按旧版要求办完。", StringComparison.Ordinal));
        (await office.ReadAsync(db => db.Cases.Select(@case => @case.Version).ToListAsync())).ShouldBe(before);
        (await VersionsAsync(office)).ShouldBe([(Application, 1), (Round, 1)]);
    }

    [Fact]
    public async Task A_case_that_is_moved_already_changes_no_more()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        Files.ChangeTo(ChangingDefinitions.AllVersions);
        await MigrateAsync(office, Round);
        var moved = await office.ReadAsync(db => db.Cases.SingleAsync());

        var again = await office.AskAsync<MigrateCases>(u => u.RunAsync(
            new(Guid.CreateVersion7(), Round, 1, 2, moved.Id, "再来一次"), Hr, default));

        again.IsDone.ShouldBeTrue();
        (await office.ReadAsync(db => db.Cases.SingleAsync())).Version.ShouldBe(moved.Version);
        (await office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "CaseMigrated"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_doubled_click_moves_once_and_is_answered_the_same()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        Files.ChangeTo(ChangingDefinitions.AllVersions);
        var command = new MigrateCases.Command(Guid.CreateVersion7(), Round, 1, 2, null, "按新版办理");

        var first = await office.AskAsync<MigrateCases>(u => u.RunAsync(command, Hr, default));
        var second = await office.AskAsync<MigrateCases>(u => u.RunAsync(command, Hr, default));

        second.Reasons.ShouldBe(first.Reasons);
        (await office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "CaseMigrated"))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_all_cases_of_a_version_those_that_can_move_do_and_the_others_stay_with_the_reason()
    {
        await using var office = await OpenAsync();
        var waiting = await office.SubmitAsync(Plans.Usual);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        await office.GoToAsync("2026-08-03 09:00");
        var countersigning = await office.SubmitAsync(Plans.Usual with { Post = "小学语文教研员" });
        Files.ChangeTo([.. ChangingDefinitions.FirstVersions, WithoutAnnouncement()]);

        (await PreviewAsync(office, new(Round, 1, 2), Hr)).Cases.Select(one => one.CanMove).ShouldBe([false, true]);
        var answer = await MigrateAsync(office, Round);

        answer.Reasons.Select(reason => reason.En).ShouldBe(
        [
            "1 case follows version 2.",
            $"'{(await CaseAsync(office, waiting)).TitleEn}': It waits at 'Announce the round', which the new version lacks. Finish that step first.",
        ]);
        (await CaseAsync(office, waiting)).DefinitionVersion.ShouldBe(1);
        (await CaseAsync(office, countersigning)).DefinitionVersion.ShouldBe(2);
        await office.PublishAsync();
        (await office.RoundAsync(waiting)).Stage.ShouldBe(RoundStage.Announced, "the case that stayed goes on by version 1");
    }

    [Fact]
    public async Task A_case_that_went_on_before_it_was_moved_stays_and_its_record_says_why()
    {
        await using var office = await OpenAsync();
        var round = await office.SubmitAsync(Plans.Usual);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        Files.ChangeTo([.. ChangingDefinitions.FirstVersions, WithoutAnnouncement()]);
        var @case = await CaseAsync(office, round);
        await using (var scope = office.Services.CreateAsyncScope())
        {
            // The wish of a decision that was made while the case still waited elsewhere.
            var ct = TestContext.Current.CancellationToken;
            await scope.ServiceProvider.GetRequiredService<EmbeddedEngine>().MigrateAsync(@case.Id, 2, Guid.CreateVersion7(), ct);
            await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().SaveChangesAsync(ct);
        }

        (await CaseAsync(office, round)).DefinitionVersion.ShouldBe(1);
        var entry = await office.ReadAsync(db => db.Audit.SingleAsync(one => one.Action == "CaseNotMigrated"));
        (entry.OldValue, entry.NewValue).ShouldBe(("1", "2"));
        entry.Reason.ShouldContain("新版没有这一步");
    }

    [Fact]
    public async Task Only_HR_moves_cases_with_a_reason_and_only_upwards()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        Files.ChangeTo(ChangingDefinitions.AllVersions);
        foreach (var (role, command, refusal) in new (OfficeRole, MigrateCases.Command, Refusal)[]
        {
            (OfficeRole.Leadership, new(Guid.CreateVersion7(), Round, 1, 2, null, "试试"), Refusal.NotAllowed),
            (OfficeRole.Auditor, new(Guid.CreateVersion7(), Round, 1, 2, null, "试试"), Refusal.NotAllowed),
            (OfficeRole.HumanResources, new(Guid.CreateVersion7(), Round, 1, 2, null, " "), Refusal.Invalid),
            (OfficeRole.HumanResources, new(Guid.Empty, Round, 1, 2, null, "试试"), Refusal.Invalid),
            (OfficeRole.HumanResources, new(Guid.CreateVersion7(), Round, 2, 1, null, "试试"), Refusal.Invalid),
            (OfficeRole.HumanResources, new(Guid.CreateVersion7(), Round, 1, 9, null, "试试"), Refusal.NotFound),
            (OfficeRole.HumanResources, new(Guid.CreateVersion7(), Round, 1, 2, Guid.CreateVersion7(), "试试"), Refusal.NotFound),
        })
        {
            (await office.AskAsync<MigrateCases>(u => u.RunAsync(command, TestOffice.Of(role), default))).Refusal.ShouldBe(refusal, $"{command}");
        }

        (await PreviewAsync(office, new(Round, 1, 2), TestOffice.Of(OfficeRole.Leadership))).Refusal!.Refusal.ShouldBe(Refusal.NotAllowed);
        (await PreviewAsync(office, new(Round, 1, 2), TestOffice.Of(OfficeRole.Auditor))).Refusal.ShouldBeNull();
        (await VersionsAsync(office)).ShouldBe([(Round, 1)]);
        (await office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "CaseMigrated"))).ShouldBe(0);
    }

    private static DefinitionFile WithoutAnnouncement()
    {
        var first = ChangingDefinitions.FirstVersions.Single(file => file.Name.Contains("round", StringComparison.Ordinal));
        return new DefinitionFile("hiring/round.json", first.Json
            .Replace("\"version\": 1,\n  \"isLatest\"", "\"version\": 2,\n  \"isLatest\"", StringComparison.Ordinal)
            .Replace("\"announce\"", "\"publish\"", StringComparison.Ordinal));
    }

    private static Task<Answer> MigrateAsync(TestOffice office, string definition) => office.DoAsync<MigrateCases>(u => u.RunAsync(
        new(Guid.CreateVersion7(), definition, 1, 2, null, "按新版办理"), Hr, default));

    private static async Task<MigrationPreview> PreviewAsync(TestOffice office, PreviewMigration.Query query, Guid actor)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PreviewMigration>().RunAsync(query, actor, default);
    }

    private static async Task<List<(string, int)>> VersionsAsync(TestOffice office)
    {
        var cases = await office.ReadAsync(db => db.Cases.ToListAsync());
        return [.. cases.Select(@case => (@case.DefinitionId, @case.DefinitionVersion)).Distinct().Order()];
    }

    private static async Task<Personnel.Cases.Case> CaseAsync(TestOffice office, Guid round)
    {
        var caseId = (await office.RoundAsync(round)).CaseId;
        return await office.ReadAsync(db => db.Cases.SingleAsync(@case => @case.Id == caseId));
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class MigrationStoryOnSqlite : MigrationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(more: Files.Register);
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class MigrationStoryOnPostgres(PostgresCluster cluster) : MigrationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster, more: Files.Register);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class MigrationStoryOnADeferredEngine : MigrationStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true, more: Files.Register);
}
