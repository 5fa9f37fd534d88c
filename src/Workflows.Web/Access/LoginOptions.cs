using Workflows.Personnel.Cases;

namespace Workflows.Web.Access;

/// <summary>How people log in: the settings <c>Login:*</c>.</summary>
public sealed record LoginOptions
{
    /// <summary><c>Login:LocalAccounts</c>: whether user name and password are accepted here.</summary>
    public bool LocalAccounts { get; init; } = true;

    /// <summary><c>Login:FreshMinutes</c>: how old a login may be, in minutes, when a final decision is made.</summary>
    public int FreshMinutes { get; init; } = 15;

    /// <summary><c>Login:IdleMinutes</c>: after how long without a page a session ends.</summary>
    public int IdleMinutes { get; init; } = 120;

    /// <summary><c>Login:LongestHours</c>: how long a session lasts at most, however much it is used.</summary>
    public int LongestHours { get; init; } = 12;

    /// <summary><c>Login:SecondFactorRoles</c>: who does nothing before a second factor is set up.</summary>
    public IReadOnlyList<OfficeRole> SecondFactorRoles { get; init; } = [];

    /// <summary><c>Login:OpenIdConnect</c>: the bureau's own accounts; null when there are none.</summary>
    public OpenIdConnectLogin? OpenIdConnect { get; init; }
}

/// <summary>The provider of the bureau's accounts, and how its people are found among ours.</summary>
public sealed record OpenIdConnectLogin
{
    /// <summary>The provider's address, under which it publishes its discovery document.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Who we are there.</summary>
    public required string ClientId { get; init; }

    /// <summary>Our secret there; empty for a public client, which has PKCE alone.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>
    /// The claim that says, at the first login, which account it is: <c>email</c> is compared with the mail address, any other with the
    /// user name.
    /// </summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>The address people use for the office, to which the provider sends them back; null to take it from the request.</summary>
    public Uri? PublicUrl { get; init; }
}
