using Workflows.Policy;

namespace Workflows.Personnel.Files;

/// <summary>A kind of file that a case takes in.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Endings">The endings that agree with it, lower case with the dot.</param>
public sealed record FileKind(string Name, string MediaType, IReadOnlyList<string> Endings)
{
    /// <summary>PDF.</summary>
    public static FileKind Pdf { get; } = new("PDF", "application/pdf", [".pdf"]);

    /// <summary>PNG.</summary>
    public static FileKind Png { get; } = new("PNG", "image/png", [".png"]);

    /// <summary>JPEG.</summary>
    public static FileKind Jpeg { get; } = new("JPG", "image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>Word without macros.</summary>
    public static FileKind Docx { get; } =
        new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    /// <summary>Excel without macros.</summary>
    public static FileKind Xlsx { get; } =
        new("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    /// <summary>OFD, the national format for fixed layouts (GB/T 33190).</summary>
    public static FileKind Ofd { get; } = new("OFD", "application/ofd", [".ofd"]);

    /// <summary>Text separated by commas.</summary>
    public static FileKind Csv { get; } = new("CSV", "text/csv", [".csv"]);

    /// <summary>Plain text.</summary>
    public static FileKind Text { get; } = new("TXT", "text/plain", [".txt"]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Png, Jpeg, Docx, Xlsx, Ofd, Csv, Text];
}

/// <summary>What a look into a file found: its kind, or one sentence on why it isn't taken in.</summary>
/// <param name="Kind">The kind; null when it isn't taken in.</param>
/// <param name="Fault">Why not; null when it is.</param>
public sealed record FileFinding(FileKind? Kind, Bilingual? Fault)
{
    /// <summary>It is of a kind that is taken in.</summary>
    public static FileFinding Of(FileKind kind) => new(kind, null);

    /// <summary>It isn't taken in, and why.</summary>
    public static FileFinding Not(string zh, string en) => new(null, new Bilingual(zh, en));
}
