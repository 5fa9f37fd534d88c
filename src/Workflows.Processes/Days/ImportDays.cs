using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Processes.Days;

/// <summary>
/// Days from a file with the columns of the sheet 工作日志. First a dry run that shows every fault and what would change; then all or nothing. The
/// same file again changes nothing. Teachers bring their own days, HR everybody's, and with 核实人 the schools' word.
/// </summary>
public sealed class ImportDays(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="FileName">The file's name with its ending.</param>
    /// <param name="Content">The workbook or table, <c>.xlsx</c> or <c>.csv</c>.</param>
    public sealed record Command(Guid OperationId, string FileName, byte[] Content);

    /// <summary>What the import would do.</summary>
    /// <param name="Faults">What is wrong, by sheet, row and column; with any of them nothing is taken in.</param>
    /// <param name="Lines">One line for each row that is in order.</param>
    /// <param name="UnknownColumns">Columns that are left out.</param>
    public sealed record Preview(IReadOnlyList<TableFault> Faults, IReadOnlyList<PreviewLine> Lines, IReadOnlyList<string> UnknownColumns);

    /// <summary>One row of the file.</summary>
    /// <param name="Row">The row, from 1.</param>
    /// <param name="Name">The person.</param>
    /// <param name="Day">The day.</param>
    /// <param name="VerifiedBy">核实人; empty while nobody has.</param>
    /// <param name="Change">What the row does.</param>
    public sealed record PreviewLine(int Row, string Name, DayLine Day, string VerifiedBy, Change Change);

    /// <summary>What a row of the file does.</summary>
    public enum Change
    {
        /// <summary>A new entry.</summary>
        Added,

        /// <summary>It was logged already and is now verified.</summary>
        Verified,

        /// <summary>It stays as it is.</summary>
        Unchanged,
    }

    /// <summary>The dry run: changes nothing.</summary>
    public async Task<Preview> PreviewAsync(Command command, Guid actor, CancellationToken ct)
    {
        var preview = (await CompareAsync(command, actor, ct)).Preview;
        desk.Db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>The import: all or nothing.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ImportDays), async () =>
        {
            var (preview, checks) = await CompareAsync(command, actor, ct);
            if (preview.Faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, [.. preview.Faults.Select(fault => new Bilingual(fault.Line, fault.Line))]);
            foreach (var line in preview.Lines)
                Take(line, checks!, actor);
            return Answer.Done(
                $"已导入：新增 {Count(Change.Added)} 天，核实 {Count(Change.Verified)} 天，未变 {Count(Change.Unchanged)} 天。",
                $"Imported: {Count(Change.Added)} days added, {Count(Change.Verified)} verified, {Count(Change.Unchanged)} unchanged.");

            int Count(Change change) => preview.Lines.Count(line => line.Change == change);
        }, ct);

    private void Take(PreviewLine line, DayChecks checks, Guid actor)
    {
        if (line.Change is Change.Added)
            line.Day.Entry(desk, actor, line.VerifiedBy);
        else if (line.Change is Change.Verified && checks.Standing(line.Day) is { } entry)
        {
            entry.VerifiedBy = line.VerifiedBy;
            entry.MoveTo(DayState.Verified, desk, actor, line.VerifiedBy);
        }
    }

    private async Task<(Preview Preview, DayChecks? Checks)> CompareAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await DayActor.FindAsync(desk, actor, ct) is not { } me)
            return (new Preview([new TableFault(command.FileName, null, null, null, new("您没有权限", "you may not do this"), new("请联系人事", "ask HR"))], [], []), null);
        var read = DaySheet.Read(command.Content, command.FileName);
        if (read.Value is not { } sheet)
            return (new Preview(read.Faults, [], []), null);

        var (file, faults) = (Path.GetFileName(command.FileName), sheet.Faults.ToList());
        var people = (await desk.Db.People.AsNoTracking().Select(person => new Known(person.Id, person.Name, person.StaffNumber)).ToListAsync(ct)).ToLookup(person => person.Name);
        List<(DaySheetEntry Row, DayLine Line)> rows = [];
        foreach (var row in sheet.Entries)
        {
            var (person, doubt) = Match(row, people[row.Who.Name].ToList());
            if (person is null)
                Fault(row, doubt!);
            else if (!me.MayLogFor(person.Id))
                Fault(row, new(RosterColumns.Name, new("不是您本人", "isn't you"), new("代别人登记请找人事", "ask HR to log somebody else's days")));
            else
                rows.Add((row, new DayLine(person.Id, row.On, row.School, row.Kind, row.IsHalf ?? false, row.Note)));
        }

        var checks = await DayChecks.ReadAsync(desk, rows.ConvertAll(row => row.Line), ct);
        List<PreviewLine> lines = [];
        foreach (var (row, line) in rows)
        {
            if ((checks.Fault(line) ?? FaultOfVerifier(row, line, me) ?? Contradiction(line, checks)) is { } fault)
                Fault(row, fault);
            else
                lines.Add(new PreviewLine(row.Row, row.Who.Name, line, row.VerifiedBy, Effect(row, checks.Standing(line))));
        }

        return (new Preview([.. faults.OrderBy(fault => fault.Row)], lines, sheet.UnknownColumns), checks);

        void Fault(DaySheetEntry row, DayFault fault) => faults.Add(new TableFault(file, sheet.Definition.Chinese, row.Row, fault.Column, fault.What, fault.Remedy));
    }

    private static Change Effect(DaySheetEntry row, DayEntry? standing) => standing is null ? Change.Added
        : standing.State is DayState.Logged && row.VerifiedBy.Length > 0 ? Change.Verified : Change.Unchanged;

    private static DayFault? FaultOfVerifier(DaySheetEntry row, DayLine line, DayActor me)
    {
        if (row.VerifiedBy.Length == 0)
            return null;
        if (me.Is(line.PersonId))
            return new(DaySheet.VerifiedBy, new("本人的到校不能由本人登记核实", "is about your own day, which you can't verify"), new("请留空，由学校核实", "leave it empty for the school"));
        return me.IsHr ? null : new DayFault(DaySheet.VerifiedBy, new("只有人事可以登记学校的核实", "only HR records a school's word"), new("请留空", "leave it empty"));
    }

    private static DayFault? Contradiction(DayLine line, DayChecks checks) => checks.Standing(line) is { } entry && entry.IsHalf != line.IsHalf
        ? new DayFault(DaySheet.Half, new($"已经登记为{(entry.IsHalf ? "半天" : "全天")}", $"is logged as {(entry.IsHalf ? "half a day" : "a whole day")} already"), new("如需改动，先撤回原来的一条", "to change it, withdraw that one first"))
        : null;

    private static (Known? Person, DayFault? Fault) Match(DaySheetEntry row, List<Known> alike)
    {
        var found = row.Who.StaffNumber.Length == 0 ? alike : alike.FindAll(person => person.StaffNumber == row.Who.StaffNumber);
        return found.Count switch
        {
            1 => (found[0], null),
            0 => (null, new(row.Who.StaffNumber.Length == 0 ? RosterColumns.Name : RosterColumns.StaffNumber,
                new($"花名册上没有“{row.Who.Name} {row.Who.StaffNumber}”".Replace(" ”", "”", StringComparison.Ordinal), $"“{row.Who.Name} {row.Who.StaffNumber}” isn't on the roster"), new("请核对姓名和教职工号", "check name and staff number"))),
            _ => (null, new(RosterColumns.Name, new($"花名册上有 {found.Count} 位“{row.Who.Name}”", $"the roster has {found.Count} people of this name"), new("请补教职工号", "add the staff number"))),
        };
    }

    private sealed record Known(Guid Id, string Name, string? StaffNumber);
}
