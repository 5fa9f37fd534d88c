namespace Workflows.Testing;

/// <summary>Reads a stream line by line as bytes, as a mail's lines may be in any encoding.</summary>
internal sealed class SmtpLineReader(Stream stream)
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>The next line with its line end, or null when the stream ends, also inside a line.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken ending)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (start == end)
            {
                start = 0;
                end = await stream.ReadAsync(buffer, ending);
                if (end == 0)
                {
                    return null;
                }
            }

            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var taken = found < 0 ? end - start : found + 1;
            line.Write(buffer, start, taken);
            start += taken;
            if (found >= 0)
            {
                return line.ToArray();
            }
        }
    }
}
