using System.Globalization;

namespace Workflows.Personnel.Documents;

/// <summary>The words of an official paper (公文), before any layout.</summary>
public sealed record OfficialPaper
{
    /// <summary>The paper's number (发文字号); null while it has none, which the paper then says.</summary>
    public string? Number { get; init; }

    /// <summary>The title, line by line.</summary>
    public required IReadOnlyList<string> Title { get; init; }

    /// <summary>The paragraphs before the table.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>The table, if the paper has one.</summary>
    public PaperTable? Table { get; init; }

    /// <summary>The parts with headings of their own, after the table; empty for a short paper.</summary>
    public IReadOnlyList<PaperSection> Sections { get; init; } = [];

    /// <summary>The paragraphs after table and parts.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Who issues it (发文机关署名).</summary>
    public required string Issuer { get; init; }

    /// <summary>The day of issue (成文日期).</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The number as it is printed.</summary>
    public string PrintedNumber => Number ?? "（文号待定）";

    /// <summary>A day as official papers write it: <c>2026年8月3日</c>, without leading zeros (GB/T 9704-2012, 7.3.5.4).</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}

/// <summary>A part of an official paper.</summary>
/// <param name="Heading">Its heading, with its number: <c>一、……</c>.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
public sealed record PaperSection(string Heading, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The table after them, if it has one.</summary>
    public PaperTable? Table { get; init; }
}

/// <summary>A table in an official paper.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">The cells, row by row, one for each column.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Share">Its share of the width, in percent.</param>
public sealed record PaperColumn(string Name, int Share);
