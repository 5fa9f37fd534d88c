using System.Collections.Immutable;
using Workflows.Policy.College;

namespace Workflows.Processes.Reports;

/// <summary>What the clauses about the college as a whole say as of a day. It reads, and changes nothing.</summary>
public sealed class ReportCollege(Desk desk, ReadCollege read)
{
    /// <summary>One entry for each of R01-R04, R11-R23, R25 and R26.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ImmutableArray<ClauseReport>> AsOfAsync(DateOnly asOf, CancellationToken ct) => Of(await read.AsOfAsync(asOf, ct));

    /// <summary>The same of facts that were gathered.</summary>
    public ImmutableArray<ClauseReport> Of(CollegeFacts facts) =>
        CollegeReport.Of(facts, desk.Office.Structure, desk.Office.Staff.Secondment, desk.Office.Staff.Days);
}
