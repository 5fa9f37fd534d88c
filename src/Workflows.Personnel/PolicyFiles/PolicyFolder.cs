using Workflows.Policy;
using Workflows.Policy.Data;
using Workflows.Policy.Days;
using Workflows.Policy.Districts;
using Workflows.Policy.Education;
using Workflows.Policy.Hiring;
using Workflows.Policy.Honours;
using Workflows.Policy.Reminders;
using Workflows.Policy.Retention;
using Workflows.Policy.Retirement;
using Workflows.Policy.Rotation;
using Workflows.Policy.Secondment;
using Workflows.Policy.Shares;
using Workflows.Policy.Staff;
using Workflows.Policy.Titles;

namespace Workflows.Personnel.PolicyFiles;

/// <summary>Loads the policy and the spellings from the <c>workflows</c> folder, which the office may edit.</summary>
public static class PolicyFolder
{
    /// <summary>Loads everything that the rules look up.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <exception cref="PolicyFileException">A file is missing or broken; the message names file, place and remedy.</exception>
    public static PolicyBook Load(string folder)
        => new(
            HiringPolicy.Parse(Read(folder, "hiring/policy.json")),
            TitleLadder.Parse(Read(folder, "titles.json")),
            EducationSpellings.Parse(Read(folder, "spellings/education.json")),
            HonourSpellings.Parse(Read(folder, "spellings/honours.json")),
            DistrictNames.Parse(Read(folder, "districts.json")));

    /// <summary>Loads the numbers of appointments, exits, waivers, secondments, rotation and the day ledger.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <exception cref="PolicyFileException">A file is missing or broken; the message names file, place and remedy.</exception>
    public static StaffPolicy LoadStaff(string folder)
        => new(
            AppointmentPolicy.Parse(Read(folder, "appointment/policy.json")),
            ExitPolicy.Parse(Read(folder, "exit/policy.json")),
            WaiverPolicy.Parse(Read(folder, "waiver/policy.json")),
            SecondmentPolicy.Parse(Read(folder, "secondment/policy.json")),
            RotationPolicy.Parse(Read(folder, "rotation/policy.json")),
            DayPolicy.Parse(Read(folder, "days/policy.json")),
            RetirementAges.Parse(Read(folder, "structure/retirement.json")));

    /// <summary>Loads when reminders are due and when they may go out.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <exception cref="PolicyFileException">The file is missing or broken; the message names file, place and remedy.</exception>
    public static ReminderPolicy LoadReminders(string folder) => ReminderPolicy.Parse(Read(folder, "reminders/policy.json"));

    /// <summary>Loads the shares of people and money that the document asks for.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <exception cref="PolicyFileException">The file is missing or broken; the message names file, place and remedy.</exception>
    public static StructurePolicy LoadStructure(string folder) => StructurePolicy.Parse(Read(folder, "structure/policy.json"));

    /// <summary>Loads how long personal data are kept.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <exception cref="PolicyFileException">The file is missing or broken; the message names file, place and remedy.</exception>
    public static RetentionPolicy LoadRetention(string folder) => RetentionPolicy.Parse(Read(folder, "retention/policy.json"));

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var place = Path.GetFullPath(folder);
            throw new PolicyFileException(file, "$", new("读不出来", "can't be read"),
                new($"请放在 {place}，并让本程序可以读取", $"put it into {place}, readable for this program"), fault);
        }
    }
}
