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
            var said = Say(future, facts);
            var parts = future.Parts(person => names.GetValueOrDefault(person, $"{person}")).Select(part => (part.Words, Said: Say(part.Without, facts))).ToList();
            var rules = future.Rules(recorded);
            return
            [
                .. said.Select((one, clause) => new FutureSide(one.Report, FutureWording.Asked(one.Report.Clause, rules), one.Why,
                    [.. parts.Where(part => part.Said[clause].Why != one.Why).Select(part => part.Words)])),
            ];
        }

        List<(ClauseReport Report, Bilingual Why)> Say(Future future, CollegeFacts facts)
        {
            var (then, rules) = (future.Apply(facts), future.Rules(recorded));
            var lost = taught.Except(Subjects(then)).ToImmutableArray();
            return [.. CollegeReport.Staffing(then, rules).Select(report => (report, FutureWording.Why(report, rules, lost)))];
        }
    }

    // In the order of the roster, so that the words stay the same.
    private static ImmutableArray<string> Subjects(CollegeFacts facts) => [.. facts.Teachers.Select(one => one.Subject).Where(subject => subject.Length > 0).Distinct()];
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
    /// <summary>Whether the two differ: in what is said of the clause, or under a reading that doesn't decide.</summary>
    public bool Differs => A.Why != B.Why || !A.Report.Variants.SequenceEqual(B.Report.Variants);

    /// <summary>The readings of which the numbers differ.</summary>
    public ImmutableArray<(ClauseVariant A, ClauseVariant B)> OtherReadings() =>
        [.. A.Report.Variants.Join(B.Report.Variants, one => one.Reading, other => other.Reading, (one, other) => (one, other)).Where(pair => pair.one != pair.other)];
}

/// <summary>What a clause says on a day in one future.</summary>
/// <param name="Report">Verdict and numbers under the future's reading.</param>
/// <param name="Asked">What the clause asks for by the future's numbers.</param>
/// <param name="Why">The same in a sentence.</param>
/// <param name="Because">Which of the future's differences move it: without each one the sentence would be another.</param>
public sealed record FutureSide(ClauseReport Report, Bilingual Asked, Bilingual Why, ImmutableArray<Bilingual> Because);
