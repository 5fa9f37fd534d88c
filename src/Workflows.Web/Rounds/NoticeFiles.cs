using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Notices;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Rounds;

/// <summary>
/// The public notice as a Word file. It says what hangs on the wall for everybody and nothing more, so taking it is a plain GET that leaves no
/// entry in the record.
/// </summary>
internal static class NoticeFiles
{
    public static void MapNoticeFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/rounds/{roundId:guid}/notices/{noticeId:guid}/docx", DownloadAsync)
            .RequireAuthorization(Rights.ReadRounds).ExcludeFromDescription();
        app.MapGet("/appointments/notices/{noticeId:guid}/docx", DownloadOfAppointmentAsync)
            .RequireAuthorization(Rights.ReadRounds).ExcludeFromDescription();
    }

    /// <summary>The words of the notice of a round's list; what the page shows and the file holds.</summary>
    public static OfficialPaper Paper(this OfficeWebOptions options, PublicNotice notice, Personnel.Hiring.Round round, Office office) =>
        NoticePaper.Of(notice, round, LastDay(notice, office), Issuer(options));

    /// <summary>The words of the notice of an appointment.</summary>
    public static OfficialPaper Paper(this OfficeWebOptions options, PublicNotice notice, Office office) =>
        NoticePaper.OfAppointment(notice, LastDay(notice, office), Issuer(options));

    /// <summary>The notice of an appointment, for whoever may read its case; null for anybody else.</summary>
    public static async Task<PublicNotice?> AppointmentNoticeAsync(this Desk desk, Guid noticeId, Me me, CancellationToken ct)
    {
        var notice = await desk.Db.Notices.AsNoTracking().Include(one => one.Objections)
            .FirstOrDefaultAsync(one => one.Id == noticeId && one.RoundId == null, ct);
        return notice is not null
            && await desk.MayReadAsync(me.Id, await desk.Db.Cases.AsNoTracking().FirstAsync(one => one.Id == notice.CaseId, ct), ct) ? notice : null;
    }

    private static DateOnly? LastDay(PublicNotice notice, Office office) =>
        NoticePeriod.LastDay(notice.PostedOn, notice.Days, notice.Pauses, office.Calendar);

    private static NoticeIssuer Issuer(OfficeWebOptions options) => new(options.College.Zh, options.ContactPhone, options.ContactHours);

    private static async Task<IResult> DownloadOfAppointmentAsync(Guid noticeId, Desk desk, Me me, OfficeWebOptions options, CancellationToken ct) =>
        await desk.AppointmentNoticeAsync(noticeId, me, ct) is { } notice
            ? Results.File(
                OfficialDocument.Write(options.Paper(notice, desk.Office)), OfficialDocument.MediaType, NoticePaper.FileName(notice))
            : Results.NotFound();

    private static async Task<IResult> DownloadAsync(
        Guid roundId, Guid noticeId, WorkflowsDb db, Office office, OfficeWebOptions options, CancellationToken ct)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(one => one.Id == roundId, ct);
        var notice = await db.Notices.AsNoTracking().Include(one => one.Objections)
            .FirstOrDefaultAsync(one => one.Id == noticeId && one.RoundId == roundId, ct);
        return round is null || notice is null
            ? Results.NotFound()
            : Results.File(
                OfficialDocument.Write(options.Paper(notice, round, office)), OfficialDocument.MediaType, NoticePaper.FileName(notice, round));
    }
}
