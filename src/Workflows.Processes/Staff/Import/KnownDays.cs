using Workflows.Policy.Dates;

namespace Workflows.Processes.Staff.Import;

/// <summary>The days that are kept of each person: a month in the file agrees with any day in it, and what is known to the day stays so.</summary>
internal sealed class KnownDays(IEnumerable<(Guid PersonId, DateOnly On)> kept)
{
    private readonly ILookup<Guid, DateOnly> days = kept.ToLookup(one => one.PersonId, one => one.On);

    /// <summary>The day that a written date means for a person.</summary>
    public DateOnly Of(Guid personId, WrittenDate written) =>
        days[personId].Where(day => day >= written.First && day <= written.Last).OrderBy(day => day).FirstOrDefault(written.First);
}
