using Workflows.Policy.Dates;

namespace Workflows.Processes.Staff.Import;

/// <summary>
/// The days that are kept of each person: a month in the file agrees with any day in it, and what is known to the day stays so. An entry that
/// stands comes before one that was retracted.
/// </summary>
internal sealed class KnownDays(IEnumerable<(Guid PersonId, DateOnly On, bool IsRetracted)> kept)
{
    private readonly ILookup<Guid, DateOnly> days =
        kept.OrderBy(one => one.IsRetracted).ThenBy(one => one.On).ToLookup(one => one.PersonId, one => one.On);

    /// <summary>The day that a written date means for a person.</summary>
    public DateOnly Of(Guid personId, WrittenDate written) =>
        days[personId].Where(day => day >= written.First && day <= written.Last).FirstOrDefault(written.First);
}
