using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

/// <summary>Each action on a work item by its form, as its people see it.</summary>
public sealed class ItemActionTests
{
    private const string Nothing = "没有等您办理的事项";

    [Fact]
    public async Task What_one_colleague_claims_the_other_no_longer_sees_until_it_is_given_back()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.HireAsync("罗科长", OfficeRole.EstablishmentOffice);
        var (@case, item) = await CountersigningAsync(office);
        using var first = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        using var second = await office.BrowseAsAsync("罗科长");
        (await first.SubmitAndReadAsync(@case, $"{item.Address()}/claim", [])).ShouldContain("已签收");
        (await second.ReadAsync("/")).ShouldContain(Nothing);
        (await second.ReadAsync(@case)).ShouldContain("这个事项已由同事签收");
        (await first.ReadAsync("/")).ShouldContain("由我办理");

        (await first.SubmitAndReadAsync(@case, $"{item.Address()}/release", [])).ShouldContain("已退回给同一角色的人员");
        (await second.ReadAsync("/")).ShouldNotContain(Nothing);
    }

    [Fact]
    public async Task A_transferred_item_is_the_colleague_s_and_the_story_names_both()
    {
        await using var office = await WebOffice.OpenAsync();
        var colleague = await office.HireAsync("罗科长", OfficeRole.EstablishmentOffice);
        var (@case, item) = await CountersigningAsync(office);
        using var first = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        using var second = await office.BrowseAsAsync("罗科长");
        var page = await first.SubmitAndReadAsync(@case, $"{item.Address()}/transfer", new() { ["to"] = $"{colleague}", ["words"] = "出差<b>三天" });
        page.ShouldContain("转办：罗科长");
        page.ShouldContain("出差&lt;b&gt;三天");
        page.ShouldNotContain("name=\"outcome\"");
        (await first.ReadAsync("/")).ShouldContain(Nothing);
        (await second.SubmitAndReadAsync(@case, item.Address(), new() { ["outcome"] = Outcomes.Approved })).ShouldContain("已记录");
    }

    [Fact]
    public async Task A_consulted_colleague_reads_the_case_and_advises_while_the_asker_waits()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var asker = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        using (var hidden = await teacher.GetAsync(@case))
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var asked = await asker.SubmitAndReadAsync(@case, $"{item.Address()}/consult",
            new() { ["to"] = $"{TestOffice.Of(OfficeRole.Teacher)}", ["words"] = "数学教研员缺几人？" });
        asked.ShouldContain("等待答复");
        asked.ShouldNotContain("name=\"outcome\"");

        (await teacher.ReadAsync("/")).ShouldContain("数学教研员缺几人？");
        (await teacher.SubmitAndReadAsync(@case, "/advice", new() { ["words"] = "缺两人" })).ShouldContain("已答复");
        var back = await asker.ReadAsync(@case);
        back.ShouldContain("缺两人");
        back.ShouldContain("name=\"outcome\"");
    }

    [Fact]
    public async Task A_question_can_be_taken_back_and_then_the_asker_decides()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var asker = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        await asker.SubmitAndReadAsync(@case, $"{item.Address()}/consult",
            new() { ["to"] = $"{TestOffice.Of(OfficeRole.Teacher)}", ["words"] = "？" });
        var question = await office.Office.ReadAsync(db => db.Consultations.SingleAsync());
        (await asker.SubmitAndReadAsync(@case, $"{question.Id}/take-back", [])).ShouldContain("已撤回征询");
        (await asker.SubmitAndReadAsync(@case, item.Address(), new() { ["outcome"] = Outcomes.Approved })).ShouldContain("已记录");
    }

    [Fact]
    public async Task An_added_signer_stands_in_the_list_and_can_be_removed_by_who_added_them_alone()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var holder = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        using var other = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var page = await holder.SubmitAndReadAsync(@case, $"{item.Address()}/add-signer",
            new() { ["to"] = $"{TestOffice.Of(OfficeRole.Leadership)}", ["order"] = "before", ["words"] = "请校领导先看" });
        page.ShouldContain("由EstablishmentOffice加签");
        page.ShouldContain("还没有轮到您签署");
        (await other.ReadAsync(@case)).ShouldNotContain("/remove-signer");
        (await holder.SubmitAndReadAsync(@case, "/remove-signer", new() { ["words"] = "不再需要" })).ShouldContain("已减签");
        (await holder.ReadAsync(@case)).ShouldContain("name=\"outcome\"");
    }

    [Fact]
    public async Task An_own_answer_is_taken_back_with_a_reason_and_a_refused_form_stays_open_with_its_words()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        await browser.SubmitAndReadAsync(@case, item.Address(), new() { ["outcome"] = Outcomes.Approved });
        var refused = await browser.SubmitAndReadAsync(@case, "/take-back", []);
        refused.ShouldContain("请写明拿回的理由");
        refused.ShouldContain("<details class=\"act\" open");
        (await browser.SubmitAndReadAsync(@case, "/take-back", new() { ["words"] = "看漏了一页" })).ShouldContain("name=\"outcome\"");
    }

    [Fact]
    public async Task HR_urges_once_a_day()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync(@case, $"{item.Address()}/urge", new() { ["words"] = "周五前" });
        page.ShouldContain("今天已催办");
        page.ShouldNotContain("/urge\"");
    }

    [Fact]
    public async Task Leadership_terminates_a_case_with_a_reason_and_nobody_else_is_offered_to()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, _) = await CountersigningAsync(office);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync(@case)).ShouldNotContain("/terminate");
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await leader.SubmitAndReadAsync(@case, "/terminate", new() { ["words"] = "编制冻结" });
        page.ShouldContain("已终止");
        page.ShouldContain("编制冻结");
        page.ShouldNotContain("/terminate\"");
    }

    [Fact]
    public async Task A_copy_is_unread_until_it_is_marked_and_what_came_later_is_new()
    {
        await using var office = await WebOffice.OpenAsync();
        var (@case, item) = await CountersigningAsync(office);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.SubmitAndReadAsync(@case, "/copies", new() { ["to"] = $"{TestOffice.Of(OfficeRole.Teacher)}" })).ShouldContain("已抄送1人");
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        (await teacher.ReadAsync("/?tab=copies")).ShouldContain("未阅");
        (await teacher.ReadAsync(@case)).ShouldContain("2 条新进展");
        (await teacher.SubmitAndReadAsync(@case, "/read", [])).ShouldNotContain("条新进展");
        (await teacher.ReadAsync("/?tab=copies")).ShouldNotContain("未阅");

        await office.Office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        (await teacher.ReadAsync(@case)).ShouldContain("1 条新进展");
        (await teacher.ReadAsync("/?tab=copies")).ShouldContain("1 新");
        (await teacher.ReadAsync(@case)).ShouldNotContain(item.Address());
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("release")]
    [InlineData("transfer")]
    [InlineData("consult")]
    [InlineData("add-signer")]
    [InlineData("remove-signer")]
    [InlineData("take-back")]
    [InlineData("urge")]
    [InlineData("../../terminate")]
    [InlineData("../../copies")]
    public async Task Whoever_has_no_part_in_an_item_does_nothing_to_it(string action)
    {
        await using var office = await WebOffice.OpenAsync();
        var (_, item) = await CountersigningAsync(office);
        var before = await office.Office.ReadAsync(db => db.Audit.CountAsync());
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        var form = Browser.Form.On(await browser.ReadAsync("/"), "/session/end") with { Action = $"{item.Address()}/{action}" };
        using var response = await browser.PostAsync(form, new()
        {
            ["operation"] = $"{Guid.CreateVersion7()}", ["revision"] = $"{item.Revision}", ["part"] = $"{item.Parts[0].Id}",
            ["to"] = $"{TestOffice.Of(OfficeRole.Leadership)}", ["words"] = "x",
        });
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.Office.ReadAsync(db => db.Audit.CountAsync())).ShouldBe(before);
        (await office.Office.ReadAsync(db => db.WorkItems.SingleAsync(one => one.Id == item.Id))).Revision.ShouldBe(item.Revision);
    }

    private static async Task<(string Case, WorkItem Item)> CountersigningAsync(WebOffice office) =>
        ($"/cases/{await office.CountersigningAsync()}", await office.Office.OpenItemAsync("countersign"));
}
