using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Cases;

/// <summary>Files and comments on the case page, without JavaScript.</summary>
public sealed class PapersTests
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("编制核定情况：属实。");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_uploaded_listed_and_downloaded_under_its_Chinese_name_and_never_shown_by_a_browser()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        var after = await UploadAsync(bureau, page, "编制说明.txt", Words);
        after.ShouldContain("已添加附件：编制说明.txt");
        after.ShouldContain("EducationBureau");

        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var file = await hr.SubmitAsync(page, "/open", []);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await file.Content.ReadAsByteArrayAsync(Now)).ShouldBe(Words);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var disposition = file.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "编制说明.txt"));
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await hr.ReadAsync(page)).ShouldNotContain("下载附件", customMessage: "who took a file is for the auditor's record");
    }

    [Fact]
    public async Task What_is_no_paper_is_refused_in_words_that_say_what_to_do()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var answer = await UploadAsync(hr, page, "<img src=x onerror=alert(1)>.html", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"));
        answer.ShouldContain("网页、SVG 和脚本不能接收");
        answer.ShouldNotContain("<img src=x");
        using var nothing = await hr.SubmitAsync(page, "/attachments", []);
        (await hr.ReadAsync(nothing.Headers.Location!.ToString())).ShouldContain("请选择要上传的文件");
        (await office.Office.ReadAsync(db => db.Attachments.CountAsync(Now))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_taken_back_with_its_reason_and_then_offered_to_nobody_but_the_auditor()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        await UploadAsync(bureau, page, "a.txt", Words);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var seen = await hr.ReadAsync(page);
        seen.ShouldContain("/open");
        seen.ShouldNotContain("/remove\"");
        (await bureau.SubmitAndReadAsync(page, "/remove", new() { ["reason"] = "<b>传错了</b>" })).ShouldContain("&lt;b&gt;传错了");
        (await hr.ReadAsync(page)).ShouldNotContain("/open");
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        var read = await auditor.ReadAsync(page);
        read.ShouldContain("/open");
        read.ShouldNotContain("comment-text");
        read.ShouldNotContain("name=\"file\"");
    }

    [Fact]
    public async Task A_page_opened_before_a_role_was_lost_hands_out_nothing_even_by_an_operation_that_was_done()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        await UploadAsync(bureau, page, "a.txt", Words);
        var form = Browser.Form.On(await bureau.ReadAsync(page), "/open");
        using var first = await bureau.PostAsync(form, []);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await office.Office.ReadAsync(async db =>
        {
            db.Hats.Remove(await db.Hats.SingleAsync(hat => hat.Role == OfficeRole.EducationBureau, Now));
            return await db.SaveChangesAsync(Now);
        });
        using var second = await bureau.PostAsync(form, []);
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Leadership_sees_neither_files_nor_file_names_of_the_background_review()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.Office.RankFiveAsync(Plans.Usual);
        var item = await office.Office.OpenItemAsync("background", "张伟");
        var page = $"/cases/{item.CaseId}";
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await UploadAsync(hr, page, "处分情况.txt", Words, item.Id)).ShouldContain("处分情况.txt");
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        (await leader.ReadAsync(page)).ShouldNotContain("处分情况");
        (await leader.ReadAsync($"/api/cases/{item.CaseId}/attachments")).ShouldBe("[]");
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await auditor.ReadAsync(page)).ShouldContain("处分情况.txt");
    }

    [Fact]
    public async Task A_comment_is_in_the_story_as_text_with_its_lines_for_everybody_who_reads_the_case()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        await bureau.SubmitAndReadAsync(page, "/comments", new() { ["comment-text"] = "请补充<script>编制</script>\r\n第二行" });
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var read = await hr.ReadAsync(page);
        read.ShouldContain("<blockquote>请补充&lt;script&gt;编制&lt;/script&gt;&#xA;第二行</blockquote>");
        (await hr.ReadAsync($"{page}?lang=en")).ShouldContain("Comment");
    }

    [Fact]
    public async Task A_comment_that_is_too_long_comes_back_with_what_was_typed()
    {
        await using var office = await WebOffice.OpenAsync();
        var page = $"/cases/{await office.CountersigningAsync()}";
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var read = await hr.SubmitAndReadAsync(page, "/comments", new() { ["comment-text"] = new string('字', 2001) });
        read.ShouldContain("现在有 2001 字");
        read.ShouldContain(new string('字', 2000) + "</textarea>");
    }

    [Fact]
    public async Task The_API_attaches_lists_hands_out_and_comments()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var attached = await PostAsync(hr, "/api/cases/attachments", new AttachFile.Command(Guid.CreateVersion7(), @case, null, "说明.txt", Words));
        attached.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var list = JsonDocument.Parse(await hr.ReadAsync($"/api/cases/{@case}/attachments"));
        var line = list.RootElement.EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("fileName").GetString().ShouldBe("说明.txt");
        line.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Words)));
        var id = line.GetProperty("id").GetGuid();
        using var file = await PostAsync(hr, "/api/cases/attachments/open", new OpenAttachment.Command(Guid.CreateVersion7(), id));
        (await file.Content.ReadAsByteArrayAsync(Now)).ShouldBe(Words);
        using var comment = await PostAsync(hr, "/api/cases/comments", new CommentOnCase.Command(Guid.CreateVersion7(), @case, "好"));
        comment.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hr.ReadAsync($"/api/cases/{@case}/comments")).ShouldContain("\"text\":\"好\"");
        using var removed = await PostAsync(hr, "/api/cases/attachments/remove", new RemoveAttachment.Command(Guid.CreateVersion7(), id, "传错了"));
        removed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var gone = await PostAsync(hr, "/api/cases/attachments/open", new OpenAttachment.Command(Guid.CreateVersion7(), id));
        gone.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        foreach (var path in (string[])["attachments", "comments"])
        {
            using var hidden = await teacher.GetAsync($"/api/cases/{@case}/{path}");
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<string> UploadAsync(Browser browser, string page, string name, byte[] content, Guid? item = null)
    {
        var form = Browser.Form.On(await browser.ReadAsync(page), "/attachments");
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in form.Fields)
            body.Add(new StringContent(value), field);
        body.Add(new StringContent($"{item}"), "item");
        var file = new ByteArrayContent(content);
        // What the browser says of the file is not believed.
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        body.Add(file, "file", name);
        using var response = await browser.Http.PostAsync(form.Action, body, Now);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return await browser.ReadAsync(response.Headers.Location!.ToString());
    }

    private static async Task<HttpResponseMessage> PostAsync<T>(Browser browser, string path, T command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(command, options: PolicyJson.Options) };
        request.Headers.Add("X-Requested-With", "test");
        return await browser.Http.SendAsync(request, Now);
    }
}
