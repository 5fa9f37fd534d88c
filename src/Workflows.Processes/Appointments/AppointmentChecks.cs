using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Appointments;
using Workflows.Policy.Titles;
using Workflows.Processes.Cases;

namespace Workflows.Processes.Appointments;

/// <summary>What an appointment must fulfil: a sound proposal, a title that allows the grade (评 and 聘), a vacancy in the post structure (R25).</summary>
public static class AppointmentChecks
{
    /// <summary>What is wrong with a proposal in itself and against the roster; nothing when it may be handed in.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="person">The person with tenures and posts.</param>
    /// <param name="titles">The ladder of titles.</param>
    /// <param name="today">Today in the office.</param>
    public static IReadOnlyList<Bilingual> Faults(AppointmentProposal proposal, Person person, TitleLadder titles, DateOnly today)
    {
        if (PostGrade.LevelOf(proposal.ToGrade) is null || (proposal.FromGrade is { } held && PostGrade.LevelOf(held) is null))
            return [new("岗位等级为专业技术1至13级。", "A post grade is a number from 1 to 13.")];

        return [.. Sound(proposal, today), .. AgainstRoster(proposal, person, today), .. Standing(proposal, person, titles)];
    }

    /// <summary>What may have changed since the proposal: the person left, or the title doesn't allow the grade.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="person">The person with tenures.</param>
    /// <param name="titles">The ladder of titles.</param>
    public static IEnumerable<Bilingual> Standing(AppointmentProposal proposal, Person person, TitleLadder titles)
    {
        if (person.TenureOn(proposal.EffectiveOn) is null)
            yield return new($"{proposal.EffectiveOn:yyyy-MM-dd} 当天不在本校，不能聘任。", $"The person isn't at the college on {proposal.EffectiveOn:yyyy-MM-dd}.");
        var finding = PostRule.Evaluate(person.Title, person.SchoolStage, proposal.ToGrade, titles);
        if (finding.Result is not FindingResult.Met)
            yield return finding.Explanation;
    }

    /// <summary>Why the post structure has no room (R25); null when it has.</summary>
    /// <param name="vacancy">What is free without the person.</param>
    public static Bilingual? Full(Vacancy vacancy) => vacancy.Posts.Free switch
    {
        null => new("该层级岗位的核定数没有登记，无法判断空缺（R25）。", "The approved number of posts at this level isn't recorded, so the vacancy can't be told (R25)."),
        <= 0 => new(
            $"该层级岗位核定 {vacancy.Posts.Approved} 个，已聘 {vacancy.Posts.Taken} 人，没有空缺（R25）。",
            $"Of {vacancy.Posts.Approved} approved posts at this level {vacancy.Posts.Taken} are taken: none is free (R25)."),
        _ => null,
    };

    /// <summary>What is free at the proposed level on the first day; the person's own present post doesn't stand in the way.</summary>
    internal static async Task<Vacancy> VacancyAsync(this Desk desk, Appointment appointment, CancellationToken ct)
    {
        var proposal = appointment.Proposal;
        var others = await desk.Db.People.Include(one => one.Tenures)
            .Where(one => one.OnEstablishment && one.Id != appointment.PersonId).ToListAsync(ct);
        return Vacancy.Count(await desk.Db.Quotas.ToListAsync(ct), others, proposal.ToLevel, proposal.EffectiveOn);
    }

    /// <summary>The first thing that stands against an appointment as things are now; null when nothing does.</summary>
    internal static async Task<Bilingual?> ObstacleAsync(this Desk desk, Case @case, CancellationToken ct)
    {
        var appointment = await desk.AppointmentAsync(@case.Id, ct);
        return Standing(appointment.Proposal, await desk.PersonAsync(@case, ct), desk.Office.Policy.Titles).FirstOrDefault()
            ?? Full(await desk.VacancyAsync(appointment, ct));
    }

    /// <summary>The appointment of a case.</summary>
    internal static async ValueTask<Appointment> AppointmentAsync(this Desk desk, Guid caseId, CancellationToken ct) =>
        await desk.Db.Appointments.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"Case {caseId} is about no appointment.");

    private static IEnumerable<Bilingual> Sound(AppointmentProposal proposal, DateOnly today)
    {
        if (proposal.FromGrade == proposal.ToGrade)
            yield return new("新岗位等级与现岗位等级相同。", "The new grade is the grade held now.");
        if (proposal.EffectiveOn < today)
            yield return new("聘任起始日不能早于今天。", "The first day can't lie before today.");
        if (string.IsNullOrWhiteSpace(proposal.Reason))
            yield return new("请写明理由。", "State the reason.");
        if (proposal.Direction is AppointmentDirection.Up && !IsStated(proposal.Competition))
        {
            yield return new("晋升须经竞聘：请填写竞聘方案、公告和考评结果（人事管理条例第10条）。",
                "A move up is competitive: state plan, announcement and assessment (Regulations, Art. 10).");
        }
    }

    private static IEnumerable<Bilingual> AgainstRoster(AppointmentProposal proposal, Person person, DateOnly today)
    {
        if (person.PostOn(today) is { } post && post.Grade != proposal.FromGrade)
            yield return new($"在册岗位为专业技术{post.Grade}级，与所填现岗位不符。", $"The recorded post is grade {post.Grade}, not the one stated.");
        else if (person.PostLevel is { } level && (proposal.FromGrade is not { } from || PostGrade.LevelOf(from) != level))
            yield return new("所填现岗位等级与花名册的岗位层级不符。", "The grade stated as held now doesn't fit the roster's post level.");
    }

    private static bool IsStated(Competition? competition) => competition is not null
        && !string.IsNullOrWhiteSpace(competition.Plan) && !string.IsNullOrWhiteSpace(competition.Announcement)
        && !string.IsNullOrWhiteSpace(competition.Assessment);
}
