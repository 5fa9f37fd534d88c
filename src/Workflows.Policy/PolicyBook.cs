using Workflows.Policy.Hiring;

namespace Workflows.Policy;

/// <summary>Everything the rules look up: the numbers of the policy and the tables of spellings.</summary>
/// <param name="Hiring">The numbers of the hiring clauses.</param>
public sealed record PolicyBook(HiringPolicy Hiring);
