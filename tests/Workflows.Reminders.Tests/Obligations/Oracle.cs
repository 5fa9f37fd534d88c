using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>
/// What people should hear, worked out from the made-up lives alone and day by day, with none of the product's rules: by the days of the
/// document, and by no query.
/// </summary>
internal sealed class Oracle(Decade decade, IReadOnlyList<Semester> semesters, Func<DateOnly, bool> isWorkingDay)
{
    private const int LeadDays = 60;

    private readonly ILookup<Guid, PlacementLife> placements = decade.Placements.ToLookup(one => one.PersonId);
    private readonly ILookup<Guid, TermLife> terms = decade.Terms.ToLookup(one => one.Row.PersonId);

    /// <summary>Everything that is said in the decade: "CLAUSE what STAGE" and the day on which it goes out.</summary>
    public Dictionary<string, DateOnly> Said()
    {
        var said = new Dictionary<string, DateOnly>();
        foreach (var day in Decade.Days.Where(day => decade.IsRunning(day) && isWorkingDay(day)))
        {
            foreach (var (what, stage, from) in Speaking(day))
            {
                if (from >= Decade.First)
                    said.TryAdd($"{what} {stage}", day);
            }
        }

        return said;
    }

    private IEnumerable<(string What, string Stage, DateOnly From)> Speaking(DateOnly day) =>
        decade.Teachers.Select(teacher => Secondment(teacher, day))
            .Concat(decade.Letters.Select(letter => Appointment(letter, day)))
            .Concat(decade.Terms.Select(term => Term(term, day)))
            .OfType<(string, string, DateOnly)>();

    private (string, string, DateOnly)? Secondment(Person teacher, DateOnly day)
    {
        var mine = placements[teacher.Id].ToList();
        var served = mine.Where(one => one.IsServed && one.EndsOn <= day).Select(one => (DateOnly?)one.Semester.Last).Max();
        var countedFrom = served ?? teacher.SecondmentAnchor!.Value;
        var due = countedFrom.AddYears(3);
        var last = semesters.Last(one => one.Last <= due);
        var decideBy = last.First.AddDays(-LeadDays);
        var isArranged = mine.Exists(one => one.DecidedOn <= day && day < one.EndsOn && day <= one.Semester.Last
            && (one.Semester.Last <= due || due < day));
        return isArranged ? null : Latest($"R12/{teacher.Id}/{last.Name}", decideBy, day, [180, 90, 30, 7], speaksAfter: true);
    }

    private (string, string, DateOnly)? Appointment(LetterLife letter, DateOnly day)
    {
        var ends = letter.Row.Until!.Value;
        var isRenewed = decade.Letters.Exists(next => next.Row.Name == letter.Row.Name && next.Row.From == ends && next.RecordedOn <= day);
        return letter.RecordedOn <= day && day < ends && !isRenewed
            ? Latest($"R16/{letter.Row.Id}/{ends.AddDays(-1):yyyy-MM-dd}", ends.AddDays(-1), day, [90, 30, 7], speaksAfter: false)
            : null;
    }

    private (string, string, DateOnly)? Term(TermLife term, DateOnly day)
    {
        var ends = term.Row.Until;
        var isFollowed = terms[term.Row.PersonId].Any(next => next.Row.From >= ends && next.RecordedOn <= day);
        return term.RecordedOn <= day && day < ends && !isFollowed
            ? Latest($"R21/{term.Row.PersonId}/{ends.AddDays(-1):yyyy-MM-dd}", ends.AddDays(-1), day, [180, 90, 30], speaksAfter: false)
            : null;
    }

    private static (string, string, DateOnly)? Latest(string what, DateOnly due, DateOnly day, int[] before, bool speaksAfter)
    {
        if (day > due)
            return speaksAfter ? (what, "passed", due.AddDays(1)) : null;
        var passed = before.Where(days => due.AddDays(-days) <= day).ToList();
        return passed.Count == 0 ? null : (what, $"{passed[^1]}", due.AddDays(-passed[^1]));
    }
}
