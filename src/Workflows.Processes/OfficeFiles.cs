using Workflows.Engine;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.PolicyFiles;
using Workflows.Policy.Data;
using Workflows.Policy.Semesters;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes;

/// <summary>Reads the <c>workflows</c> folder: what the office may read and change without C#.</summary>
public static class OfficeFiles
{
    private static readonly string[] Processes = ["hiring", "appointment", "exit", "secondment", "rotation"];

    /// <summary>The policy, the calendars and the zone; the book then follows the calendars that are edited in the office.</summary>
    /// <param name="folder">The workflows folder.</param>
    /// <param name="zone">The office's time zone.</param>
    /// <exception cref="PolicyFileException">A file is missing or broken; the message names file, place and remedy.</exception>
    public static OfficeBook Open(string folder, TimeZoneInfo zone)
    {
        var policy = PolicyFolder.Load(folder);
        var files = CalendarTexts.InFolder(Path.Combine(folder, "calendar"));
        var office = new Office(policy, new WorkCalendar(files.Notices()), zone, policy.Hiring.District)
        {
            Staff = PolicyFolder.LoadStaff(folder),
            Reminders = PolicyFolder.LoadReminders(folder),
            Structure = PolicyFolder.LoadStructure(folder),
            Retention = PolicyFolder.LoadRetention(folder),
            Semesters = new SemesterCalendar(files.Papers()),
        };
        return new OfficeBook(office, files);
    }

    /// <summary>The files of all process definitions, older versions included.</summary>
    /// <param name="folder">The workflows folder.</param>
    public static IReadOnlyList<DefinitionFile> DefinitionFiles(string folder) =>
        [.. Processes.SelectMany(process => DefinitionFile.InFolder(Path.Combine(folder, process), "policy.json"))];

    /// <summary>
    /// The process definitions of all workflows, in all versions; every fault of every file at once, and every way on which somebody could
    /// carry a case through alone.
    /// </summary>
    /// <param name="folder">The workflows folder.</param>
    /// <param name="steps">The steps that definitions may use.</param>
    public static DefinitionLoad Definitions(string folder, StepCatalogue steps) => Definitions(DefinitionFiles(folder), steps);

    /// <summary>The same of texts that aren't all files.</summary>
    /// <param name="files">The texts, with the names that faults give them.</param>
    /// <param name="steps">The steps that definitions may use.</param>
    public static DefinitionLoad Definitions(IReadOnlyList<DefinitionFile> files, StepCatalogue steps)
    {
        var load = DefinitionCatalogue.Load(files, steps);
        return load.Catalogue is { } catalogue && DecisionInputs.Faults(catalogue).Concat(SeparationOfDuties.Faults(catalogue)).ToList() is { Count: > 0 } faults
            ? new DefinitionLoad(null, faults)
            : load;
    }
}
