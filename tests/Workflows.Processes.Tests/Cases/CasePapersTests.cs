using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Cases;

/// <summary>Files and comments on a case; the same on each database.</summary>
public abstract class CasePapersTests
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("编制核定情况：属实。");
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.EducationBureau);

    protected abstract Task<TestOffice> OpenAsync(Action<IServiceCollection>? more = null);

    [Fact]
    public async Task A_file_is_kept_byte_for_byte_and_its_hash_stands_in_the_record_without_its_name()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        var answer = await AttachAsync(office, @case, Bureau, name: "C:\\林秀英\\张伟身份证.txt");
        answer.IsDone.ShouldBeTrue();

        var file = await office.ReadAsync(db => db.Attachments.Include(one => one.Content).SingleAsync());
        (file.Id, file.FileName, file.MediaType, file.Size, file.UploadedBy).ShouldBe((answer.Id!.Value, "张伟身份证.txt", "text/plain", Words.Length, Bureau));
        file.Content!.Bytes.ShouldBe(Words);
        file.Hash.ShouldBe(SHA256.HashData(Words));
        var entry = await office.ReadAsync(db => db.Audit.Include(one => one.Personal).SingleAsync(one => one.Action == "AttachmentAdded"));
        entry.NewValue.ShouldBe($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Words))} {Words.Length}");
        $"{entry.Subject}{entry.OldValue}{entry.NewValue}{entry.Reason}".ShouldNotContain("张伟");
        entry.Personal!.Values.ShouldContain("张伟身份证.txt");
        await VerifiesAsync(office, @case);
    }

    [Fact]
    public async Task The_same_click_twice_keeps_one_file_and_the_same_file_again_is_refused()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        var command = new AttachFile.Command(Guid.CreateVersion7(), @case, null, "a.txt", Words);
        var first = await office.DoAsync<AttachFile>(u => u.RunAsync(command, Hr, default));
        (await office.DoAsync<AttachFile>(u => u.RunAsync(command, Hr, default))).Id.ShouldBe(first.Id);
        (await AttachAsync(office, @case, Bureau)).Refusal.ShouldBe(Refusal.Invalid);
        (await office.ReadAsync(db => db.Attachments.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_paper_is_refused_and_nothing_is_kept()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        (await AttachAsync(office, @case, Hr, "a.pdf", [(byte)'M', (byte)'Z', 0, 1])).Refusal.ShouldBe(Refusal.Invalid);
        (await AttachAsync(office, @case, Hr, "a.txt", Encoding.UTF8.GetBytes("<html>"))).Refusal.ShouldBe(Refusal.Invalid);
        (await AttachAsync(office, @case, Hr, "a.txt", [])).Refusal.ShouldBe(Refusal.Invalid);
        (await office.ReadAsync(db => db.AttachmentContents.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_just_the_limit_is_taken_and_one_byte_more_is_not()
    {
        await using var office = await OpenAsync(services => services.AddSingleton(new AttachmentLimits(1)));
        var @case = await CountersigningAsync(office);
        var full = Encoding.ASCII.GetBytes(new string('a', 1024 * 1024));
        (await AttachAsync(office, @case, Hr, content: full)).IsDone.ShouldBeTrue();
        (await AttachAsync(office, @case, Hr, content: [.. full, (byte)'a'])).Reasons.Single().Zh.ShouldContain("超过 1 MB");
    }

    [Fact]
    public async Task A_case_takes_no_more_files_than_it_may_hold_and_one_taken_back_makes_room()
    {
        await using var office = await OpenAsync(services => services.AddSingleton(new AttachmentLimits { MostFiles = 2 }));
        var @case = await CountersigningAsync(office);
        var first = await AttachAsync(office, @case, Hr, content: [65]);
        (await AttachAsync(office, @case, Hr, content: [66])).IsDone.ShouldBeTrue();
        (await AttachAsync(office, @case, Hr, content: [67])).Refusal.ShouldBe(Refusal.Invalid);
        (await RemoveAsync(office, first.Id!.Value, Hr)).IsDone.ShouldBeTrue();
        (await AttachAsync(office, @case, Hr, content: [67])).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_those_who_take_part_attach_and_comment_and_audit_only_reads()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        foreach (var (role, refusal) in new (OfficeRole, Refusal?)[]
        {
            (OfficeRole.HumanResources, null), (OfficeRole.Leadership, null), (OfficeRole.PersonnelBureau, null),
            (OfficeRole.Teacher, Refusal.NotFound), (OfficeRole.Auditor, Refusal.NotAllowed),
        })
        {
            (await AttachAsync(office, @case, TestOffice.Of(role), content: Encoding.UTF8.GetBytes($"{role}"))).Refusal.ShouldBe(refusal, $"{role}");
            (await CommentAsync(office, @case, TestOffice.Of(role), "好")).Refusal.ShouldBe(refusal, $"{role}");
        }
    }

    [Fact]
    public async Task Somebody_deactivated_can_do_nothing_any_more()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        await office.ReadAsync(async db =>
        {
            (await db.Users.SingleAsync(account => account.Id == Hr)).IsActive = false;
            return await db.SaveChangesAsync();
        });
        (await AttachAsync(office, @case, Hr)).Refusal.ShouldBe(Refusal.NotFound);
        (await CommentAsync(office, @case, Hr, "好")).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task A_file_is_taken_back_by_its_author_with_a_reason_until_somebody_decides_and_it_is_kept()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        var first = (await AttachAsync(office, @case, Bureau)).Id!.Value;
        (await RemoveAsync(office, first, Hr)).Refusal.ShouldBe(Refusal.NotAllowed, "not its author");
        (await RemoveAsync(office, first, Bureau, reason: " ")).Refusal.ShouldBe(Refusal.Invalid);
        (await RemoveAsync(office, first, Bureau)).IsDone.ShouldBeTrue();
        (await RemoveAsync(office, first, Bureau)).Refusal.ShouldBe(Refusal.Stale);
        var removed = await office.ReadAsync(db => db.Attachments.Include(one => one.Content).SingleAsync());
        (removed.RemovalReason, removed.Content!.Bytes.Length).ShouldBe(("传错了", Words.Length));
        (await office.ReadAsync(db => db.Audit.SingleAsync(entry => entry.Action == "AttachmentRemoved"))).Reason.ShouldBe("传错了");

        var second = (await AttachAsync(office, @case, Bureau)).Id!.Value;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DecideAsync(OfficeRole.PersonnelBureau, "countersign", Outcomes.Approved);
        (await RemoveAsync(office, second, Bureau)).Refusal.ShouldBe(Refusal.WrongTime);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = (await AttachAsync(office, @case, Bureau, content: [65])).Id!.Value;
        (await RemoveAsync(office, third, Bureau)).IsDone.ShouldBeTrue("nobody has decided since");
        await VerifiesAsync(office, @case);
    }

    [Fact]
    public async Task A_file_taken_back_is_handed_to_the_auditor_only_and_every_handing_out_is_recorded()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        var file = (await AttachAsync(office, @case, Bureau)).Id!.Value;
        (await TakeAsync(office, file, Hr)).IsDone.ShouldBeTrue();
        (await TakeAsync(office, file, TestOffice.Of(OfficeRole.Teacher))).Refusal.ShouldBe(Refusal.NotFound);
        await RemoveAsync(office, file, Bureau);
        (await TakeAsync(office, file, Hr)).Refusal.ShouldBe(Refusal.Stale);
        (await TakeAsync(office, file, TestOffice.Of(OfficeRole.Auditor))).IsDone.ShouldBeTrue();
        var looks = await office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "AttachmentOpened").OrderBy(entry => entry.Number).ToListAsync());
        looks.Select(entry => entry.ActorId).ShouldBe([Hr, TestOffice.Of(OfficeRole.Auditor)]);
        looks.ShouldAllBe(entry => entry.Subject == $"{file}" && entry.NewValue.StartsWith("sha256:"));
    }

    [Fact]
    public async Task Files_of_the_background_review_are_for_HR_and_audit_only()
    {
        await using var office = await OpenAsync();
        await office.RankFiveAsync(Plans.Usual);
        var item = await office.OpenItemAsync("background", "张伟");
        var leader = TestOffice.Of(OfficeRole.Leadership);
        (await AttachAsync(office, item.CaseId, leader, item: item.Id)).Refusal.ShouldBe(Refusal.NotAllowed);
        var file = (await AttachAsync(office, item.CaseId, Hr, item: item.Id)).Id!.Value;
        (await TakeAsync(office, file, leader)).Refusal.ShouldBe(Refusal.NotFound);
        (await TakeAsync(office, file, TestOffice.Of(OfficeRole.Auditor))).IsDone.ShouldBeTrue();
        (await AttachAsync(office, item.CaseId, Hr, item: Guid.CreateVersion7())).Refusal.ShouldBe(Refusal.NotAllowed, "an item of no case");
    }

    [Fact]
    public async Task A_comment_keeps_its_line_breaks_and_its_words_stay_outside_of_the_chain()
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        (await CommentAsync(office, @case, Bureau, "  请补充<b>编制</b>说明。\r\n联系：张伟\u202E \u0007 ")).IsDone.ShouldBeTrue();
        var comment = await office.ReadAsync(db => db.CaseComments.SingleAsync());
        (comment.Text, comment.WrittenBy).ShouldBe(("请补充<b>编制</b>说明。\n联系：张伟", Bureau));
        var entry = await office.ReadAsync(db => db.Audit.Include(one => one.Personal).SingleAsync(one => one.Action == "CaseCommented"));
        $"{entry.Subject}{entry.NewValue}{entry.Reason}".ShouldBe($"{comment.Id}");
        await VerifiesAsync(office, @case);
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task A_comment_has_at_most_two_thousand_characters(int length, bool isTaken)
    {
        await using var office = await OpenAsync();
        var @case = await CountersigningAsync(office);
        (await CommentAsync(office, @case, Hr, new string('字', length - 2) + "\r\n字")).IsDone.ShouldBe(isTaken);
        (await CommentAsync(office, @case, Hr, " \r\n ")).Refusal.ShouldBe(Refusal.Invalid);
    }

    private static async Task<Guid> CountersigningAsync(TestOffice office) => (await office.RoundAsync(await office.SubmitAsync(Plans.Usual))).CaseId!.Value;

    private static Task<Answer> AttachAsync(TestOffice office, Guid @case, Guid actor, string name = "a.txt", byte[]? content = null, Guid? item = null) =>
        office.AskAsync<AttachFile>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, item, name, content ?? Words), actor, default));

    private static Task<Answer> RemoveAsync(TestOffice office, Guid file, Guid actor, string reason = "传错了") =>
        office.AskAsync<RemoveAttachment>(u => u.RunAsync(new(Guid.CreateVersion7(), file, reason), actor, default));

    private static Task<Answer> TakeAsync(TestOffice office, Guid file, Guid actor) =>
        office.AskAsync<OpenAttachment>(u => u.RunAsync(new(Guid.CreateVersion7(), file), actor, default));

    private static Task<Answer> CommentAsync(TestOffice office, Guid @case, Guid actor, string text) =>
        office.AskAsync<CommentOnCase>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, text), actor, default));

    private static async Task VerifiesAsync(TestOffice office, Guid caseId)
    {
        var @case = await office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == caseId));
        var entries = await office.ReadAsync(db => db.Audit.Include(one => one.Personal).Where(one => one.CaseId == caseId).OrderBy(one => one.Number).ToListAsync());
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull();
    }
}

/// <summary>Files and comments on SQLite.</summary>
public sealed class CasePapersOnSqlite : CasePapersTests
{
    protected override Task<TestOffice> OpenAsync(Action<IServiceCollection>? more = null) => TestOffice.OnSqliteAsync(more: more);
}

/// <summary>Files and comments on PostgreSQL.</summary>
public sealed class CasePapersOnPostgres(PostgresCluster cluster) : CasePapersTests
{
    protected override Task<TestOffice> OpenAsync(Action<IServiceCollection>? more = null) => TestOffice.OnPostgresAsync(cluster, more: more);
}
