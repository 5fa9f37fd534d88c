using Workflows.Policy.Hiring;
using Workflows.Policy.Shares;

namespace Workflows.Policy.College.Futures;

/// <summary>What is wrong with a future as it is written, and what would stand in the way of it.</summary>
public static class FutureChecks
{
    private const int Most = 40;
    private const int MostPeople = 100;
    private const int YearsAround = 10;
    private const int LongestSubject = 40;
    private const int YoungestYears = 18;

    /// <summary>The days about which a future can be asked, and on which it can change something: ten years around today.</summary>
    public static bool IsNear(DateOnly day, DateOnly today) => today.AddYears(-YearsAround) <= day && day <= today.AddYears(YearsAround);

    /// <summary>The faults, none where it can be counted.</summary>
    /// <param name="future">The future.</param>
    /// <param name="facts">The facts of the last day that is asked about.</param>
    /// <param name="recorded">The rules as they are.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Bilingual> Faults(Future future, CollegeFacts facts, StructurePolicy recorded, DateOnly today)
    {
        if (future.Count > Most)
            return [new($"一个未来最多 {Most} 项变化。", $"A future has at most {Most} differences.")];
        var people = facts.Staff.Where(one => one.Id != Guid.Empty).ToDictionary(one => one.Id);
        var rules = future.Rules(recorded);
        List<Bilingual> faults =
        [
            .. future.Readings.Where(one => !(StructureNumber.Readings.TryGetValue(one.Key, out var known) && known.Contains(one.Value)))
                .Select(one => new Bilingual($"{one.Key} 没有“{one.Value}”这一口径。", $"{one.Key} has no reading “{one.Value}”.")),
            .. future.Numbers.SelectMany(one => Number(one.Key, one.Value)),
            .. future.Hires.SelectMany(hire => Hire(hire, today)),
            .. future.Exits.SelectMany(exit => Person(exit.Person, exit.From, daysBefore: 1)),
            .. future.Exits.GroupBy(exit => exit.Person).Where(one => one.Count() > 1).Select(one => Twice(one.Key)),
            .. future.Levels.SelectMany(level => Person(level.Person, level.From, daysBefore: 0)),
            .. future.Levels.Where(level => !Enum.IsDefined(level.Level) || !Enum.IsDefined(level.Kind)).Select(level => NoLevel),
            .. future.Levels.GroupBy(level => (level.Person, level.Kind, level.From)).Where(one => one.Count() > 1).Select(one => Twice(one.Key.Person)),
        ];
        if (rules.RenewalPercentFrom > rules.RenewalPercentTo)
            faults.Add(new($"R13：下限 {rules.RenewalPercentFrom}% 高于上限 {rules.RenewalPercentTo}%。", $"R13: the lower end {rules.RenewalPercentFrom}% is above the upper one {rules.RenewalPercentTo}%."));
        return faults;

        IEnumerable<Bilingual> Person(Guid id, DateOnly from, int daysBefore)
        {
            if (!IsNear(from, today))
                yield return TooFar(from);
            else if (!people.TryGetValue(id, out var person))
                yield return new("花名册上没有这个人。", "There is no such person on the roster.");
            else if (from.AddDays(-daysBefore) is var there && !person.IsThereOn(there))
                yield return new($"{person.Name} {there:yyyy-MM-dd} 不在校（未到校、已离开或已退休）。", $"{person.Name} isn't there on {there:yyyy-MM-dd}: not yet, gone, or retired.");
        }

        Bilingual Twice(Guid id) => people.TryGetValue(id, out var person)
            ? new($"{person.Name}写了两次。", $"{person.Name} is there twice.") : new("同一个人写了两次。", "Somebody is there twice.");
    }

    /// <summary>What the hiring clauses would ask of those who come: R05, R06 and R07. It stops nothing.</summary>
    public static IEnumerable<Bilingual> Notes(Future future, HiringPolicy policy)
    {
        foreach (var hire in future.Hires.Where(hire => hire.Kind is HireKind.FullTimeTeacher))
        {
            var words = FutureWording.Of(hire);
            if (hire.Education < policy.MinimumEducation)
                yield return new($"R05：{words.Zh}：低于{LevelNames.Of(policy.MinimumEducation).Zh}。", $"R05: {words.En}: below {LevelNames.Of(policy.MinimumEducation).En}.");
            if (hire.Title < policy.MinimumTitleLevel)
                yield return new($"R07：{words.Zh}：低于{LevelNames.Of(policy.MinimumTitleLevel).Zh}，须走放宽（R09）。", $"R07: {words.En}: below {LevelNames.Of(policy.MinimumTitleLevel).En}, which asks for a waiver (R09).");
            // Of a year alone the age is known to within one year: only who is too old in any case is told.
            if (hire.From.Year - hire.BornIn > policy.AgeLimitYears)
                yield return new($"R06：{words.Zh}：到岗时已满 {policy.AgeLimitYears} 周岁。", $"R06: {words.En}: {policy.AgeLimitYears} or older by then.");
        }
    }

    private static readonly Bilingual NoLevel = new("层级不在可选范围内。", "There is no such level.");

    private static Bilingual TooFar(DateOnly day) =>
        new($"日期 {day:yyyy-MM-dd} 超出前后 {YearsAround} 年。", $"The day {day:yyyy-MM-dd} lies more than {YearsAround} years away.");

    private static IEnumerable<Bilingual> Number(string name, int value)
    {
        if (StructureNumber.All.FirstOrDefault(one => one.Name == name) is not { } number)
            yield return new($"没有“{name}”这一数字。", $"There is no number “{name}”.");
        else if (value < 1 || value > number.Most)
            yield return new($"{number.Clause} {number.Words.Zh}：请写 1 到 {number.Most} 的整数。", $"{number.Clause} {number.Words.En}: write a whole number from 1 to {number.Most}.");
    }

    private static IEnumerable<Bilingual> Hire(FutureHire hire, DateOnly today)
    {
        if (hire.People is < 1 or > MostPeople)
            yield return new($"新进人数请写 1 到 {MostPeople} 的整数。", $"So many people can't come: write a whole number from 1 to {MostPeople}.");
        if (!IsNear(hire.From, today))
            yield return TooFar(hire.From);
        else if (hire.BornIn is { } year && (year < today.Year - 100 || year > hire.From.Year - YoungestYears))
            yield return new($"出生年份 {year} 有误。", $"The year of birth {year} can't be right.");
        if (!Enum.IsDefined(hire.Kind) || (hire.Education is { } education && !Enum.IsDefined(education)) || (hire.Title is { } title && !Enum.IsDefined(title)))
            yield return NoLevel;
        if (hire.Subject.Length > LongestSubject || hire.Subject.Any(char.IsControl))
            yield return new($"学科请写 {LongestSubject} 字以内。", $"Write the subject in at most {LongestSubject} letters.");
    }
}
