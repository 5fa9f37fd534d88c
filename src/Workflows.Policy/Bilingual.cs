namespace Workflows.Policy;

/// <summary>One sentence in both languages of the office, Chinese first.</summary>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The same sentence in English.</param>
public sealed record Bilingual(string Zh, string En);
