using Workflows.Policy;

namespace Workflows.Personnel.Cases;

/// <summary>Which roles one account may hold together (不相容职务分离).</summary>
public static class RoleSeparation
{
    private static readonly OfficeRole[] Deciding =
    [
        OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.EducationBureau, OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau,
        OfficeRole.School,
    ];

    /// <summary>Why the roles can't be held together; null when they can.</summary>
    public static Bilingual? Conflict(IReadOnlyCollection<OfficeRole> roles) =>
        roles.Contains(OfficeRole.Auditor) && roles.Any(role => Deciding.Contains(role) || role is OfficeRole.Administrator)
            ? new Bilingual("审计人员不得同时担任办理业务的角色或系统管理员。", "An auditor can't at the same time hold a role that runs or decides cases, or keep the machine.")
            : null;

    /// <summary>What to keep in mind about the roles together; null when there is nothing.</summary>
    public static Bilingual? Caution(IReadOnlyCollection<OfficeRole> roles)
    {
        var deciding = roles.Where(role => Deciding.Contains(role)).Distinct().Order().Select(OfficeRoles.Name).ToList();
        return deciding.Count < 2 ? null : new Bilingual(
            $"请注意：该账户同时担任{string.Join("、", deciding.Select(name => name.Zh))}；同一办件中只能以其中一种身份办理。",
            $"Note: this account acts for {string.Join(" and ", deciding.Select(name => name.En))}; in one case it can decide under one of these hats only.");
    }
}
