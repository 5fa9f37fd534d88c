using System.Text;

namespace Workflows.Personnel.Tables.Csv;

/// <summary>
/// Splits comma-separated text (RFC 4180) into records that know the line they begin on. A quote inside an unquoted cell is an ordinary
/// character; text after a closing quote still belongs to the cell.
/// </summary>
internal sealed class CsvRecords(string text)
{
    private readonly StringBuilder cell = new();
    private int position;
    private int line = 1;

    /// <summary>The line of a quote that nothing closes; null while all is well.</summary>
    public int? UnclosedQuoteLine { get; private set; }

    /// <summary>The next record, or null at the end of the text or at an unclosed quote.</summary>
    public RawRow? Next()
    {
        if (position >= text.Length || UnclosedQuoteLine is not null) return null;
        var first = line;
        var cells = new List<string>();
        while (true)
        {
            cells.Add(ReadCell());
            if (UnclosedQuoteLine is not null) return null;
            if (position < text.Length && text[position] == ',')
            {
                position++;
                continue;
            }
            SkipLineEnd();
            return new RawRow(first, cells);
        }
    }

    private string ReadCell()
    {
        cell.Clear();
        if (position < text.Length && text[position] == '"') ReadQuoted();
        while (position < text.Length && text[position] is not (',' or '\r' or '\n')) cell.Append(text[position++]);
        return cell.ToString();
    }

    private void ReadQuoted()
    {
        var opened = line;
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '"')
            {
                if (EndsLine(position)) line++;
                cell.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                cell.Append(text[++position]);
            }
            else
            {
                position++;
                return;
            }
        }
        UnclosedQuoteLine = opened;
    }

    private void SkipLineEnd()
    {
        if (position < text.Length && text[position] == '\r') position++;
        if (position < text.Length && text[position] == '\n') position++;
        line++;
    }

    private bool EndsLine(int at) => text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));
}
