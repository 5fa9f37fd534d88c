namespace Workflows.Personnel.Cases;

/// <summary>Work item forms whose words and files say more about somebody than others need to know.</summary>
public static class ConfidentialForms
{
    private static readonly WorkItemForm[] Checks = [WorkItemForm.BackgroundReview, WorkItemForm.MedicalCheck];

    /// <summary>
    /// What the background review and the medical check found is for HR and the auditor; everybody else sees pass or fail.
    /// </summary>
    public static bool MaySeeChecks(IEnumerable<OfficeRole> roles) =>
        roles.Any(role => role is OfficeRole.HumanResources or OfficeRole.Auditor);

    /// <summary>Whether what came with an item of that form may be seen: of the checks it says more than pass or fail.</summary>
    public static bool MaySee(IEnumerable<OfficeRole> roles, WorkItemForm? form) =>
        form is not { } known || !Checks.Contains(known) || MaySeeChecks(roles);
}
