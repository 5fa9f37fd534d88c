using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Workflows.Policy;

namespace Workflows.Web.Rounds;

/// <summary>
/// A file between its dry run and its confirmation. It travels sealed in the confirming form, so that nothing is kept on the server and any
/// node can take the confirmation; the seal holds for one account, one round and two hours.
/// </summary>
/// <param name="Name">The file's name with its ending.</param>
/// <param name="Content">Its content.</param>
public sealed record UploadedFile(string Name, byte[] Content)
{
    /// <summary>The most a file may hold: 2 MB.</summary>
    public const long MostBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>The file as a text that only this office can make and open.</summary>
    public string Seal(IDataProtectionProvider protection, Guid roundId, Guid accountId) =>
        Protector(protection, roundId, accountId).Protect(JsonSerializer.Serialize(this, PolicyJson.Options), Lifetime);

    /// <summary>The sealed file; null when the seal is broken, too old, or of another round or account.</summary>
    public static UploadedFile? Open(string seal, IDataProtectionProvider protection, Guid roundId, Guid accountId)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadedFile>(Protector(protection, roundId, accountId).Unprotect(seal), PolicyJson.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection, Guid roundId, Guid accountId) =>
        protection.CreateProtector("Workflows.Web.UploadedFile", $"{roundId:N}", $"{accountId:N}").ToTimeLimitedDataProtector();
}
