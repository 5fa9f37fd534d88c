using Workflows.Storage.Backup;

namespace Workflows.Worker.Commands;

/// <summary>Work on files that a disk may refuse: full, read-only, gone.</summary>
internal static class OutsideFiles
{
    /// <summary>Does the work; a refusal of the disk becomes the failure of an outside part, in a sentence.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OutsidePartException($"文件读写失败 / files can't be read or written: {refused.Message}");
        }
    }
}
