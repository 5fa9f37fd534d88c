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
    public PolicyFileException(string file, string place, string problem, string remedy, Exception? cause = null)
        : base($"{file}: {place}: {problem}; {remedy}", cause)
        => (File, Place, Problem, Remedy) = (file, place, problem, remedy);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The JSON path.</summary>
    public string Place { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What would be right.</summary>
    public string Remedy { get; }
}
