using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Retirement;

/// <summary>
/// 法定退休年龄, raised step by step since 2025-01-01: <c>workflows/structure/retirement.json</c>. It foretells who leaves when; nobody is retired by it.
/// </summary>
/// <param name="Policy">The rule's id.</param>
/// <param name="Groups">The groups of people, the first that fits counts.</param>
public sealed record RetirementAges(string Policy, ImmutableArray<RetirementGroup> Groups)
{
    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The content.</param>
    /// <param name="file">The name that faults give.</param>
    /// <exception cref="PolicyFileException">The text is broken; the message names place and remedy.</exception>
    public static RetirementAges Parse(string json, string file = "structure/retirement.json")
    {
        var root = PolicyNode.Parse(file, json).Only("policy", "source", "groups");
        return new RetirementAges(root["policy"].Text(), [.. root["groups"].Items().Select(RetirementGroup.Read)]);
    }

    /// <summary>The first day on which somebody is retired: the first of the month after the age is reached.</summary>
    /// <param name="gender">性别, as written.</param>
    /// <param name="birth">The birth date.</param>
    /// <param name="isSenior">Whether the person holds a senior title.</param>
    /// <param name="isWorker">Whether the person is a worker (工勤).</param>
    /// <returns>The day; null where no group fits.</returns>
    public DateOnly? FirstDay(string gender, DateOnly birth, bool isSenior, bool isWorker) =>
        Groups.FirstOrDefault(group => group.Fits(gender, isSenior, isWorker))?.FirstDay(birth);
}

/// <summary>One group of people and its retirement age.</summary>
/// <param name="Gender">男 or 女.</param>
/// <param name="Who">Whom of them it concerns.</param>
/// <param name="Years">The age before the change, in years.</param>
/// <param name="BornFrom">The first day of birth for which it is raised.</param>
/// <param name="BirthMonthsPerMonth">For how many months of birth it is raised by one more month.</param>
/// <param name="UntilYears">The age at which the raising ends, in years.</param>
public sealed record RetirementGroup(string Gender, RetirementKind Who, int Years, DateOnly BornFrom, int BirthMonthsPerMonth, int UntilYears)
{
    /// <summary>Whether somebody belongs to the group.</summary>
    public bool Fits(string gender, bool isSenior, bool isWorker) => gender == Gender && Who switch
    {
        RetirementKind.Senior => isSenior,
        RetirementKind.Workers => isWorker,
        _ => true,
    };

    /// <summary>The first day on which somebody born on a day is retired.</summary>
    public DateOnly FirstDay(DateOnly birth)
    {
        var later = birth < BornFrom ? 0 : (MonthsBetween(BornFrom, birth) / BirthMonthsPerMonth) + 1;
        var reached = birth.AddMonths((Years * 12) + Math.Min(later, (UntilYears - Years) * 12));
        return new DateOnly(reached.Year, reached.Month, 1).AddMonths(1);
    }

    internal static RetirementGroup Read(PolicyNode node)
    {
        node.Only("gender", "who", "years", "bornFrom", "birthMonthsPerMonth", "untilYears");
        var (years, until) = (node["years"].Count(), node["untilYears"].Count());
        if (until < years)
            throw node["untilYears"].Fault(new("小于原年龄", "below the age before the change"), new("请写延迟后的年龄", "write the age after it"));
        return node["birthMonthsPerMonth"].Count() is > 0 and var step
            ? new RetirementGroup(node["gender"].Text(), node["who"].OneOf<RetirementKind>(), years, node["bornFrom"].Day(), step, until)
            : throw node["birthMonthsPerMonth"].Fault(new("是 0", "is 0"), new("请写月数，例如 4", "write the number of months, such as 4"));
    }

    private static int MonthsBetween(DateOnly first, DateOnly later) => ((later.Year - first.Year) * 12) + later.Month - first.Month;
}

/// <summary>Whom of a gender a retirement age concerns.</summary>
public enum RetirementKind
{
    /// <summary>Everybody whom no earlier group took.</summary>
    Everybody,

    /// <summary>Holders of a senior title (高级职称).</summary>
    Senior,

    /// <summary>Workers (工勤).</summary>
    Workers,
}
