using Workflows.Personnel.Cases;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>Login:*</c>.</summary>
internal static class LoginSettings
{
    private const int MinutesOfADay = 24 * 60;
    private const int HoursOfAWeek = 7 * 24;

    /// <summary>How people log in, by the configuration.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="publicUrl">The address that people use.</param>
    /// <param name="faults">Takes one sentence for each setting that can't be used.</param>
    public static LoginOptions Read(IConfiguration configuration, string publicUrl, List<string> faults)
    {
        var section = new SettingsSection(configuration.GetSection("Login"), faults);
        section.Knows("OpenIdConnect");
        var login = new LoginOptions
        {
            LocalAccounts = section.Truth("LocalAccounts", usual: true),
            FreshMinutes = section.Number("FreshMinutes", new LoginOptions().FreshMinutes, 1, MinutesOfADay),
            IdleMinutes = section.Number("IdleMinutes", new LoginOptions().IdleMinutes, 1, MinutesOfADay),
            LongestHours = section.Number("LongestHours", new LoginOptions().LongestHours, 1, HoursOfAWeek),
            SecondFactorRoles = section.Words<OfficeRole>("SecondFactorRoles"),
            OpenIdConnect = Bureau(new SettingsSection(configuration.GetSection("Login:OpenIdConnect"), faults), publicUrl),
        };
        section.End();
        if (!login.LocalAccounts && login.OpenIdConnect is null)
        {
            faults.Add("Login:LocalAccounts 为 false 时须设置 Login:OpenIdConnect，否则无人能登录 / "
                + "with Login:LocalAccounts false, Login:OpenIdConnect must be set, or nobody can log in");
        }

        return login;
    }

    private static OpenIdConnectLogin? Bureau(SettingsSection section, string publicUrl)
    {
        var (address, client, secret) = (section.Text("Authority"), section.Text("ClientId"), section.Secret("ClientSecret"));
        var claim = section.Text("NameClaim", "preferred_username");
        section.End();
        if (!section.IsSet)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var authority) || !IsSafe(authority))
            section.Fault("Authority", address, "应为 https 地址", "must be an https address (http only on this machine)");
        if (client.Length == 0)
            section.Missing("ClientId", "在统一身份认证登记的应用名", "the name under which the office is registered there");
        return authority is null ? null : new OpenIdConnectLogin
        {
            Authority = authority,
            ClientId = client,
            ClientSecret = secret,
            NameClaim = claim,
            PublicUrl = Uri.TryCreate(publicUrl, UriKind.Absolute, out var office) ? office : null,
        };
    }

    private static bool IsSafe(Uri authority) =>
        authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback);
}
