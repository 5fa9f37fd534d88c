namespace Workflows.Policy.Data;

/// <summary>A policy or spelling file is broken: the program must not start on it. The message names file, place and remedy.</summary>
public sealed class PolicyFileException : Exception
{
    /// <summary>Describes the fault.</summary>
    /// <param name="file">The file as the office knows it, such as titles.json.</param>
    /// <param name="place">The JSON path, such as <c>$.titles[2].level</c>; <c>$</c> for the whole file.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="remedy">What would be right.</param>
    /// <param name="cause">The underlying fault, if any.</param>
    public PolicyFileException(string file, string place, Bilingual problem, Bilingual remedy, Exception? cause = null)
        : base($"{file}: {place}: {problem.Zh}，{remedy.Zh} / {problem.En}; {remedy.En}", cause)
        => (File, Place, Problem, Remedy) = (file, place, problem, remedy);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The JSON path.</summary>
    public string Place { get; }

    /// <summary>What is wrong.</summary>
    public Bilingual Problem { get; }

    /// <summary>What would be right.</summary>
    public Bilingual Remedy { get; }

    /// <summary>File, place, fault and remedy in one sentence.</summary>
    public Bilingual Sentence => new($"{File} 的 {Place}：{Problem.Zh}，{Remedy.Zh}。", $"{File}, at {Place}: {Problem.En}; {Remedy.En}.");
}
