namespace Workflows.Reminders.Rendering;

/// <summary>A letter template is broken or missing: the program must not start. The message names file, line and remedy.</summary>
public sealed class LetterTemplateException : Exception
{
    /// <summary>Describes the fault.</summary>
    /// <param name="file">The file as the office knows it, such as <c>hiring/notices/work-item.en.liquid</c>.</param>
    /// <param name="line">The line, from 1; 0 for the whole file.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="remedy">What would be right.</param>
    /// <param name="cause">The underlying fault, if any.</param>
    public LetterTemplateException(string file, int line, string problem, string remedy, Exception? cause = null)
        : base($"{file}:{line}: {problem}; {remedy}", cause)
        => (File, Line, Problem, Remedy) = (file, line, problem, remedy);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 for the whole file.</summary>
    public int Line { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What would be right.</summary>
    public string Remedy { get; }
}
