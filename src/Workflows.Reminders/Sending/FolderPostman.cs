using System.Globalization;

namespace Workflows.Reminders.Sending;

/// <summary>Puts mails into a folder as <c>NNNN-subject.eml</c>, for demo and trial: where there is no server, the letters can still be read.</summary>
public sealed class FolderPostman(MailOptions options) : IPostman
{
    private const int LongestSubject = 60;

    /// <inheritdoc />
    public Task<string?> OpenAsync(CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(options.Folder);
            return Task.FromResult<string?>(null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>($"The mail folder {options.Folder} can't be used: {failure.Message}");
        }
    }

    /// <inheritdoc />
    public async Task<Delivery> DeliverAsync(Mail mail)
    {
        try
        {
            // A half-written mail is never seen under its name.
            var draft = Path.Combine(options.Folder, $".{Guid.CreateVersion7():N}.tmp");
            await File.WriteAllBytesAsync(draft, mail.Bytes);
            var name = $"{NextNumber():0000}-{FileName(mail.Subject)}.eml";
            File.Move(draft, Path.Combine(options.Folder, name));
            return new Delivery(DeliveryResult.Accepted, $"Written to {name}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Delivery(DeliveryResult.NotTaken, failure.Message);
        }
    }

    /// <inheritdoc />
    public Task CloseAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private int NextNumber() => Directory.EnumerateFiles(options.Folder, "*.eml")
        .Select(path => Path.GetFileName(path).Split('-')[0])
        .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var taken) ? taken : 0)
        .DefaultIfEmpty().Max() + 1;

    private static string FileName(string subject)
    {
        var shortened = subject.Length > LongestSubject ? subject[..LongestSubject] : subject;
        return string.Concat(shortened.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '_')).Trim();
    }
}
