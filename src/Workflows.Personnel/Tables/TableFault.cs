using Workflows.Policy;

namespace Workflows.Personnel.Tables;

/// <summary>One thing in a file that makes it unusable, or a cell of it wrong: where it is, what is wrong, what would be right.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet; null in a file without sheets, or where the whole file is meant.</param>
/// <param name="Row">The row as the sheet counts it, from 1; null where no single row is meant.</param>
/// <param name="Column">The column's Chinese name; null where no single column is meant.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record TableFault(string File, string? Sheet, int? Row, string? Column, Bilingual What, Bilingual Remedy)
{
    /// <summary>The fault in one line: the place, then Chinese, then English behind a slash.</summary>
    public string Line
    {
        get
        {
            var sheet = Sheet is null ? "" : $"[{Sheet}] ";
            var row = Row is { } number ? $"第{number}行 " : "";
            var column = Column is null ? "" : $"“{Column}” ";
            return $"{File}: {sheet}{row}{column}{What.Zh}；{Remedy.Zh} / {What.En}; {Remedy.En}";
        }
    }
}
