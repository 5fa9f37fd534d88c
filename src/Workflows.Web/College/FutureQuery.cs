using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Workflows.Policy;
using Workflows.Policy.College.Futures;
using Workflows.Policy.Education;
using Workflows.Policy.Shares;
using Workflows.Policy.Titles;
using Workflows.Processes.Futures;

namespace Workflows.Web.College;

/// <summary>
/// Two futures as they stand in the address of their page, so that a link can be sent and nothing is kept: <c>b-minimumSeniorPercent=45</c>,
/// <c>b-exit=ID~2027-09-01</c>. People are in it by id. A line that was just filled in stands there field by field, <c>b-exit-person</c>.
/// </summary>
public static class FutureQuery
{
    /// <summary>The fields of a hire, in the order of its line; the subject is last, it may hold any letter.</summary>
    public static IReadOnlyList<string> HireFields { get; } = ["people", "from", "kind", "education", "title", "born", "subject"];

    /// <summary>The fields of an exit.</summary>
    public static IReadOnlyList<string> ExitFields { get; } = ["person", "from"];

    /// <summary>The fields of somebody's level.</summary>
    public static IReadOnlyList<string> LevelFields { get; } = ["person", "from", "kind", "level"];

    private const char Between = '~';

    /// <summary>What an address asks, and one sentence for each part that can't be read.</summary>
    /// <param name="query">The values of a name.</param>
    /// <param name="recorded">The rules as they are: a number that is the same is no difference.</param>
    /// <param name="today">The day that is asked about where none is given.</param>
    public static (CompareFutures.Question Question, IReadOnlyList<Bilingual> Faults) Read(Func<string, StringValues> query, StructurePolicy recorded, DateOnly today)
    {
        List<Bilingual> faults = [];
        var day = query("day").ToString() is { Length: > 0 } asked ? Day(asked) : today;
        if (day is null)
            faults.Add(new($"“{query("day")}”不是日期，请写成 2026-09-01；下面按今天计算。", $"“{query("day")}” is no date: write 2026-09-01. What follows is as of today."));
        return (new(day ?? today) { A = Side("a"), B = Side("b") }, faults);

        Future Side(string side)
        {
            return new()
            {
                Readings = Given(StructureNumber.Readings.Keys).ToImmutableSortedDictionary(StringComparer.Ordinal),
                Numbers = Given(StructureNumber.All.Select(one => one.Name)).Select(one => (one.Key, Number: Known(one.Value, Whole)))
                    .Where(one => one.Number is { } number && StructureNumber.All.First(known => known.Name == one.Key).Of(recorded) != number)
                    .ToImmutableSortedDictionary(one => one.Key, one => one.Number!.Value, StringComparer.Ordinal),
                Hires = [.. Lines("hire", HireFields).Select(line => Known(line, Hire)).OfType<FutureHire>()],
                Exits = [.. Lines("exit", ExitFields).Select(line => Known(line, Exit)).OfType<FutureExit>()],
                Levels = [.. Lines("level", LevelFields).Select(line => Known(line, Level)).OfType<FutureLevel>()],
            };

            IEnumerable<KeyValuePair<string, string>> Given(IEnumerable<string> names) =>
                names.Select(name => KeyValuePair.Create(name, query($"{side}-{name}").ToString().Trim())).Where(one => one.Value.Length > 0);

            // A new line counts once its first field is filled in.
            IEnumerable<string> Lines(string kind, IReadOnlyList<string> fields)
            {
                var fresh = fields.Select(field => query($"{side}-{kind}-{field}").ToString().Trim()).ToList();
                return query($"{side}-{kind}").OfType<string>().Concat(fresh[0].Length > 0 ? [string.Join(Between, fresh)] : []);
            }
        }

        // What can't be read is said and left out, never guessed.
        T? Known<T>(string written, Func<string, T?> read)
        {
            var known = read(written);
            if (known is null)
                faults.Add(new($"“{written}”无法识别，未计入。", $"“{written}” can't be read and isn't counted."));
            return known;
        }
    }

    /// <summary>The address of a question.</summary>
    public static string Address(CompareFutures.Question question) => $"/college/what-if{Query(question)}";

    /// <summary>The same without the path.</summary>
    public static string Query(CompareFutures.Question question) => QueryString.Create(
    [
        KeyValuePair.Create("day", (string?)Written(question.Day)), .. Write("a", question.A), .. Write("b", question.B),
    ]).ToString();

    /// <summary>The lines of one future as they stand in an address: readings and numbers by their names, the others as lines.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Write(string side, Future future) =>
    [
        .. future.Readings.Select(one => Pair(side, one.Key, one.Value)),
        .. future.Numbers.Select(one => Pair(side, one.Key, Written(one.Value))),
        .. future.Hires.Select(one => Pair(side, "hire", string.Join(Between, Written(one.People), Written(one.From), one.Kind, one.Education, one.Title, Written(one.BornIn), one.Subject))),
        .. future.Exits.Select(one => Pair(side, "exit", string.Join(Between, one.Person, Written(one.From)))),
        .. future.Levels.Select(one => Pair(side, "level", string.Join(Between, one.Person, Written(one.From), one.Kind, one.Level))),
    ];

    private static KeyValuePair<string, string?> Pair(string side, string name, string value) => new($"{side}-{name}", value);

    private static FutureHire? Hire(string line) =>
        line.Split(Between, HireFields.Count) is [var people, var from, var kind, var education, var title, var born, var subject]
        && Whole(people) is { } count && Day(from) is { } day && Named<HireKind>(kind) is { } known
        && (education.Length == 0 || Named<EducationLevel>(education) is not null) && (title.Length == 0 || Named<TitleLevel>(title) is not null)
        && (born.Length == 0 || Whole(born) is not null)
            ? new FutureHire(count, day, known) { Education = Named<EducationLevel>(education), Title = Named<TitleLevel>(title), BornIn = Whole(born), Subject = subject } : null;

    private static FutureExit? Exit(string line) =>
        line.Split(Between) is [var person, var from] && Guid.TryParse(person, out var id) && Day(from) is { } day ? new FutureExit(id, day) : null;

    private static FutureLevel? Level(string line) =>
        line.Split(Between) is [var person, var from, var kind, var level] && Guid.TryParse(person, out var id) && Day(from) is { } day
        && Named<LevelKind>(kind) is { } known && Named<TitleLevel>(level) is { } named ? new FutureLevel(id, day, known, named) : null;

    private static T? Named<T>(string text) where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
