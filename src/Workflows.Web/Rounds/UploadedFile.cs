using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Web.Forms;

namespace Workflows.Web.Rounds;

/// <summary>
/// A file between its dry run and its confirmation. It travels sealed in the confirming form, so that nothing is kept on the server and any
/// node can take the confirmation; the seal holds for one account, one purpose (a round, the roster) and two hours.
/// </summary>
/// <param name="Name">The file's name with its ending.</param>
/// <param name="Content">Its content.</param>
public sealed record UploadedFile(string Name, byte[] Content)
{
    /// <summary>The most a file may hold: 2 MB.</summary>
    public const long MostBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>The file that a form brought, or why it can't be taken.</summary>
    /// <param name="form">The form; its field is <c>file</c>.</param>
    public static async Task<(UploadedFile? File, Answer? Refusal)> TakeAsync(PostedForm form)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
            return (null, Answer.Refused(Refusal.Invalid, "请选择文件。", "Choose a file."));
        if (upload.Length > MostBytes)
        {
            return (null, Answer.Refused(Refusal.Invalid, "文件超过 2 MB，请只保留要导入的表；更大的文件由管理员用 import 命令导入。",
                "The file is larger than 2 MB. Keep only what is to be imported; larger files are brought in by the command import."));
        }

        using var content = new MemoryStream();
        await upload.CopyToAsync(content, form.Aborted);
        return (new UploadedFile(Path.GetFileName(upload.FileName), content.ToArray()), null);
    }

    /// <summary>The file as a text that only this office can make and open.</summary>
    public string Seal(IDataProtectionProvider protection, string purpose, Guid accountId) =>
        Protector(protection, purpose, accountId).Protect(JsonSerializer.Serialize(this, PolicyJson.Options), Lifetime);

    /// <summary>The sealed file; null when the seal is broken, too old, or of another purpose or account.</summary>
    public static UploadedFile? Open(string seal, IDataProtectionProvider protection, string purpose, Guid accountId)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadedFile>(Protector(protection, purpose, accountId).Unprotect(seal), PolicyJson.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection, string purpose, Guid accountId) =>
        protection.CreateProtector("Workflows.Web.UploadedFile", purpose, $"{accountId:N}").ToTimeLimitedDataProtector();
}
