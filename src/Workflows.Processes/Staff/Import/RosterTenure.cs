using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Dates;

namespace Workflows.Processes.Staff.Import;

/// <summary>What a row says of a person's time at the college, beside what is kept.</summary>
/// <param name="Kept">The tenure that the row speaks of; null for a new one.</param>
/// <param name="From">The first day that the tenure has afterwards.</param>
/// <param name="Until">The first day on which the person is no longer there, afterwards; null while there.</param>
/// <param name="ExitReason">Why the person left, afterwards.</param>
/// <param name="Fault">Why the row can't be right; null when it can.</param>
internal sealed record RosterTenure(Tenure? Kept, DateOnly From, DateOnly? Until, string ExitReason, Bilingual? Fault)
{
    /// <summary>Compares. A month in the file agrees with any day in it: what is known to the day stays so.</summary>
    public static RosterTenure Of(RosterEntry entry, Person? person)
    {
        var latest = person?.Tenures.MaxBy(tenure => tenure.From);
        if (latest is null || (latest.Until is { } left && entry.From >= left))
            return new RosterTenure(null, entry.From, entry.Until, entry.LeaveReason, null);

        var agreeing = person!.Tenures.Find(tenure => Lies(tenure.From, entry.Joined));
        var kept = agreeing ?? latest;
        return new RosterTenure(
            kept, agreeing?.From ?? entry.From, Leaving(entry, kept), Reason(entry, kept), Contradiction(person, kept, agreeing));
    }

    /// <summary>The differences to what is kept.</summary>
    public IEnumerable<Difference> Differences()
    {
        if (From != Kept?.From)
            yield return new(RosterColumns.Joined, SheetText.Day(Kept?.From), SheetText.Day(From));
        if (Until != Kept?.Until)
            yield return new(RosterColumns.Left, LastDay(Kept?.Until), LastDay(Until));
        if (ExitReason != (Kept?.ExitReason ?? ""))
            yield return new(RosterColumns.LeaveReason, Kept?.ExitReason ?? "", ExitReason);
    }

    private static DateOnly? Leaving(RosterEntry entry, Tenure kept) =>
        kept.Until is { } until && Lies(until.AddDays(-1), entry.Left) ? until : entry.Until;

    private static string Reason(RosterEntry entry, Tenure kept) =>
        entry.Until is null || entry.LeaveReason.Length > 0 ? entry.LeaveReason : kept.ExitReason;

    private static Bilingual? Contradiction(Person person, Tenure kept, Tenure? agreeing)
    {
        if (agreeing is not null)
            return null;
        if (kept.ApplicationId is not null)
            return new($"与调入文件记录的 {kept.From:yyyy-MM-dd} 不一致", $"contradicts {kept.From:yyyy-MM-dd}, recorded from the transfer document");
        return person.Tenures.Count > 1
            ? new("与系统中的几段在校时间都不一致", "agrees with none of the person's times at the college")
            : null;
    }

    private static bool Lies(DateOnly day, WrittenDate date) => date.IsKnown && day >= date.First && day <= date.Last;

    private static string LastDay(DateOnly? until) => SheetText.Day(until?.AddDays(-1));
}
