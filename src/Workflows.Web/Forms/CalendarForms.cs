using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Calendar;
using Workflows.Processes;
using Workflows.Processes.Calendars;
using Workflows.Web.Access;
using Workflows.Web.Calendars;
using Workflows.Web.Pages;
using Workflows.Web.Pages.Calendars;

namespace Workflows.Web.Forms;

/// <summary>Editing calendars: first what it would change, then the saving.</summary>
internal static class CalendarForms
{
    private const long LargestFile = 100_000;

    public static void MapCalendarForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/calendars/{file}/preview", PreviewAsync).RequireAuthorization(Rights.KeepCalendars);
        app.MapForm("/calendars/{file}/upload", UploadAsync).RequireAuthorization(Rights.KeepCalendars).TakesATable();
        app.MapForm("/calendars/{file}/save", SaveAsync).RequireAuthorization(Rights.KeepCalendars);
        app.MapForm("/calendars/{file}/drop", DropAsync).RequireAuthorization(Rights.KeepCalendars);
        // The preview is drawn in answer to a post; its address opened again leads to the form.
        foreach (var posted in new[] { "preview", "upload", "save", "drop" })
        {
            app.MapGet($"/calendars/{{file}}/{posted}", (string file) => PostedForm.SeeOther($"{PageOf(file)}/edit"))
                .RequireAuthorization(Rights.KeepCalendars).ExcludeFromDescription();
        }

        app.MapGet("/calendars/go", (string? kind, int? year) => PostedForm.SeeOther(
                Enum.TryParse<CalendarKind>(kind, out var wanted) && CalendarFile.Parse($"{new CalendarFile(wanted, year ?? 0)}") is { } file
                    ? PageOf($"{file}") : "/calendars"))
            .RequireAuthorization().ExcludeFromDescription();
    }

    private static Task<IResult> PreviewAsync(PostedForm form)
    {
        if (File(form) is not { } file)
            return Task.FromResult(ErrorPages.Result(StatusCodes.Status404NotFound));
        var (text, refusal) = CalendarFields.Read(file, form.Text);
        return refusal is null ? ShowAsync(form, file, text) : Task.FromResult(form.Answered(refusal, $"{PageOf($"{file}")}/edit"));
    }

    private static async Task<IResult> UploadAsync(PostedForm form)
    {
        if (File(form) is not { } file)
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        if (form.Files.GetFile("file") is not { Length: > 0 and <= LargestFile } upload)
        {
            return form.Answered(Answer.Refused(Refusal.Invalid, $"请选择 {file} 文件，不超过 100 KB。", $"Choose a file {file}, up to 100 KB."),
                $"{PageOf($"{file}")}/edit");
        }

        using var reader = new StreamReader(upload.OpenReadStream(), Encoding.UTF8);
        return await ShowAsync(form, file, await reader.ReadToEndAsync(form.Aborted));
    }

    // Answered by a page and not by a redirect: nothing was changed, and the text travels on in the confirming form.
    private static async Task<IResult> ShowAsync(PostedForm form, CalendarFile file, string text)
    {
        var preview = await form.Service<PreviewCalendar>().RunAsync(new($"{file}", text), form.Actor, form.Aborted);
        return preview.Refusal is { } refusal
            ? form.Answered(refusal, $"{PageOf($"{file}")}/edit")
            : new RazorComponentResult<CalendarPreviewDocument>(new Dictionary<string, object?>
            {
                [nameof(CalendarPreviewDocument.File)] = file,
                [nameof(CalendarPreviewDocument.Text)] = text,
                [nameof(CalendarPreviewDocument.Version)] = form.Whole("version") ?? 0,
                [nameof(CalendarPreviewDocument.Preview)] = preview,
            });
    }

    private static async Task<IResult> SaveAsync(PostedForm form)
    {
        var name = Name(form);
        var answer = await form.Service<SaveCalendar>().RunAsync(
            new(form.OperationId, name, form.Text("text").ReplaceLineEndings("\n"), form.Whole("version") ?? 0), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? PageOf(name) : $"{PageOf(name)}/edit");
    }

    private static async Task<IResult> DropAsync(PostedForm form)
    {
        var name = Name(form);
        var answer = await form.Service<DropCalendar>().RunAsync(
            new(form.OperationId, name, form.Whole("version") ?? 0), form.Actor, CancellationToken.None);
        return form.Answered(answer, PageOf(name));
    }

    private static string Name(PostedForm form) => (string)form.Http.Request.RouteValues["file"]!;

    private static CalendarFile? File(PostedForm form) => CalendarFile.Parse(Name(form));

    private static string PageOf(string file) => $"/calendars/{Uri.EscapeDataString(file)}";
}
