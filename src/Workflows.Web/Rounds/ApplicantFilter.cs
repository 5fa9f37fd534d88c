using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;

namespace Workflows.Web.Rounds;

/// <summary>Which applicants a list shows; it stands in the page's address.</summary>
/// <param name="Verdict">With this verdict only.</param>
/// <param name="Standing">With this standing only.</param>
/// <param name="Name">Whose name holds this.</param>
/// <param name="DependsOnReading">Only those whose result depends on the reading of R06.</param>
public sealed record ApplicantFilter(Verdict? Verdict, Standing? Standing, string Name, bool DependsOnReading)
{
    /// <summary>Reads the filter from an address; what it doesn't know filters nothing.</summary>
    public static ApplicantFilter Of(string? verdict, string? standing, string? name, string? reading) => new(
        Known<Verdict>(verdict), Known<Standing>(standing), (name ?? "").Trim(), reading is "1");

    /// <summary>Whether an applicant is shown.</summary>
    public bool Shows(Application application) =>
        (Verdict is null || application.Verdict.Verdict == Verdict)
        && (Standing is null || application.Standing == Standing)
        && (!DependsOnReading || application.Verdict.DependsOnReading)
        && application.Name.Contains(Name, StringComparison.OrdinalIgnoreCase);

    private static T? Known<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var known) && Enum.IsDefined(known) ? known : null;
}
