using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Cases;

/// <summary>A node of the release before leaves the cases of a newer one's process versions alone, and does all else.</summary>
public sealed class NewerVersionTests
{
    private static readonly ExitProposal Retirement = new()
    {
        Kind = ExitKind.Retirement, LastDay = new DateOnly(2026, 8, 3), Reason = "到龄", Ground = "退休审批表",
    };

    [Fact]
    public async Task A_decision_in_such_a_case_is_refused_with_a_sentence_and_changes_nothing()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var @case = await office.OpenedExitAsync(await office.AddPersonAsync("周敏"), Retirement);
        await BecomesNewerAsync(office, @case);

        var answer = await office.TryDecideAsync(TestOffice.Of(OfficeRole.HumanResources), "hear", Outcomes.Heard, "无异议");

        (answer.Refusal, answer.Reasons.Single().En).ShouldBe((Refusal.WrongTime,
            "This case follows version 99 of exit, which this server doesn't know yet: an upgrade is under way. Try again in a while."));
        (await office.ReadAsync(db => db.WorkItemParts.CountAsync(part => part.DecidedBy != null))).ShouldBe(0);
    }

    [Fact]
    public async Task The_sweep_leaves_it_and_wakes_those_behind_it()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var (newer, own) = (await AwaitingAsync(office, "周敏"), await AwaitingAsync(office, "吴军"));
        await BecomesNewerAsync(office, newer);
        await office.ReadAsync(db => db.Cases.Where(one => one.Id == newer).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextDueAt, one => DateTimeOffset.UnixEpoch)));

        await office.GoToAsync("2026-08-04 08:00");

        (await office.CaseAsync(newer)).Stage.ShouldBe(CaseStage.Running);
        (await office.CaseAsync(own)).Stage.ShouldBe(CaseStage.Ended);
    }

    [Fact]
    public async Task A_case_that_can_not_be_woken_keeps_none_behind_it_waiting()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var (broken, own) = (await AwaitingAsync(office, "周敏"), await AwaitingAsync(office, "吴军"));
        await office.ReadAsync(db => db.Cases.Where(one => one.Id == broken).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.NextDueAt, one => DateTimeOffset.UnixEpoch).SetProperty(one => one.EngineState, one => one.EngineState!.Replace("lastDay", "nowhere"))));

        var bugs = await Should.ThrowAsync<AggregateException>(() => office.GoToAsync("2026-08-04 08:00"));

        bugs.InnerExceptions.ShouldHaveSingleItem().Message.ShouldContain($"{broken}");
        (await office.CaseAsync(own)).Stage.ShouldBe(CaseStage.Ended);
    }

    // As if a newer node had opened it.
    private static Task<int> BecomesNewerAsync(TestOffice office, Guid @case) => office.ReadAsync(db => db.Cases.Where(one => one.Id == @case).ExecuteUpdateAsync(set => set
        .SetProperty(one => one.DefinitionVersion, 99).SetProperty(one => one.EngineState, one => one.EngineState!.Replace("\"v\":1", "\"v\":99"))));

    private static async Task<Guid> AwaitingAsync(TestOffice office, string name)
    {
        var @case = await office.OpenedExitAsync(await office.AddPersonAsync(name), Retirement);
        await office.DecideAsync(OfficeRole.HumanResources, "hear", Outcomes.Heard, "无异议");
        await office.VoteAsync(@case);
        await office.DeclareAsync(@case, OfficeRole.PersonnelBureau, OfficeRole.EstablishmentOffice);
        await office.DecideAsync(OfficeRole.PersonnelBureau, "offices", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "offices", Outcomes.Approved);
        await office.HandOverAsync(StaffOffice.Everything);
        await office.DecideAsync(OfficeRole.HumanResources, "issue", Outcomes.Issued, documentNumber: "沙教离〔2026〕1号");
        return @case;
    }
}
