using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workflows.Web.Access;

namespace Workflows.Web.Tests.Offices;

/// <summary>
/// The bureau's login: a real OpenID Connect provider on a port of this machine, with code flow, PKCE and signed tokens. Whoever comes is
/// taken for the person set here.
/// </summary>
internal sealed class Bureau : IAsyncDisposable
{
    private const string Secret = "the-office's-secret-at-the-bureau";
    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly ConcurrentDictionary<string, Asked> codes = new();

    private Bureau(WebApplication app) => this.app = app;

    public string Subject { get; set; } = "1001";

    public string Name { get; set; } = "HumanResources";

    public string Email { get; set; } = "HumanResources@example.org";

    public bool IsEmailVerified { get; set; } = true;

    /// <summary>When the person typed their password at the bureau; null if it doesn't say.</summary>
    public DateTimeOffset? LoggedInAt { get; set; } = TimeProvider.System.GetUtcNow();

    public bool SendsWrongNonce { get; set; }

    public bool SignsWithAnotherKey { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>What the office asked for last.</summary>
    public IQueryCollection LastAsked { get; private set; } = QueryCollection.Empty;

    public LoginOptions Login => new() { OpenIdConnect = new OpenIdConnectLogin { Authority = Address, ClientId = "office", ClientSecret = Secret } };

    private Uri Address => new(app.Urls.First());

    public static async Task<Bureau> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var bureau = new Bureau(builder.Build());
        bureau.app.UseRouting();
        bureau.app.MapGet("/.well-known/openid-configuration", () => bureau.Discovery());
        bureau.app.MapGet("/keys", () => Results.Json(new { keys = new[] { bureau.PublicKey() } }));
        bureau.app.MapGet("/authorize", (HttpContext http) => bureau.Authorize(http.Request.Query));
        bureau.app.MapPost("/token", async (HttpContext http, CancellationToken ct) => bureau.Token(await http.Request.ReadFormAsync(ct)));
        await bureau.app.StartAsync();
        return bureau;
    }

    /// <summary>Goes from a link of the office through the bureau and back; what the office answers in the end.</summary>
    public static async Task<HttpResponseMessage> PassAsync(Browser browser, string link = "/login/bureau?returnUrl=%2Faccount")
    {
        using var asked = await browser.GetAsync(link);
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var sent = await outside.GetAsync(asked.Headers.Location, TestContext.Current.CancellationToken);
        var returned = await browser.GetAsync(sent.Headers.Location!.ToString());
        if (returned.Headers.Location?.ToString() is not { } next || !next.StartsWith("/login/bureau/done", StringComparison.Ordinal))
            return returned;
        returned.Dispose();
        return await browser.GetAsync(next);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Discovery() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address.ToString(),
        ["authorization_endpoint"] = new Uri(Address, "authorize").ToString(),
        ["token_endpoint"] = new Uri(Address, "token").ToString(),
        ["jwks_uri"] = new Uri(Address, "keys").ToString(),
        ["response_types_supported"] = new[] { "code" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private object PublicKey()
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId,
            n = WebEncoders.Base64UrlEncode(numbers.Modulus!), e = WebEncoders.Base64UrlEncode(numbers.Exponent!) };
    }

    private IResult Authorize(IQueryCollection query)
    {
        LastAsked = query;
        if (query["client_id"] != "office" || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var back = new Dictionary<string, string?> { ["state"] = query["state"] };
        if (IsCancelled)
            back["error"] = "access_denied";
        else
        {
            var code = back["code"] = $"code-{codes.Count}";
            codes[code] = new Asked(query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        }

        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, back));
    }

    private IResult Token(IFormCollection form)
    {
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != proof
            || form["redirect_uri"] != asked.RedirectUri || form["client_secret"] != Secret)
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 60, id_token = IdToken(asked) });
    }

    private string IdToken(Asked asked)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject, ["nonce"] = SendsWrongNonce ? "another" : asked.Nonce, ["preferred_username"] = Name,
            ["email"] = Email, ["email_verified"] = IsEmailVerified,
        };
        if (LoggedInAt is { } time)
            claims["auth_time"] = time.ToUnixTimeSeconds();
        using var another = RSA.Create(2048);
        var signer = SignsWithAnotherKey ? new RsaSecurityKey(another) { KeyId = key.KeyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } } : key;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address.ToString(), Audience = "office", Claims = claims, IssuedAt = now.UtcDateTime, NotBefore = now.UtcDateTime,
            Expires = now.AddMinutes(5).UtcDateTime, SigningCredentials = new SigningCredentials(signer, SecurityAlgorithms.RsaSha256),
        });
    }

    private sealed record Asked(string Nonce, string Challenge, string RedirectUri);
}
