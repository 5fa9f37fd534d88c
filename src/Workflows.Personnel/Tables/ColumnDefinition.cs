namespace Workflows.Personnel.Tables;

/// <summary>A column that a table may have, found by its Chinese or its English name.</summary>
/// <param name="Chinese">The Chinese name, which is also the key of the column's cells.</param>
/// <param name="English">The English name.</param>
/// <param name="Mandatory">True when the file is unusable without the column; its cells may still be empty.</param>
public sealed record ColumnDefinition(string Chinese, string English, bool Mandatory = false);
