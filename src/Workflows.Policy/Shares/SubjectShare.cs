namespace Workflows.Policy.Shares;

/// <summary>R01: 能胜任1门及以上学科教研或培训教学, of every full-time teacher.</summary>
public static class SubjectShare
{
    /// <summary>What the clause says of these full-time teachers: all of them have a subject, or not.</summary>
    /// <param name="subjects">The subject on record of each; empty for none.</param>
    public static Share Evaluate(IEnumerable<string> subjects) => Share.Count(subjects.Select(subject => (bool?)(subject.Length > 0)), percent: 100);
}
