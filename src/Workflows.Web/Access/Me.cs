using Workflows.Personnel.Cases;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>Who is asking in this request, with the roles held at this moment; read from the database by <see cref="KnowMe"/>.</summary>
public sealed class Me
{
    private Account? account;

    /// <summary>Whether somebody is logged in.</summary>
    public bool IsKnown => account is not null;

    /// <summary>The account's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is logged in.</exception>
    public Guid Id => Known.Id;

    /// <summary>The name shown to others.</summary>
    public string Name => Known.DisplayName.Length > 0 ? Known.DisplayName : Known.UserName ?? "";

    /// <summary>The roles held now.</summary>
    public IReadOnlyList<OfficeRole> Roles { get; private set; } = [];

    /// <summary>The language the account prefers; null when nobody is logged in.</summary>
    public string? Language => account?.Language;

    /// <summary>Whether the account is asked for a second factor at login.</summary>
    public bool HasSecondFactor => Known.TwoFactorEnabled;

    /// <summary>Whether the account has a password here; one of the bureau's may have none.</summary>
    public bool HasPassword => Known.PasswordHash is not null;

    /// <summary>What is typed to log in.</summary>
    public string UserName => Known.UserName ?? "";

    /// <summary>The person on the roster behind the account; null for people of other offices, or when nobody is logged in.</summary>
    public Guid? PersonId => account?.PersonId;

    /// <summary>The school for which the account acts; null for none.</summary>
    public string? School => Wears(OfficeRole.School) ? account?.School : null;

    /// <summary>Whether an address is open under which a calendar reads the account's dates.</summary>
    public bool HasCalendar => account?.CalendarSecretHash is not null;

    /// <summary>Whether a role is held that asks for a second factor, and there is none yet.</summary>
    public bool LacksSecondFactor(LoginOptions login) =>
        IsKnown && !HasSecondFactor && Roles.Any(login.SecondFactorRoles.Contains);

    /// <summary>Whether the account still has the one-time password that HR gave it.</summary>
    public bool HasOneTimePassword => account?.MustChangePassword == true;

    private Account Known => account ?? throw new InvalidOperationException("Nobody is logged in.");

    /// <summary>Whether one of these roles is held now.</summary>
    public bool Wears(params ReadOnlySpan<OfficeRole> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Roles.Contains(role))
                return true;
        }

        return false;
    }

    internal void Become(Account known)
    {
        account = known;
        Roles = [.. known.Hats.Select(hat => hat.Role).Order()];
    }
}
