using Microsoft.AspNetCore.Identity;
using Workflows.Personnel.Cases;

namespace Workflows.Storage.Identity;

/// <summary>Somebody who can log in. What an account may do is said by its hats, looked up each time it acts.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name shown to others, for example <c>林秀英</c>.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The language of this account's pages and mails: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>The person on the roster behind the account, who never decides on themselves; null for people of other offices.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The school for which the account acts (<see cref="OfficeRole.School"/>), by its name in the list of schools; null for all others.</summary>
    public string? School { get; set; }

    /// <summary>The SHA-256 of the secret in the address under which the owner's calendar reads their dates; null for none. The secret itself is kept nowhere.</summary>
    public byte[]? CalendarSecretHash { get; set; }

    /// <summary>Whether the account may act; somebody who left can't, and their sessions end.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the password was given out by somebody else, so that the owner must choose a new one at the next login.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The roles the account holds.</summary>
    public List<Hat> Hats { get; init; } = [];

    /// <summary>Whether the account holds the role now.</summary>
    public bool Wears(OfficeRole role) => IsActive && Hats.Exists(hat => hat.Role == role);
}

/// <summary>One role held by one account.</summary>
public sealed class Hat
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The role.</summary>
    public OfficeRole Role { get; init; }
}
