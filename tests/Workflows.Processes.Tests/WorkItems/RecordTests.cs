using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>What the record says of everything that people do about a case: who, for whom, what it was, what it is, and why.</summary>
public sealed class RecordTests
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);
    private static readonly Guid Principal = TestOffice.Of(OfficeRole.Leadership);
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.PersonnelBureau);
    private static readonly Guid Deputy = TestOffice.Of(OfficeRole.Teacher);

    [Fact]
    public async Task Every_action_says_who_for_whom_what_it_was_what_it_is_and_why()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.SubmitAsync(Plans.Usual);
        var colleague = await office.HireAsync(OfficeRole.PersonnelBureau, "小邓");
        var caseId = (await office.OpenItemAsync("countersign")).CaseId;
        var deputyship = await office.DoAsync<NameDeputy>(u => u.RunAsync(
            new(Id(), Bureau, Deputy, new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 9), "外出培训"), Bureau, default));

        await DoAsync<ClaimWorkItem>(office, (u, item) => u.RunAsync(new(Id(), item.Id, item.Revision), Deputy, default));
        await DoAsync<ReleaseWorkItem>(office, (u, item) => u.RunAsync(new(Id(), item.Id, Held(item), item.Revision, "请尽快"), Hr, default));
        await DoAsync<TransferWorkItem>(office, (u, item) => u.RunAsync(new(Id(), item.Id, item.Revision, colleague, "出差"), Deputy, default));
        await DoAsync<ConsultColleague>(office, (u, item) => u.RunAsync(new(Id(), item.Id, item.Revision, Principal, "有空缺吗？"), colleague, default));
        await office.DoAsync<GiveAdvice>(async u => await u.RunAsync(new(Id(), await QuestionAsync(office), "有两个"), Principal, default));
        await DoAsync<ConsultColleague>(office, (u, item) => u.RunAsync(new(Id(), item.Id, item.Revision, Principal, "确定吗？"), colleague, default));
        await office.DoAsync<TakeBackQuestion>(async u => await u.RunAsync(new(Id(), await QuestionAsync(office)), colleague, default));
        await DoAsync<AddSigner>(office, (u, item) => u.RunAsync(new(Id(), item.Id, item.Revision, Principal, true, "请把关"), colleague, default));
        await DoAsync<RemoveSigner>(office, (u, item) => u.RunAsync(new(Id(), item.Id, Added(item), item.Revision, "不需要了"), colleague, default));
        await DoAsync<DecideWorkItem>(office, (u, item) => u.RunAsync(new(item.Id, item.Revision, Id(), Outcomes.Approved, "同意设岗"), colleague, default));
        await DoAsync<TakeBackDecision>(office, (u, item) => u.RunAsync(new(Id(), item.Id, "看错了"), colleague, default));
        await DoAsync<UrgeWorkItem>(office, (u, item) => u.RunAsync(new(Id(), item.Id, "今天办"), Hr, default));
        await office.DeactivateAsync(colleague);
        await DoAsync<AssignWorkItem>(office, (u, item) => u.RunAsync(new(Id(), item.Id, Held(item), item.Revision, Bureau, "已离职"), Hr, default));
        await DoAsync<DecideWorkItem>(office, (u, item) => u.RunAsync(new(item.Id, item.Revision, Id(), Outcomes.Approved, "代为同意"), Deputy, default));
        await office.DoAsync<SendCopies>(u => u.RunAsync(new(Id(), caseId, [Deputy], "请知悉"), Hr, default));
        await office.DoAsync<MarkCaseRead>(u => u.RunAsync(new(Id(), caseId, 3), Deputy, default));
        await office.DoAsync<MarkCaseRead>(u => u.RunAsync(new(Id(), caseId, 5), Deputy, default));
        await office.DoAsync<TerminateCase>(u => u.RunAsync(new(Id(), caseId, "计划取消"), Principal, default));
        await office.DoAsync<EndDeputyship>(u => u.RunAsync(new(Id(), deputyship.Id!.Value, "已返岗"), Bureau, default));

        (await LinesAsync(office, caseId)).ShouldBe(
        [
            new("WorkItemClaimed", Deputy, Bureau, "", $"{Bureau}", ""),
            new("WorkItemReleased", Hr, null, $"{Bureau}", "", "请尽快"),
            new("WorkItemTransferred", Deputy, Bureau, "", $"{colleague}", "出差"),
            new("ColleagueConsulted", colleague, null, "", $"{Principal}", "有空缺吗？"),
            new("AdviceGiven", Principal, null, "", $"{colleague}", "有两个"),
            new("ColleagueConsulted", colleague, null, "", $"{Principal}", "确定吗？"),
            new("QuestionTakenBack", colleague, null, $"{Principal}", "", "确定吗？"),
            new("SignerAdded", colleague, null, "", $"{Principal}", "请把关"),
            new("SignerRemoved", colleague, null, $"{Principal}", "", "不需要了"),
            new("WorkItemDecided", colleague, null, "", "Approved", "同意设岗"),
            new("DecisionTakenBack", colleague, null, "Approved", "", "看错了"),
            new("WorkItemUrged", Hr, null, "", $"EducationBureau EstablishmentOffice {colleague}", "今天办"),
            new("WorkItemAssigned", Hr, null, $"{colleague}", $"{Bureau}", "已离职"),
            new("WorkItemDecided", Deputy, Bureau, "", "Approved", "代为同意"),
            new("CopiesSent", Hr, null, "", $"{Deputy}", "请知悉"),
            new("CopyRead", Deputy, null, "", "3", ""),
            new("CaseTerminated", Principal, null, "Running", "Cancelled", "计划取消"),
        ]);
        (await LinesAsync(office, OfficeRecord.CaseId)).ShouldBe(
        [
            new("DeputyNamed", Bureau, null, "", $"{Deputy} 2026-08-03 2026-08-09", "外出培训"),
            new("DeputyshipEnded", Bureau, null, $"{Deputy} 2026-08-03 2026-08-09", "2026-08-03", "已返岗"),
        ]);
    }

    [Fact]
    public async Task The_numbers_that_carry_a_decision_stand_in_the_record_with_it()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AnnounceAsync(Plans.Usual);
        (await office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "WorkItemDecided").OrderBy(entry => entry.Number).LastAsync()))
            .NewValue.ShouldBe("Announced; document 沙教招〔2026〕1号");
    }

    [Theory]
    [InlineData("Approved", null, null)]
    [InlineData("Approved", "校务会纪要〔2026〕9号; 补签", null)]
    [InlineData("Issued", null, "沙教调〔2026〕5号")]
    [InlineData("Filed", "9号", "沙教备〔2026〕3号")]
    public void A_decision_is_read_from_the_record_as_it_was_written(string outcome, string? minutes, string? number)
    {
        var part = new WorkItemPart { Outcome = outcome, Minutes = minutes, DocumentNumber = number };
        DecisionLine.Read(DecisionLine.Write(part)).ShouldBe(new DecisionLine(outcome, minutes, number));
    }

    private static async Task DoAsync<TUseCase>(TestOffice office, Func<TUseCase, WorkItem, Task<Answer>> act) where TUseCase : notnull
    {
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<TUseCase>(u => act(u, item));
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(TestOffice office, Guid caseId)
    {
        var @case = await office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == caseId));
        var entries = await office.ReadAsync(db => db.Audit.Include(entry => entry.Personal)
            .Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Number).ToListAsync());
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull();
        return
        [
            .. entries.Where(entry => entry.Action != "RoundSubmitted").Select(entry => new Line(
                entry.Action, entry.ActorId, entry.OnBehalfOf, entry.OldValue, entry.NewValue, entry.Reason)),
        ];
    }

    private static Task<Guid> QuestionAsync(TestOffice office) =>
        office.ReadAsync(db => db.Consultations.Where(one => one.ClosedAt == null).Select(one => one.Id).SingleAsync());

    private static Guid Held(WorkItem item) => item.Parts.Single(part => part.AssigneeId is not null && part.AddedBy is null).Id;

    private static Guid Added(WorkItem item) => item.Parts.Single(part => part.AddedBy is not null).Id;

    private static Guid Id() => Guid.CreateVersion7();

    private sealed record Line(string Action, Guid? Actor, Guid? OnBehalfOf, string Old, string New, string Reason);
}
