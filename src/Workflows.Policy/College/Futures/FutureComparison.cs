using System.Collections.Immutable;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College.Futures;

/// <summary>Two futures side by side: what R01-R04, R13, R15, R16 and R25 say in each, day by day.</summary>
/// <param name="Days">The days in their order.</param>
public sealed record FutureComparison(ImmutableArray<ComparedDay> Days)
{
    /// <summary>Compares two futures.</summary>
    /// <param name="days">The facts of each day as recorded and foreseen.</param>
    /// <param name="recorded">The rules as they are.</param>
    /// <param name="a">One future.</param>
    /// <param name="b">The other.</param>
    public static FutureComparison Of(IReadOnlyList<CollegeFacts> days, StructurePolicy recorded, Future a, Future b)
    {
        var names = days[0].Staff.Where(one => one.Id != Guid.Empty).ToDictionary(one => one.Id, one => one.Name);
        var taught = Subjects(days[0]);
        return new([.. days.Select(facts => new ComparedDay(facts.AsOf,
            [.. Sides(a, facts).Zip(Sides(b, facts), (one, other) => new ComparedClause(one.Report.Clause, one, other))]))]);

        List<FutureSide> Sides(Future future, CollegeFacts facts)
        {
            var reports = Reports(future, facts);
            var parts = future.Parts(person => names.GetValueOrDefault(person, $"{person}")).Select(part => (part.Words, Reports: Reports(part.Without, facts))).ToList();
            var lost = taught.Except(Subjects(future.Apply(facts))).ToImmutableArray();
            var rules = future.Rules(recorded);
            return
            [
                .. reports.Select((report, clause) => new FutureSide(report, FutureWording.Asked(report.Clause, rules), FutureWording.Why(report, rules, lost),
                    [.. parts.Where(part => !IsSame(part.Reports[clause], report)).Select(part => part.Words)])),
            ];
        }

        ImmutableArray<ClauseReport> Reports(Future future, CollegeFacts facts) => CollegeReport.Staffing(future.Apply(facts), future.Rules(recorded));
    }

    // In the order of the roster, so that the words stay the same.
    private static ImmutableArray<string> Subjects(CollegeFacts facts) => [.. facts.Teachers.Select(one => one.Subject).Where(subject => subject.Length > 0).Distinct()];

    /// <summary>Whether two reports say the same of the college: verdict, numbers and what is asked, under every reading.</summary>
    internal static bool IsSame(ClauseReport one, ClauseReport other) =>
        (one.Verdict, one.Numerator, one.Denominator, one.Required, one.ShortBy) == (other.Verdict, other.Numerator, other.Denominator, other.Required, other.ShortBy)
        && one.Variants.SequenceEqual(other.Variants);
}

/// <summary>What the clauses say on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Clauses">The clauses in the order of their numbers.</param>
public sealed record ComparedDay(DateOnly Day, ImmutableArray<ComparedClause> Clauses);

/// <summary>One clause on one day in both futures.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="A">What it says in the first.</param>
/// <param name="B">What it says in the second.</param>
public sealed record ComparedClause(string Clause, FutureSide A, FutureSide B)
{
    /// <summary>Whether the two differ: in the verdict, in a number, in what is asked, or under another reading.</summary>
    public bool Differs => !FutureComparison.IsSame(A.Report, B.Report);
}

/// <summary>What a clause says on a day in one future.</summary>
/// <param name="Report">Verdict and numbers under the future's reading.</param>
/// <param name="Asked">What the clause asks for by the future's numbers.</param>
/// <param name="Why">The same in a sentence.</param>
/// <param name="Because">Which of the future's differences move it: without each one it would say something else.</param>
public sealed record FutureSide(ClauseReport Report, Bilingual Asked, Bilingual Why, ImmutableArray<Bilingual> Because);
