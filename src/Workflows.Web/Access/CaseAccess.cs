using Workflows.Personnel.Cases;

namespace Workflows.Web.Access;

/// <summary>Who may see how much of a case: no more than their part in it needs.</summary>
public static class CaseAccess
{
    /// <summary>
    /// What the background review and the medical check found is for HR and the auditor; everybody else sees pass or fail.
    /// </summary>
    public static bool MaySeeChecks(this Me me) => ConfidentialForms.MaySeeChecks(me.Roles);

    /// <summary>Whether the words of a decision may be shown: those of the checks say more than pass or fail.</summary>
    public static bool MaySeeWords(this Me me, WorkItemForm form) => ConfidentialForms.MaySee(me.Roles, form);

    /// <summary>ID number, phone and mail are for HR, on demand, and each look is recorded.</summary>
    public static bool MayUnmask(this Me me) => me.Wears(OfficeRole.HumanResources);
}
