using Workflows.Policy;
using Workflows.Web.Access;

namespace Workflows.Web;

/// <summary>What the pages need to know of the installation.</summary>
public sealed record OfficeWebOptions
{
    /// <summary>The college's name, shown in the bar of every page.</summary>
    public Bilingual College { get; init; } = new("教师进修学校", "Teacher Training College");

    /// <summary>The telephone that announcements and public notices name; empty leaves a line to write it on.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>When that telephone is answered.</summary>
    public string ContactHours { get; init; } = "公示期内工作日8:00—12:00、14:30—17:30";

    /// <summary>Whether people reach the office over TLS: its public address begins with https.</summary>
    public bool IsSecure { get; init; }

    /// <summary>How often one account or one address may ask.</summary>
    public RateLimits RateLimits { get; init; } = new();

    /// <summary>How people log in.</summary>
    public LoginOptions Login { get; init; } = new();

    /// <summary>The accounts that the login page offers to fill in; empty everywhere but in a demo.</summary>
    public IReadOnlyList<DemoAccount> DemoAccounts { get; init; } = [];

    /// <summary>A cookie's whole name: over TLS with the prefix by which browsers take it from this very host alone, and only encrypted.</summary>
    /// <param name="name">The cookie's own name.</param>
    public string Cookie(string name) => IsSecure ? $"__Host-{name}" : name;
}

/// <summary>An account of the demo, whose password is no secret.</summary>
/// <param name="UserName">What is typed to log in.</param>
/// <param name="Role">Whose part it plays, <c>人事干部</c>.</param>
/// <param name="Password">The password.</param>
public sealed record DemoAccount(string UserName, Bilingual Role, string Password);
