using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

/// <summary>The same actions over the API: done for whoever may, refused with its status for somebody else.</summary>
public sealed class ItemApiTests
{
    private static readonly Guid Teacher = TestOffice.Of(OfficeRole.Teacher);

    [Fact]
    public async Task An_item_goes_from_hand_to_hand()
    {
        await using var office = await WebOffice.OpenAsync();
        var colleague = await office.HireAsync("罗科长", OfficeRole.EstablishmentOffice);
        await office.CountersigningAsync();
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/claim", item => new ClaimWorkItem.Command(New, item.Id, item.Revision));
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/release", item => new ReleaseWorkItem.Command(New, item.Id, Own(item).Id, item.Revision, ""));
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/transfer", item => new TransferWorkItem.Command(New, item.Id, item.Revision, colleague, "出差"));
        await AllowedAsync(office, OfficeRole.HumanResources, "work-items/urge", item => new UrgeWorkItem.Command(New, item.Id, ""));
    }

    [Fact]
    public async Task Advice_is_asked_for_given_and_taken_back()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        for (var round = 1; round <= 2; round++)
        {
            await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/consult", item => new ConsultColleague.Command(New, item.Id, item.Revision, Teacher, "？"));
            var question = await office.Office.ReadAsync(db => db.Consultations.SingleAsync(one => one.ClosedAt == null));
            if (round == 1)
                await AllowedAsync(office, OfficeRole.Teacher, "questions/advice", _ => new GiveAdvice.Command(New, question.Id, "可以"), HttpStatusCode.NotFound);
            else
                await AllowedAsync(office, OfficeRole.EstablishmentOffice, "questions/take-back", _ => new TakeBackQuestion.Command(New, question.Id), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_signer_is_added_and_removed_and_a_decision_taken_back()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var leader = TestOffice.Of(OfficeRole.Leadership);
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/add-signer", item => new AddSigner.Command(New, item.Id, item.Revision, leader, false, "请校领导签"));
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/remove-signer",
            item => new RemoveSigner.Command(New, item.Id, item.Parts.Single(part => part.AddedBy is not null).Id, item.Revision, "不需要"));
        await office.Office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
        await AllowedAsync(office, OfficeRole.EstablishmentOffice, "work-items/take-back", item => new TakeBackDecision.Command(New, item.Id, "看漏"));
    }

    [Fact]
    public async Task A_case_is_copied_read_and_terminated()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        await AllowedAsync(office, OfficeRole.HumanResources, "cases/copies", item => new SendCopies.Command(New, item.CaseId, [TestOffice.Of(OfficeRole.Leadership)]));
        await AllowedAsync(office, OfficeRole.HumanResources, "cases/read", item => new MarkCaseRead.Command(New, item.CaseId, 2), HttpStatusCode.NotFound);
        await AllowedAsync(office, OfficeRole.Leadership, "cases/terminate", item => new TerminateCase.Command(New, item.CaseId, "编制冻结"));
    }

    [Fact]
    public async Task An_orphan_is_assigned_a_deputy_named_and_accounts_kept_by_HR_alone()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var bureau = TestOffice.Of(OfficeRole.PersonnelBureau);
        await AllowedAsync(office, OfficeRole.HumanResources, "accounts/close", _ => new CloseAccount.Command(New, bureau, "调离"));
        await AllowedAsync(office, OfficeRole.HumanResources, "accounts", _ => new OpenAccount.Command(
            New, "deng", "邓丽华", "", "zh-CN", [OfficeRole.PersonnelBureau], "once-and-no-more"));
        await AllowedAsync(office, OfficeRole.HumanResources, "accounts/reopen", _ => new ReopenAccount.Command(New, bureau, "once-and-no-more"));
        await AllowedAsync(office, OfficeRole.HumanResources, "accounts/password", _ => new ResetPassword.Command(New, bureau, "once-and-no-more"));
        await AllowedAsync(office, OfficeRole.HumanResources, "accounts/roles", _ => new ChangeRoles.Command(New, bureau, [OfficeRole.PersonnelBureau], "核对"));
        await AllowedAsync(office, OfficeRole.HumanResources, "deputyships", _ => new NameDeputy.Command(
            New, bureau, Teacher, new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 7), "病假"));
        var deputyship = await office.Office.ReadAsync(db => db.Deputyships.SingleAsync());
        await AllowedAsync(office, OfficeRole.HumanResources, "deputyships/end", _ => new EndDeputyship.Command(New, deputyship.Id));
    }

    private static Guid New => Guid.CreateVersion7();

    private static WorkItemPart Own(WorkItem item) => item.Parts.Single(part => part.Role is OfficeRole.EstablishmentOffice);

    // First the education bureau or, for what it might do, an auditor tries and is refused; then the right one does it.
    private static async Task AllowedAsync<TCommand>(
        WebOffice office, OfficeRole who, string path, Func<WorkItem, TCommand> command, HttpStatusCode refused = HttpStatusCode.Forbidden)
    {
        var item = await office.Office.OpenItemAsync("countersign");
        using var auditor = await office.BrowseAsAsync(path.EndsWith("read", StringComparison.Ordinal) ? OfficeRole.Teacher : OfficeRole.Auditor);
        using (var response = await PostAsync(auditor, path, command(item)))
            response.StatusCode.ShouldBe(refused, path);
        using var browser = await office.BrowseAsAsync(who);
        using var done = await PostAsync(browser, path, command(item));
        done.StatusCode.ShouldBe(HttpStatusCode.OK, await Browser.WordsAsync(done));
    }

    private static async Task<HttpResponseMessage> PostAsync<TCommand>(Browser browser, string path, TCommand command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{path}") { Content = JsonContent.Create(command, options: PolicyJson.Options) };
        request.Headers.Add("X-Requested-With", "test");
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
