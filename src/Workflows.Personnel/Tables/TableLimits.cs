namespace Workflows.Personnel.Tables;

/// <summary>What a file of people may reasonably hold; anything larger is refused before it fills the memory.</summary>
internal static class TableLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const int PartCharacters = 200 * 1024 * 1024;
    public const int Rows = 250_000;
    public const int Columns = 500;

    // As much as a spreadsheet lets somebody type into one cell.
    public const int CellCharacters = 32_767;
    public const int MergedRows = 1_000_000;
}
