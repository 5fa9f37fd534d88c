namespace Workflows.Personnel.Cases;

/// <summary>Who may see how much of a case: no more than their part in it needs.</summary>
public static class CaseReading
{
    private static readonly WorkItemForm[] Checks = [WorkItemForm.BackgroundReview, WorkItemForm.MedicalCheck];

    /// <summary>HR, leadership and the auditor see every case; the other roles see those in which they were asked something.</summary>
    public static bool MayRead(IEnumerable<OfficeRole> roles, IEnumerable<WorkItem> items) => roles.Any(role =>
        role is OfficeRole.HumanResources or OfficeRole.Leadership or OfficeRole.Auditor
        || items.SelectMany(item => item.Parts).Any(part => part.Role == role));

    /// <summary>
    /// What the background review and the medical check found is for HR and the auditor; everybody else sees pass or fail.
    /// </summary>
    public static bool MaySeeChecks(IEnumerable<OfficeRole> roles) =>
        roles.Any(role => role is OfficeRole.HumanResources or OfficeRole.Auditor);

    /// <summary>Whether what came with an item of that form may be seen: of the checks it says more than pass or fail.</summary>
    public static bool MaySee(IEnumerable<OfficeRole> roles, WorkItemForm? form) =>
        form is not { } known || !Checks.Contains(known) || MaySeeChecks(roles);
}
