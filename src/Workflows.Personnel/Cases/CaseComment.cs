namespace Workflows.Personnel.Cases;

/// <summary>A remark in a case, outside of any decision. It is shown in the case's story to everybody who may read the case.</summary>
public sealed class CaseComment
{
    /// <summary>The most characters of a comment.</summary>
    public const int Longest = 2000;

    /// <summary>The comment's id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The account that wrote it.</summary>
    public Guid WrittenBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The words; plain text, with its line breaks as <c>\n</c>.</summary>
    public required string Text { get; init; }
}
