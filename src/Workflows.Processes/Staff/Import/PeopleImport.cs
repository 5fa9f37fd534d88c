using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>人员: who is, or was, at the college, with times at the college and terms in the leadership team.</summary>
internal static class PeopleImport
{
    /// <summary>Compares the sheet with what is kept, and tells the other sheets whom their rows may speak of.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, RosterTable sheet, CancellationToken ct)
    {
        var roster = await run.Desk.Db.People.Include(person => person.Tenures).Include(person => person.Terms).AsSplitQuery()
            .OrderBy(person => person.Id).ToListAsync(ct);
        var rows = Match(run, sheet, roster);
        // A row that couldn't be read or matched may well be about the person of that name: whom it means is asked by its fault.
        var perhaps = rows.Where(row => row.Kept is null).Select(row => row.Entry.Name).Concat(sheet.LeftOut).ToHashSet();
        var found = rows.Where(row => row.Kept is not null).ToDictionary(row => row.Kept!, row => row.Entry);
        run.People = new PersonFinder([.. Known(roster, rows, found)], sheet.LeftOut.Concat(rows.Where(row => row.IsDoubtful).Select(row => row.Entry.Name)).ToHashSet());
        var missing = roster.Where(person => !found.ContainsKey(person) && !perhaps.Contains(person.Name))
            .Select(person => new MissingLine(RosterTable.SheetName, person.Name));
        return new SheetOutcome([.. rows.Select(row => new RowOutcome(row.Line, row.Id, () => Take(run, row)))], [.. missing]);
    }

    private static List<PersonRow> Match(ImportRun run, RosterTable sheet, List<Person> roster)
    {
        var rows = new List<PersonRow>();
        var taken = new Dictionary<Person, int>();
        var byKey = new RosterMatch.Keys(roster);
        foreach (var entry in sheet.Entries)
        {
            var match = RosterMatch.Find(entry, byKey);
            var kept = match.Person;
            if (match.What is { } what)
                run.Fault(RosterTable.Definition, entry.Row, match.Column!, what, match.Remedy!);
            else if (kept is not null && !taken.TryAdd(kept, entry.Row))
            {
                run.Fault(RosterTable.Definition, entry.Row, RosterColumns.Name,
                    new($"与第 {taken[kept]} 行是系统中的同一人", $"is the same person in the system as row {taken[kept]}"), new("请只保留一行", "keep one row a person"));
                continue;
            }

            var tenure = RosterTenure.Of(entry, kept);
            if (tenure.Fault is { } contradiction)
                run.Fault(RosterTable.Definition, entry.Row, RosterColumns.Joined, contradiction, new("请核对进校日期", "check the date of joining"));
            rows.Add(new PersonRow(entry, kept, kept?.Id ?? run.NewId(), tenure, match.What is not null, Line(entry, kept, tenure)));
        }

        return rows;
    }

    private static PreviewLine Line(RosterEntry entry, Person? person, RosterTenure tenure)
    {
        List<Difference> differences =
        [
            .. PersonFields.All.Select(field => field.Compare(person, entry)).OfType<Difference>(),
            .. new[] { RosterTerms.Compare(person, entry) }.OfType<Difference>(),
            .. FurtherColumns.Compare(person, entry),
            .. tenure.Differences(),
        ];
        var change = person is null ? Change.Added : differences.Count > 0 ? Change.Changed : Change.Unchanged;
        return new PreviewLine(RosterTable.SheetName, entry.Row, entry.Name, change, differences);
    }

    private static IEnumerable<KnownPerson> Known(List<Person> roster, List<PersonRow> rows, Dictionary<Person, RosterEntry> found)
    {
        foreach (var person in roster)
        {
            var number = person.StaffNumber ?? "";
            yield return found.TryGetValue(person, out var entry)
                ? new KnownPerson(person.Id, entry.Name, entry.StaffNumber.Length > 0 ? entry.StaffNumber : number)
                : new KnownPerson(person.Id, person.Name, number);
        }

        foreach (var row in rows.Where(row => row is { Kept: null, IsDoubtful: false }))
            yield return new KnownPerson(row.Id, row.Entry.Name, row.Entry.StaffNumber);
    }

    private static void Take(ImportRun run, PersonRow row)
    {
        var person = row.Kept ?? new Person { Id = row.Id, Name = row.Entry.Name };
        if (row.Kept is null)
            run.Desk.Db.People.Add(person);
        foreach (var field in PersonFields.All.Where(field => field.Compare(row.Kept, row.Entry) is not null))
            field.Take(person, row.Entry);
        FurtherColumns.Take(person, row.Entry);
        RosterTerms.Take(run, person, row.Entry);

        var isNewStart = row.Tenure.Kept?.From != row.Tenure.From;
        Take(run, person, row.Tenure);
        var anchor = run.Desk.Office.Staff.Secondment.AnchorForThoseInPost;
        if (isNewStart || person.SecondmentAnchor is null)
            person.SecondmentAnchor = row.Tenure.From > anchor ? row.Tenure.From : anchor;
    }

    private static void Take(ImportRun run, Person person, RosterTenure row)
    {
        if (row.Kept is not { } tenure)
        {
            tenure = new Tenure { Id = run.NewId(), PersonId = person.Id, From = row.From, RecordedAt = run.Desk.Now };
            person.Tenures.Add(tenure);
        }
        else
            run.Desk.Db.Entry(tenure).Property(kept => kept.From).CurrentValue = row.From;

        (tenure.Until, tenure.ExitReason) = (row.Until, row.ExitReason);
    }

    private sealed record PersonRow(RosterEntry Entry, Person? Kept, Guid Id, RosterTenure Tenure, bool IsDoubtful, PreviewLine Line);
}
