using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Worker.Commands;

/// <summary>A file that the command line names.</summary>
public static class GivenFile
{
    /// <summary>The whole file, or the fault that it can't be opened.</summary>
    /// <param name="file">The path as typed.</param>
    public static TableOutcome<byte[]> Bytes(string file) => Read<byte[]>(file, content =>
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    });

    /// <summary>Reads the file, or says as a fault that it can't be opened.</summary>
    /// <param name="file">The path as typed.</param>
    /// <param name="read">Reads the content; the stream is closed behind it.</param>
    public static TableOutcome<T> Read<T>(string file, Func<Stream, TableOutcome<T>> read)
        where T : class
    {
        try
        {
            using var content = File.OpenRead(file);
            return read(content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new TableFault(
                file,
                null,
                null,
                null,
                new Bilingual("文件打不开", $"can't be opened ({fault.GetType().Name})"),
                new Bilingual("请检查路径和权限", "check the path and the permissions"));
        }
    }
}
