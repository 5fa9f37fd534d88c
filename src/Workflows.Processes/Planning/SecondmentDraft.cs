using Workflows.Planning.Secondment;
using Workflows.Policy;

namespace Workflows.Processes.Planning;

/// <summary>A problem made from the records, and whom it leaves out.</summary>
/// <param name="Problem">The problem; people go by their staff number, schools by name and stage.</param>
/// <param name="Undecided">Teachers of whom R12 can't say by when they must go.</param>
public sealed record SecondmentDraft(SecondmentProblem Problem, IReadOnlyList<UndecidedTeacher> Undecided);

/// <summary>A teacher who can't be planned before something is known.</summary>
/// <param name="Name">The name.</param>
/// <param name="Why">What isn't known.</param>
public sealed record UndecidedTeacher(string Name, Bilingual Why);
