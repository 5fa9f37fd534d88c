using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>An invented college or district of any size, the same each time.</summary>
internal static class District
{
    private static readonly string[] Subjects =
        ["语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "道德与法治", "音乐", "体育", "美术", "信息技术", "科学", "心理健康"];

    /// <summary>Deadlines lie evenly over the semesters, one in thirty is overdue, one in ten can't go in some semester, half have wishes.</summary>
    public static SecondmentProblem Of(int teachers, int hosts, int semesters, int seed = 1)
    {
        var random = new Random(seed);
        var subjects = Math.Clamp(teachers / 5, 1, Subjects.Length);
        ImmutableArray<HostSchool> schools = [.. Enumerable.Range(0, hosts).Select(n => Host(n, random, teachers, hosts, subjects))];
        return new SecondmentProblem(
            [.. Enumerable.Range(0, semesters).Select(n => new SemesterName(2026, 1).After(n))],
            [.. Enumerable.Range(0, teachers).Select(n => Teacher(n, random, schools, semesters, subjects))], schools,
            [.. Enumerable.Range(0, subjects).Select(n => new SubjectCover(Subjects[n], [.. Enumerable.Repeat((teachers / subjects) + 1, semesters)]))]);
    }

    private static HostSchool Host(int n, Random random, int teachers, int hosts, int subjects)
    {
        var far = random.Next(35);
        // Together about twice the places that the even share of a semester needs.
        var perSubject = Math.Max(1, (int)Math.Round(teachers / 6.0 / subjects * 2 / (hosts * 0.4)));
        return new HostSchool($"H{n:000}", $"第{n}学校", (SchoolStage)(1 + (n % 3)), far, far > 20)
        {
            Places = Enumerable.Range(0, subjects).Where(subject => (subject + n) % 5 < 2).ToImmutableDictionary(subject => Subjects[subject], _ => perSubject),
        };
    }

    private static PlannedTeacher Teacher(int n, Random random, ImmutableArray<HostSchool> hosts, int semesters, int subjects)
    {
        var last = random.Next(30) == 0 ? -1 : n / subjects % semesters;
        return new($"T{n:0000}", $"教师{n}", Subjects[n % subjects])
        {
            Stage = (SchoolStage)(1 + random.Next(3)), LastFeasible = last, PastBurden = random.Next(60),
            NextDue = [.. Enumerable.Range(0, semesters).Select(semester => semester + 5 + (semester % 2))],
            Unavailable = last != 0 && random.Next(10) == 0 ? [new Unavailable(0, new Bilingual("产假", "maternity leave"))] : [],
            PastHosts = [hosts[random.Next(hosts.Length)].Id],
            Wishes = random.Next(2) == 0 ? [new Wish(random.Next(semesters), hosts[random.Next(hosts.Length)].Id), new Wish(null, hosts[random.Next(hosts.Length)].Id)] : [],
        };
    }
}
