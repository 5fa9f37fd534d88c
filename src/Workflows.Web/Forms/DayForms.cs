using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Days;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Days;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The forms of the day ledger.</summary>
internal static class DayForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapDayForms(this IEndpointRouteBuilder app)
    {
        // A photo a little too large is still read, so that it can be refused in words; beyond that the server stops reading.
        var most = new RequestSizeLimitAttribute(2 * app.ServiceProvider.GetRequiredService<AttachmentLimits>().MostBytes);
        app.MapForm("/me/days", LogAsync).WithMetadata(most);
        app.MapForm("/days", LogSeveralAsync);
        app.MapForm("/days/verify", VerifyAsync);
        app.MapForm("/days/{entryId:guid}/verify", async form => Back(form, await form.Service<VerifyDays>().RunAsync(
            new(form.OperationId, [new(Entry(form), Version(form))]) { VerifiedBy = form.Text("named") }, form.Actor, Never)));
        app.MapForm("/days/{entryId:guid}/refuse", async form => Back(form, await form.Service<RefuseDay>().RunAsync(
            new(form.OperationId, Entry(form), Version(form), form.Text("words")) { RefusedBy = form.Text("named") }, form.Actor, Never)));
        app.MapForm("/days/{entryId:guid}/withdraw", async form => Back(form, await form.Service<WithdrawDay>().RunAsync(
            new(form.OperationId, Entry(form), Version(form), form.Text("words")), form.Actor, Never)));
        app.MapForm("/days/{entryId:guid}/evidence", AddAsync).WithMetadata(most);
    }

    private static async Task<IResult> LogAsync(PostedForm form)
    {
        var line = new DayLine(
            form.Service<Me>().PersonId ?? Guid.Empty, form.Day("on") ?? DateOnly.MaxValue, form.Text("school"), form.Choice<DayKind>("kind") ?? (DayKind)(-1),
            form.IsTicked("half"), form.Text("note"));
        if (form.Day("on") is null)
            return form.Answered(Answer.Refused(Refusal.Invalid, "请选择日期。", "Choose the day."), "/me");
        List<EvidenceFile> evidence = [];
        foreach (var upload in form.Files.Where(file => file.Length > 0))
            evidence.Add(await form.EvidenceAsync(upload));
        return form.Answered(await form.Service<LogDay>().RunAsync(new(form.OperationId, line) { Evidence = evidence }, form.Actor, Never), "/me");
    }

    private static async Task<IResult> LogSeveralAsync(PostedForm form)
    {
        var me = form.Service<Me>();
        List<DayLine> lines = [];
        for (var row = 0; row < LogDays.Most; row++)
        {
            // A row without a day and a school is one that nobody filled in.
            if (form.Day($"on-{row}") is null && form.TextOrNull($"school-{row}") is null)
                continue;
            lines.Add(new DayLine(
                form.Names.Contains($"person-{row}") ? form.Id($"person-{row}") : me.PersonId ?? Guid.Empty, form.Day($"on-{row}") ?? DateOnly.MaxValue,
                form.Text($"school-{row}"), form.Choice<DayKind>($"kind-{row}") ?? (DayKind)(-1), form.IsTicked($"half-{row}"), form.Text($"note-{row}")));
        }

        var answer = await form.Service<LogDays>().RunAsync(new(form.OperationId, lines), form.Actor, Never);
        return form.Answered(answer, answer.IsDone && !me.May(Rights.KeepDays) ? "/me" : "/days/new");
    }

    // Each tick carries the entry and the version that the page showed.
    private static async Task<IResult> VerifyAsync(PostedForm form)
    {
        var chosen = form.All("entry").Select(text => text.Split(':')).Where(parts => parts.Length == 2)
            .Select(parts => Guid.TryParse(parts[0], out var id) && long.TryParse(parts[1], out var version) ? new VerifyDays.Chosen(id, version) : null).OfType<VerifyDays.Chosen>();
        return form.Answered(await form.Service<VerifyDays>().RunAsync(new(form.OperationId, [.. chosen]), form.Actor, Never), "/days/verify");
    }

    private static async Task<IResult> AddAsync(PostedForm form) => Back(form, form.Files.GetFile("file") is { Length: > 0 } upload
        ? await form.Service<AddEvidence>().RunAsync(new(form.OperationId, Entry(form), await form.EvidenceAsync(upload)), form.Actor, Never)
        : Answer.Refused(Refusal.Invalid, "请选择照片或文件。", "Choose a photo or a file."));

    private static IResult Back(PostedForm form, Answer answer) => form.Answered(answer, SignIn.Local(form.Text("back")));

    private static Guid Entry(PostedForm form) => form.Route("entryId");

    private static long Version(PostedForm form) => form.Whole("version") ?? -1;
}
