using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Days;
using Workflows.Web.Access;
using Workflows.Web.Pages;

namespace Workflows.Web.Forms;

/// <summary>
/// A form that a page posted: its fields, who posted it, and the way back. Every form is answered by a redirect, so that reloading a page
/// never posts again.
/// </summary>
public sealed class PostedForm(HttpContext http, IFormCollection fields)
{
    /// <summary>The field that carries the operation id; see <c>OfficeForm.razor</c>.</summary>
    public const string OperationField = "operation";

    /// <summary>The id chosen by the page when it was drawn; a doubled post carries the same one.</summary>
    public Guid OperationId => Id(OperationField);

    /// <summary>The account that posts.</summary>
    public Guid Actor => Service<Me>().Id;

    /// <summary>The uploaded files.</summary>
    public IFormFileCollection Files => fields.Files;

    /// <summary>An uploaded file, read whole.</summary>
    public async Task<EvidenceFile> EvidenceAsync(IFormFile upload)
    {
        using var content = new MemoryStream();
        await upload.CopyToAsync(content, Aborted);
        return new EvidenceFile(upload.FileName, content.ToArray());
    }

    /// <summary>The field names, for forms with a row for each person.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <summary>The request.</summary>
    public HttpContext Http => http;

    /// <summary>
    /// Ends when the browser goes away. A decision isn't given up for that: it takes <see cref="CancellationToken.None"/>.
    /// </summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>A service of this request.</summary>
    public T Service<T>() where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>The field as text, trimmed; empty when it is missing.</summary>
    public string Text(string field) => fields[field].ToString().Trim();

    /// <summary>The field as text, or null when it is empty.</summary>
    public string? TextOrNull(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>All values of a field, as checkboxes of one name send them.</summary>
    public IReadOnlyList<string> All(string field) => [.. fields[field].OfType<string>()];

    /// <summary>Whether a checkbox is ticked.</summary>
    public bool IsTicked(string field) => fields.ContainsKey(field);

    /// <summary>The field as an id; the empty id when it is none.</summary>
    public Guid Id(string field) => Guid.TryParse(fields[field], out var id) ? id : Guid.Empty;

    /// <summary>All values of a field that are ids.</summary>
    public IReadOnlyList<Guid> Ids(string field) => [.. All(field).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>A part of the address as an id; the empty id when it is none.</summary>
    public Guid Route(string name) => Guid.TryParse(http.Request.RouteValues[name] as string, out var id) ? id : Guid.Empty;

    /// <summary>The field as a whole number; null when it is none.</summary>
    public long? Whole(string field) => long.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
        out var n) ? n : null;

    /// <summary>The field as a number; null when it is none.</summary>
    public decimal? Number(string field) => decimal.TryParse(Text(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var n)
        ? n : null;

    /// <summary>The field as a day, <c>2026-09-01</c>; null when it is none.</summary>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The school that was chosen, written <c>Primary|城关小学</c>; an empty name where none was.</summary>
    public (string School, SchoolStage Stage) Host() =>
        Text("host").Split('|', 2) is [var stage, var school] && Enum.TryParse<SchoolStage>(stage, out var known) ? (school, known) : ("", default);

    /// <summary>The field as a named choice; null when it is none.</summary>
    public T? Choice<T>(string field) where T : struct, Enum =>
        Enum.TryParse<T>(Text(field), out var choice) && Enum.IsDefined(choice) ? choice : null;

    /// <summary>
    /// Leads to a page that shows the answer. A refusal takes along what was typed, so that nothing has to be written twice; one for the
    /// login's age leads there through the login.
    /// </summary>
    /// <param name="answer">What the use case answered.</param>
    /// <param name="path">The page to go to; a path of ours.</param>
    public IResult Answered(Answer answer, string path)
    {
        if (!answer.IsDone)
            Service<AnswerMemory>().Keep(OperationId, answer, fields);
        var page = WithAnswer(path);
        return SeeOther(answer.Refusal is Refusal.LoginTooOld ? $"/login/again?returnUrl={Uri.EscapeDataString(page)}" : page);
    }

    /// <summary>Leads to a page that shows what became of several things at once: no single operation remembers that.</summary>
    /// <param name="answer">The summary.</param>
    /// <param name="path">The page to go to; a path of ours.</param>
    public IResult Summed(Answer answer, string path)
    {
        Service<AnswerMemory>().Keep(OperationId, answer, fields);
        return SeeOther(WithAnswer(path));
    }

    private string WithAnswer(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{AnswerMemory.Query}={OperationId}";

    /// <summary>Leads to a page of ours, by GET.</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Takes in posted forms.</summary>
internal static class PostedForms
{
    private const long LargestForm = 1024 * 1024;
    // A table of 2 MB that travels sealed in the confirming form is nearly twice as long.
    private const long LargestTable = 8 * 1024 * 1024;

    /// <summary>Answers posts to a path; a form without a valid antiforgery token changes nothing.</summary>
    public static IEndpointConventionBuilder MapForm(this IEndpointRouteBuilder app, string path, Func<PostedForm, Task<IResult>> answer) =>
        app.MapPost(path, async http =>
        {
            var isForm = http.Request.HasFormContentType && await ReadAsync(http) is not null
                && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
            if (!isForm)
                http.NoteForged();
            var result = isForm ? await answer(new PostedForm(http, http.Request.Form)) : ErrorPages.Result(
                http.Response.StatusCode is StatusCodes.Status413PayloadTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
            await result.ExecuteAsync(http);
        })
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
        .ExcludeFromDescription();

    /// <summary>The form, or the call, brings a whole table: more is read, and it counts as costly.</summary>
    public static TBuilder TakesATable<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(LargestTable)).IsCostly();

    /// <summary>It takes seconds.</summary>
    public static TBuilder IsCostly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.RequireRateLimiting(Limits.Costly);

    // A post that is larger than the server reads is refused, and no fault of the program.
    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.HasNull() ? null : form;
        }
        catch (BadHttpRequestException tooMuch) when (tooMuch.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            http.Response.StatusCode = tooMuch.StatusCode;
            return null;
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than a form of ours ever has.
            return null;
        }
    }
}
