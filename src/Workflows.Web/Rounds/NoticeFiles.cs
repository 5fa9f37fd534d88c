using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Notices;
using Workflows.Processes;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Rounds;

/// <summary>
/// The public notice as a Word file. It says what hangs on the wall for everybody and nothing more, so taking it is a plain GET that leaves no
/// entry in the record.
/// </summary>
internal static class NoticeFiles
{
    public static void MapNoticeFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/rounds/{roundId:guid}/notices/{noticeId:guid}/docx", DownloadAsync)
            .RequireAuthorization(Rights.ReadRounds).ExcludeFromDescription();

    /// <summary>The words of a notice; what the page shows and the file holds.</summary>
    public static OfficialPaper Paper(this OfficeWebOptions options, PublicNotice notice, Personnel.Hiring.Round round, Office office) =>
        NoticePaper.Of(notice, round, NoticePeriod.LastDay(notice.PostedOn, notice.Days, notice.Pauses, office.Calendar),
            new NoticeIssuer(options.College.Zh, options.ContactPhone, options.ContactHours));

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
