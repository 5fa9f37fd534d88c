using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Processes.Staff;

/// <summary>
/// HR brings the roster file in: people and approved numbers of places. First a dry run that shows every fault and the difference; then
/// all or nothing. The same file again changes nothing, and nobody is deleted because a file doesn't name them.
/// </summary>
public sealed class ImportRoster(Desk desk)
{
    /// <summary>The day the policy was issued: the cycle of those then in post is counted from it (R12).</summary>
    private static readonly DateOnly PolicyIssuedOn = new(2022, 6, 1);

    /// <summary>What the page posts, or the command line passes.</summary>
    /// <param name="OperationId">Chosen by the asking page or program.</param>
    /// <param name="FileName">The file's name with its ending.</param>
    /// <param name="Content">The workbook, or a single table of people, <c>.xlsx</c> or <c>.csv</c>.</param>
    public sealed record Command(Guid OperationId, string FileName, byte[] Content);

    /// <summary>What the import would do.</summary>
    /// <param name="Refusal">Why it can't be done at all; null when it can.</param>
    /// <param name="Faults">What is wrong, by sheet, row and column; with any of them nothing is imported.</param>
    /// <param name="Questions">What is open, by sheet, row and column; it stops nothing.</param>
    /// <param name="Lines">One line for each row of each sheet, in their order; empty where the file can't be read.</param>
    /// <param name="Missing">What is kept and not in the file; it stays.</param>
    /// <param name="NotRead">Sheets that aren't read yet.</param>
    /// <param name="UnknownColumns">Columns of the people's sheet that are kept as remarks.</param>
    public sealed record Preview(
        Answer? Refusal,
        IReadOnlyList<TableFault> Faults,
        IReadOnlyList<TableFault> Questions,
        IReadOnlyList<PreviewLine> Lines,
        IReadOnlyList<MissingLine> Missing,
        IReadOnlyList<string> NotRead,
        IReadOnlyList<string> UnknownColumns);

    /// <summary>One row of the file.</summary>
    /// <param name="Sheet">人员 or 编制岗位.</param>
    /// <param name="Row">The row, from 1.</param>
    /// <param name="Name">The person, or the quota with its first day.</param>
    /// <param name="Change">New, changed or unchanged.</param>
    /// <param name="Differences">The columns that change, with old and new value; for something new the new values alone.</param>
    public sealed record PreviewLine(string Sheet, int Row, string Name, Change Change, IReadOnlyList<Difference> Differences);

    /// <summary>One column that changes.</summary>
    public sealed record Difference(string Column, string Old, string New);

    /// <summary>Something that is kept and that the file doesn't name.</summary>
    public sealed record MissingLine(string Sheet, string Name);

    /// <summary>What a row of the file does.</summary>
    public enum Change
    {
        /// <summary>Somebody or something new.</summary>
        Added,

        /// <summary>The file says something else than what is kept.</summary>
        Changed,

        /// <summary>It stays as it is.</summary>
        Unchanged,
    }

    /// <summary>The dry run: changes nothing.</summary>
    /// <param name="command">The file.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Preview> PreviewAsync(Command command, Guid? actor, CancellationToken ct)
    {
        var preview = (await CompareAsync(command, actor, ct)).Preview;
        desk.Db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>The import: all or nothing.</summary>
    /// <param name="command">The file.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Answer> RunAsync(Command command, Guid? actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor ?? Guid.Empty, nameof(ImportRoster), async () =>
        {
            var (preview, people, quotas) = await CompareAsync(command, actor, ct);
            if (preview.Refusal is not null)
                return preview.Refusal;
            if (preview.Faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, [.. preview.Faults.Select(fault => new Bilingual(fault.Line, fault.Line))]);

            foreach (var row in people.Where(row => row.Line.Change is not Change.Unchanged))
                Take(row);
            foreach (var row in quotas)
                Take(row);
            var (added, changed) = (Count(Change.Added), Count(Change.Changed));
            return Answer.Done(
                $"已导入：新增 {added} 行，更新 {changed} 行，未变 {Count(Change.Unchanged)} 行。",
                $"Imported: {added} added, {changed} changed, {Count(Change.Unchanged)} unchanged.");

            int Count(Change change) => preview.Lines.Count(line => line.Change == change);
        }, ct);

    private async Task<Comparison> CompareAsync(Command command, Guid? actor, CancellationToken ct)
    {
        if (actor is { } account && await desk.RefusalUnlessAsync(account, OfficeRole.HumanResources, ct) is { } refusal)
            return new Comparison(new Preview(refusal, [], [], [], [], [], []), [], []);
        var read = RosterWorkbook.Read(command.Content, command.FileName);
        if (read.Value is not { } workbook)
            return new Comparison(new Preview(null, read.Faults, [], [], [], [], []), [], []);

        var roster = await desk.Db.People.Include(person => person.Tenures).OrderBy(person => person.Id).ToListAsync(ct);
        var kept = await desk.Db.Quotas.OrderBy(quota => quota.Kind).ThenBy(quota => quota.From).ToListAsync(ct);
        var faults = workbook.Faults.ToList();
        var people = Match(workbook, roster, faults);
        var quotas = (workbook.Quotas?.Entries ?? []).Select(entry => Line(entry, kept)).ToList();
        var missing = MissingPeople(workbook, roster, people).Select(person => new MissingLine(RosterTable.SheetName, person.Name))
            .Concat(kept.Where(quota => workbook.Quotas is not null && !quotas.Exists(row => row.Kept == quota))
                .Select(quota => new MissingLine(QuotaTable.SheetName, Name(quota.Kind, quota.From))));
        var questions = workbook.People.Questions.Concat(RosterDoubts.Of(workbook, desk.Office.Policy)).OrderBy(question => question.Row);
        var lines = people.Select(row => row.Line).Concat(quotas.Select(row => row.Line));
        return new Comparison(
            new Preview(null, faults, [.. questions], [.. lines], [.. missing], workbook.NotRead, workbook.People.UnknownColumns),
            people, quotas);
    }

    // A row that couldn't be read or matched may well be about the person of that name: whom it means is asked by its fault.
    private static IEnumerable<Person> MissingPeople(RosterWorkbook workbook, List<Person> roster, List<PersonRow> people)
    {
        var found = people.Select(row => row.Person).ToHashSet();
        var perhaps = people.Where(row => row.Person is null).Select(row => row.Entry.Name).Concat(workbook.People.LeftOut).ToHashSet();
        return roster.Where(person => !found.Contains(person) && !perhaps.Contains(person.Name));
    }

    private static List<PersonRow> Match(RosterWorkbook workbook, List<Person> roster, List<TableFault> faults)
    {
        var rows = new List<PersonRow>();
        var taken = new Dictionary<Person, int>();
        foreach (var entry in workbook.People.Entries)
        {
            var match = RosterMatch.Find(entry, roster);
            if (match.What is { } what)
                Fault(entry, match.Column!, what, match.Remedy!);
            else if (match.Person is { } twice && !taken.TryAdd(twice, entry.Row))
            {
                var first = taken[twice];
                Fault(entry, RosterColumns.Name, new($"与第 {first} 行是系统中的同一人", $"is the same person in the system as row {first}"),
                    new("请只保留一行", "keep one row a person"));
            }

            var tenure = RosterTenure.Of(entry, match.Person);
            if (tenure.Fault is { } contradiction)
                Fault(entry, RosterColumns.Joined, contradiction, new("请核对进校日期", "check the date of joining"));
            rows.Add(new PersonRow(entry, match.Person, tenure, Line(entry, match.Person, tenure)));
        }

        return rows;

        void Fault(RosterEntry entry, string column, Bilingual what, Bilingual remedy) =>
            faults.Add(new TableFault(workbook.File, workbook.People.Sheet, entry.Row, column, what, remedy));
    }

    private static PreviewLine Line(RosterEntry entry, Person? person, RosterTenure tenure)
    {
        var fields = RosterField.All.Select(field => field.Compare(person, entry)).OfType<Difference>();
        var differences = fields.Concat(tenure.Differences()).ToList();
        var change = person is null ? Change.Added : differences.Count > 0 ? Change.Changed : Change.Unchanged;
        return new PreviewLine(RosterTable.SheetName, entry.Row, entry.Name, change, differences);
    }

    private static QuotaRow Line(QuotaEntry entry, List<Quota> kept)
    {
        var quota = kept.Find(one => one.Kind == entry.Kind && one.From == entry.From);
        var change = quota is null ? Change.Added : quota.Approved != entry.Approved ? Change.Changed : Change.Unchanged;
        Difference[] differences = change is Change.Unchanged ? [] : [new("核定数", $"{quota?.Approved}", $"{entry.Approved}")];
        var line = new PreviewLine(QuotaTable.SheetName, entry.Row, Name(entry.Kind, entry.From), change, differences);
        return new QuotaRow(entry, quota, line);
    }

    private void Take(PersonRow row)
    {
        var person = row.Person ?? new Person { Id = Guid.CreateVersion7(desk.Now), Name = row.Entry.Name };
        if (row.Person is null)
            desk.Db.People.Add(person);
        foreach (var field in RosterField.All.Where(field => field.Compare(row.Person, row.Entry) is not null))
            field.Take(person, row.Entry);

        var isNewStart = row.Tenure.Kept?.From != row.Tenure.From;
        Take(person, row.Tenure);
        if (isNewStart || person.SecondmentAnchor is null)
            person.SecondmentAnchor = row.Tenure.From > PolicyIssuedOn ? row.Tenure.From : PolicyIssuedOn;
    }

    private void Take(Person person, RosterTenure row)
    {
        if (row.Kept is not { } tenure)
        {
            tenure = new Tenure { Id = Guid.CreateVersion7(desk.Now), PersonId = person.Id, From = row.From, RecordedAt = desk.Now };
            person.Tenures.Add(tenure);
        }
        else
            desk.Db.Entry(tenure).Property(kept => kept.From).CurrentValue = row.From;

        (tenure.Until, tenure.ExitReason) = (row.Until, row.ExitReason);
    }

    private void Take(QuotaRow row)
    {
        if (row.Kept is { } quota)
            quota.Approved = row.Entry.Approved;
        else
            desk.Db.Quotas.Add(new Quota { Kind = row.Entry.Kind, From = row.Entry.From, Approved = row.Entry.Approved });
    }

    private static string Name(QuotaKind kind, DateOnly from) => $"{QuotaTable.Name(kind)} {from:yyyy-MM-dd}";

    private sealed record Comparison(Preview Preview, IReadOnlyList<PersonRow> People, IReadOnlyList<QuotaRow> Quotas);

    private sealed record PersonRow(RosterEntry Entry, Person? Person, RosterTenure Tenure, PreviewLine Line);

    private sealed record QuotaRow(QuotaEntry Entry, Quota? Kept, PreviewLine Line);
}
