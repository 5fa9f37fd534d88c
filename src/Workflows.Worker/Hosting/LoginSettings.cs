using System.Globalization;
using Workflows.Personnel.Cases;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>Login:*</c>; what can't be used becomes a sentence.</summary>
internal static class LoginSettings
{
    private const int MinutesOfADay = 24 * 60;
    private const int HoursOfAWeek = 7 * 24;

    /// <summary>How people log in, by the configuration.</summary>
    /// <param name="configuration">File, environment, command line.</param>
    /// <param name="faults">Takes one line for each setting that can't be used.</param>
    public static LoginOptions Read(IConfiguration configuration, List<string> faults)
    {
        var section = configuration.GetSection("Login");
        var login = new LoginOptions
        {
            LocalAccounts = Truth(section, "LocalAccounts", fallback: true, faults),
            FreshMinutes = Number(section, "FreshMinutes", new LoginOptions().FreshMinutes, MinutesOfADay, faults),
            IdleMinutes = Number(section, "IdleMinutes", new LoginOptions().IdleMinutes, MinutesOfADay, faults),
            LongestHours = Number(section, "LongestHours", new LoginOptions().LongestHours, HoursOfAWeek, faults),
            SecondFactorRoles = Roles(section.GetSection("SecondFactorRoles"), faults),
            OpenIdConnect = Bureau(section.GetSection("OpenIdConnect"), configuration["Office:PublicUrl"], faults),
        };
        if (!login.LocalAccounts && login.OpenIdConnect is null)
        {
            faults.Add("Login:LocalAccounts 为 false 时须设置 Login:OpenIdConnect，否则无人能登录 / "
                + "with Login:LocalAccounts false, Login:OpenIdConnect must be set, or nobody can log in");
        }

        return login;
    }

    private static bool Truth(IConfiguration section, string name, bool fallback, List<string> faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return fallback;
        if (bool.TryParse(text, out var truth))
            return truth;
        faults.Add($"Login:{name} “{text}” 应写 true 或 false / write true or false");
        return fallback;
    }

    private static int Number(IConfiguration section, string name, int usual, int most, List<string> faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
            return number;
        faults.Add($"Login:{name} “{text}” 应为 1 至 {most} 的整数 / write a whole number from 1 to {most}");
        return usual;
    }

    // A list in the file, or names with commas between them in the environment.
    private static List<OfficeRole> Roles(IConfigurationSection section, List<string> faults)
    {
        var roles = new List<OfficeRole>();
        var names = section.Value is { } line ? line.Split(',') : section.GetChildren().Select(child => child.Value ?? "");
        foreach (var name in names.Select(name => name.Trim()).Where(name => name.Length > 0))
        {
            if (Enum.GetNames<OfficeRole>().Contains(name, StringComparer.OrdinalIgnoreCase))
                roles.Add(Enum.Parse<OfficeRole>(name, ignoreCase: true));
            else
                faults.Add($"Login:SecondFactorRoles “{name}” 不是角色 / "
                    + $"isn't a role; the roles are {string.Join(", ", Enum.GetNames<OfficeRole>())}");
        }

        return roles;
    }

    private static OpenIdConnectLogin? Bureau(IConfigurationSection section, string? publicUrl, List<string> faults)
    {
        if (!section.GetChildren().Any(child => child.Value is { Length: > 0 }))
            return null;
        if (!Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority) || !IsSafe(authority))
            faults.Add("Login:OpenIdConnect:Authority 应为 https 地址 / must be an https address (http only on this machine)");
        if (section["ClientId"] is not { Length: > 0 })
            faults.Add("缺少 Login:OpenIdConnect:ClientId / Login:OpenIdConnect:ClientId is missing");
        var secret = Secret(section, faults);
        return authority is null ? null : new OpenIdConnectLogin
        {
            Authority = authority,
            ClientId = section["ClientId"] ?? "",
            ClientSecret = secret,
            NameClaim = section["NameClaim"] is { Length: > 0 } claim ? claim : "preferred_username",
            PublicUrl = Uri.TryCreate(publicUrl, UriKind.Absolute, out var office) ? office : null,
        };
    }

    private static bool IsSafe(Uri authority) =>
        authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback);

    private static string Secret(IConfigurationSection section, List<string> faults)
    {
        if (section["ClientSecretFile"] is not { Length: > 0 } file)
            return section["ClientSecret"] ?? "";
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"Login:OpenIdConnect:ClientSecretFile 读不了 {file} / can't be read: {file}");
            return "";
        }
    }
}
