using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Workflows.Storage.Identity;

/// <summary>How passwords are hashed: PBKDF2 with HMAC-SHA-512. One that was hashed with fewer rounds is hashed anew when its owner logs in.</summary>
public static class AccountPasswords
{
    /// <summary>The rounds.</summary>
    public const int Rounds = 210_000;

    /// <summary>Hashes outside of a request.</summary>
    public static PasswordHasher<Account> Hasher { get; } = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
}
