using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Import;

/// <summary>任期起止: what a row says of a person's terms in the leadership team, beside what is kept (R21). Terms that it doesn't name stay.</summary>
internal static class RosterTerms
{
    /// <summary>The terms as a cell holds them, oldest first.</summary>
    public static string Text(IEnumerable<LeadershipTerm> terms) =>
        string.Join(';', terms.OrderBy(term => term.From).Select(term => WrittenSpan.Text(term.From, term.Until)));

    /// <summary>The difference; null where there is none.</summary>
    public static Difference? Compare(Person? person, RosterEntry entry)
    {
        var kept = (person?.Terms ?? []).ToDictionary(term => term.From, term => term.Until);
        var after = new SortedDictionary<DateOnly, DateOnly>(kept);
        foreach (var term in entry.Terms)
            after[term.From] = term.Until!.Value;
        return after.Count == kept.Count && after.All(term => kept[term.Key] == term.Value) ? null : new Difference(
            RosterColumns.Term, Text(person?.Terms ?? []), string.Join(';', after.Select(term => WrittenSpan.Text(term.Key, term.Value))));
    }

    /// <summary>Takes over what the row says.</summary>
    public static void Take(ImportRun run, Person person, RosterEntry entry)
    {
        foreach (var written in entry.Terms)
        {
            if (person.Terms.Find(term => term.From == written.From) is { } kept)
                kept.Until = written.Until!.Value;
            else
            {
                person.Terms.Add(new LeadershipTerm
                {
                    Id = run.NewId(), PersonId = person.Id, From = written.From, Until = written.Until!.Value, RecordedAt = run.Desk.Now,
                });
            }
        }
    }
}
