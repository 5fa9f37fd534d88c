using System.Collections.Immutable;
using Workflows.Policy;

namespace Workflows.Planning.Secondment;

/// <summary>Why somebody goes then and there, in sentences that the person may read.</summary>
internal sealed class ReasonWording(PlanFrame frame, IReadOnlyCollection<Option> plan)
{
    private readonly PlanWords words = new(frame.Problem);
    private readonly ILookup<int, Option> turns = plan.OrderBy(one => one.Semester).ToLookup(one => one.Teacher);
    private readonly ILookup<(string Subject, int Semester), Option> together = plan.ToLookup(one => (frame.Teachers[one.Teacher].Subject, one.Semester));

    /// <summary>The reasons of a placement, the strongest first.</summary>
    public ImmutableArray<Bilingual> Of(Option option)
    {
        var (teacher, host) = (frame.Teachers[option.Teacher], frame.Hosts[option.Host]);
        return [.. new[] { Decided(teacher, option, host), Due(teacher, option), OnlyOneFree(option), Approved(teacher, option, host), Wished(teacher, option, host), Burden(teacher, host) }.OfType<Bilingual>()];
    }

    private static Bilingual? Decided(PlannedTeacher teacher, Option option, HostSchool host) => teacher.Pins.Any(pin =>
        (pin.Semester ?? option.Semester) == option.Semester && (pin.HostId ?? host.Id) == host.Id) ? new("已有决定", "decided beforehand") : null;

    private Bilingual? Due(PlannedTeacher teacher, Option option)
    {
        if (turns[option.Teacher].Where(one => one.Semester < option.Semester).Select(one => frame.NextDue(teacher, one.Semester)).OfType<int>().Cast<int?>().LastOrDefault() is { } again)
            return new($"再次到期：最迟 {words.Semester(again)}", $"due again by {words.Semester(again)}");
        if (teacher.LastFeasible is not { } last)
            return null;
        var day = teacher.DueBy is { } by ? new Bilingual($"（应在 {by:yyyy-MM-dd} 前完成）", $" (to be completed by {by:yyyy-MM-dd})") : new("", "");
        return teacher.IsOverdue
            ? new($"已逾期，尽早派出{day.Zh}", $"overdue, as early as can be{day.En}")
            : new($"最迟 {words.Semester(last)}{day.Zh}", $"due by {words.Semester(last)}{day.En}");
    }

    // Of the subject's teachers who are due: the others can't go, went or have gone before, or go in another semester by decision.
    private Bilingual? OnlyOneFree(Option option)
    {
        var subject = frame.Teachers[option.Teacher].Subject;
        var others = frame.OfSubject(subject).Where(t => t != option.Teacher && IsFree(t, option.Semester));
        return subject.Length == 0 || others.Any() || together[(subject, option.Semester)].Count() > 1 ? null
            : new($"该学期可派的{subject}教师只有此人", $"only {subject} teacher free in that semester");
    }

    private bool IsFree(int index, int semester)
    {
        var teacher = frame.Teachers[index];
        return frame.IsDue(teacher) && !teacher.Unavailable.Any(one => one.Semester == semester) && !teacher.Pins.Any(pin => pin.Semester is { } at && at != semester)
            && !turns[index].Any(turn => turn.Semester < semester)
            && (teacher.IsOverdue || teacher.LastFeasible >= semester);
    }

    private Bilingual? Approved(PlannedTeacher teacher, Option option, HostSchool host)
    {
        var lines = frame.ApprovedFor(teacher).ToList();
        if (lines.Count == 0)
            return null;
        if (lines.Exists(line => line.Semester == option.Semester && line.HostId == host.Id))
            return new("与已批准的安排一致", "as approved before");
        var was = string.Join('、', lines.Select(line => $"{words.Semester(line.Semester)} {words.School(line.HostId)}"));
        return new($"已批准的安排有变，原为 {was}", $"changed from what was approved: {was}");
    }

    private static Bilingual? Wished(PlannedTeacher teacher, Option option, HostSchool host) => teacher.Wishes.IsEmpty ? null
        : teacher.WishMetBy(option.Semester, host.Id) is { } rank ? new($"符合本人第 {rank} 志愿", $"wish no. {rank}")
        : new("未能满足本人意愿", "against the teacher's wishes");

    private static Bilingual Burden(PlannedTeacher teacher, HostSchool host)
    {
        var stage = teacher.Stage is { } own && own != host.Stage ? new Bilingual("，学段不同", ", another stage") : new("", "");
        var rural = host.IsRural ? new Bilingual("，乡村学校", ", rural") : new("", "");
        return new($"距离 {host.DistanceKilometres} 公里{rural.Zh}{stage.Zh}", $"{host.DistanceKilometres} km away{rural.En}{stage.En}");
    }
}
