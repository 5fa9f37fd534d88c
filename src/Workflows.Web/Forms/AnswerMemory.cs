using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>
/// The answer to the form that led to this page. What was done is in the database under its operation id; a refusal changed nothing
/// there, so it travels once, with what was typed, in an encrypted cookie.
/// </summary>
public sealed class AnswerMemory(IHttpContextAccessor context, IDataProtectionProvider protection, IServiceScopeFactory scopes, Me me, OfficeWebOptions options)
{
    /// <summary>The query parameter that names the operation whose answer a page shows.</summary>
    public const string Query = "op";

    private const int LongestField = 2000;
    private const int LongestReasons = 12;
    private static readonly string[] Secret = ["password", "newPassword", "repeated", "code", "__RequestVerificationToken"];

    private readonly IDataProtector protector = protection.CreateProtector("Workflows.Web.Answer");
    private readonly ChunkingCookieManager cookies = new();
    private readonly string cookie = options.Cookie("office-answer");
    private Kept? refused;
    private bool isRead;

    private HttpContext Http => context.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The answer that this page shows, or null.</summary>
    public async Task<Answer?> ReadAsync()
    {
        if (!Guid.TryParse(Http.Request.Query[Query], out var operation) || !me.IsKnown)
            return null;
        if (Refused() is { } refusal)
            return refusal.Answer;
        // The layout asks this while the page reads: two at once can't share a unit of work.
        await using var scope = scopes.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().Operations.AsNoTracking().Where(one => one.Id == operation && one.AccountId == me.Id)
            .Select(one => one.Answer).FirstOrDefaultAsync(Http.RequestAborted);
        return done is null ? null : JsonSerializer.Deserialize<Answer>(done, PolicyJson.Options);
    }

    /// <summary>What was typed into a field of the refused form; null when no form was refused, or it had no such field.</summary>
    public string? Typed(string field) => Refused()?.Fields.GetValueOrDefault(field);

    internal void Keep(Guid operation, Answer answer, IFormCollection fields)
    {
        var typed = fields.Where(field => !Secret.Contains(field.Key))
            .ToDictionary(field => field.Key, field => field.Value.ToString() is { Length: > LongestField } text ? text[..LongestField]
                : field.Value.ToString());
        var shown = answer with { Reasons = [.. answer.Reasons.Take(LongestReasons)] };
        var text = JsonSerializer.Serialize(new Kept(operation, me.Id, shown, typed), PolicyJson.Options);
        cookies.AppendResponseCookie(Http, cookie, protector.Protect(text), Options());
    }

    private Kept? Refused()
    {
        if (isRead)
            return refused;
        isRead = true;
        if (cookies.GetRequestCookie(Http, cookie) is not { } text)
            return null;
        refused = Unprotect(text) is { } found && found.AccountId == me.Id && Http.Request.Query[Query] == found.Operation.ToString()
            ? found : null;
        if (refused is not null && !Http.Response.HasStarted)
            cookies.DeleteCookie(Http, cookie, Options());
        return refused;
    }

    private Kept? Unprotect(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(text), PolicyJson.Options);
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            // Somebody changed the cookie, or the keys are new: there is nothing to show.
            return null;
        }
    }

    private CookieOptions Options() => new()
    {
        Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(5),
    };

    private sealed record Kept(Guid Operation, Guid AccountId, Answer Answer, Dictionary<string, string> Fields);
}
