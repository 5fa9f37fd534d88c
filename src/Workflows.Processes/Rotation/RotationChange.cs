using Workflows.Personnel.Hiring;
using Workflows.Personnel.Rotation;
using Workflows.Policy.College;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;
using Workflows.Processes.Reports;

namespace Workflows.Processes.Rotation;

/// <summary>What a rotation does to the staff, as far as it is known before anybody is chosen.</summary>
internal static class RotationChange
{
    /// <summary>Who stands on it goes, and for each place somebody comes on the same day.</summary>
    public static StaffChange Of(RotationRound round) => new StaffChange.Rotating(
        round.EffectiveOn, [.. round.Standing.Select(line => line.PersonId)],
        [.. round.Vacancies.SelectMany(one => Enumerable.Repeat(AtLeast(one.Level, one.Subject), one.Places))]);

    /// <summary>Somebody who just fulfils what is asked of a post: R05 and R07.</summary>
    public static StaffFact AtLeast(PostLevel level, string subject) => new("", IsFullTimeTeacher: true, IsActive: true)
    {
        Held = level is PostLevel.Senior ? TitleLevel.Senior : TitleLevel.Intermediate,
        Appointed = StaffLevels.Title(level),
        Education = EducationLevel.Bachelor,
        Subject = subject,
    };
}
