using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Dates;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Import;

/// <summary>挂职经历: one stay for each person, first day and school.</summary>
internal static class PlacementImport
{
    private const int DaysThatACalendarMoves = 31;

    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<Placement, PlacementRow>> Fields { get; } =
    [
        new(PlacementSheet.Span, p => WrittenSpan.Text(p.From, p.Until), r => WrittenSpan.Text(r.From, r.Until),
            (p, r) => (p.From, p.Until) = (r.From, r.Until)),
        new(PlacementSheet.Stage, p => p.Stage.Word(), r => r.Entry.Stage.Word(), (p, r) => p.Stage = r.Entry.Stage),
        new(PlacementSheet.Kind, p => PlacementSheet.Name(p.Kind), r => PlacementSheet.Name(r.Entry.Kind), (p, r) => p.Kind = r.Entry.Kind),
        new(PlacementSheet.Completed, p => StaffWords.Of(p.State is PlacementState.Completed), r => StaffWords.Of(r.Entry.IsCompleted),
            (p, r) => p.State = r.State),
    ];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<PlacementEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.Placements.OrderBy(placement => placement.From).ThenBy(placement => placement.Id).ToListAsync(ct);
        var rows = Rows(run, sheet, kept.ToLookup(placement => (placement.PersonId, placement.School)));
        return new SheetComparison<PlacementRow, Placement, (Guid, string, DateOnly)>(run, sheet.Definition)
        {
            RowNumber = row => row.Entry.Row,
            RowKey = row => (row.Person.Id, row.Entry.School, row.KeptFrom),
            KeptKey = placement => (placement.PersonId, placement.School, placement.From),
            RowName = row => Name(row.Person.Name, row.From, row.Entry.School),
            KeptName = placement => Name(run.People.NameOf(placement.PersonId), placement.From, placement.School),
            KeyColumn = PlacementSheet.Span,
            Person = row => row.Person.Id,
            IsRetracted = placement => placement.RetractedAt is not null,
            Owner = placement => placement.CaseId is null ? null : new("由挂职办件登记", "was recorded by a secondment's case"),
            Fields = Fields,
            Make = row => new Placement
            {
                Id = run.NewId(), PersonId = row.Person.Id, From = row.From, Until = row.Until, School = row.Entry.School, Stage = row.Entry.Stage,
                Kind = row.Entry.Kind, State = row.State, RecordedAt = run.Desk.Now,
            },
        }.Compare(rows, kept);
    }

    private static List<PlacementRow> Rows(ImportRun run, Sheet<PlacementEntry> sheet, ILookup<(Guid, string), Placement> kept)
    {
        var (rows, provisional) = (new List<PlacementRow>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (entry, person) in run.WithPeople(sheet))
        {
            if (entry.Span.In(entry.Stage, run.Desk.Office.Semesters) is not { } days)
            {
                run.Fault(sheet.Definition, entry.Row, PlacementSheet.Span, new($"校历没有{entry.Stage.Word()}的学期", "no calendar file knows this stage's semesters"),
                    new("请写成起止日期，例如 2022-09-01~2023-01-31", "write the days, such as 2022-09-01~2023-01-31"));
                continue;
            }

            if (days.IsProvisional)
                provisional.Add(entry.Span.FirstSemester!.ToString()!);
            rows.Add(Row(entry, person, days, kept[(person.Id, entry.School)], run.Desk.Today));
        }

        if (provisional.Count > 0)
        {
            var names = string.Join("、", provisional);
            run.Ask(sheet.Definition, null, PlacementSheet.Span,
                new($"{names} 没有校历，起止日期按相邻学年推算", $"no calendar file covers {names}: the days are those of the nearest school year"),
                new("补上校历后请重新导入，或写成起止日期", "import again when the calendars are there, or write the days"));
        }

        return rows;
    }

    // A semester or a month in the file agrees with what is known to the day: a stay at that school that began within it.
    private static PlacementRow Row(PlacementEntry entry, KnownPerson person, SpanDays days, IEnumerable<Placement> sameSchool, DateOnly today)
    {
        var near = sameSchool.OrderBy(one => one.RetractedAt is not null).ThenBy(one => one.From).FirstOrDefault(one => entry.Span.From is { } from
            ? Lies(one.From, from)
            : one.From >= days.From.AddDays(-DaysThatACalendarMoves) && one.From < (days.Until ?? DateOnly.MaxValue));
        var (first, until) = (days.From, days.Until);
        if (near is not null && entry.Span.From is not null)
        {
            first = near.From;
            if (near.Until is { } end && entry.Span.To is { } to && Lies(end.AddDays(-1), to))
                until = end;
        }

        var state = entry.IsCompleted ? PlacementState.Completed : first > today ? PlacementState.Planned
            : until is { } over && over <= today ? PlacementState.Interrupted : PlacementState.Running;
        return new PlacementRow(entry, person, first, until, near?.From ?? first, state);
    }

    private static bool Lies(DateOnly day, WrittenDate written) => day >= written.First && day <= written.Last;

    private static string Name(string person, DateOnly from, string school) => $"{person} {from:yyyy-MM-dd} {school}";
}

/// <summary>A row with the person it speaks of and the days it means.</summary>
/// <param name="Entry">The row.</param>
/// <param name="Person">The person.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after it; null while it runs.</param>
/// <param name="KeptFrom">The first day of the stay that is kept and that the row means; else its own.</param>
/// <param name="State">Where the stay stands by what the row says.</param>
internal sealed record PlacementRow(
    PlacementEntry Entry, KnownPerson Person, DateOnly From, DateOnly? Until, DateOnly KeptFrom, PlacementState State);
