using Workflows.Policy;

namespace Workflows.Personnel.Cases;

/// <summary>What people call the roles of the office.</summary>
public static class OfficeRoles
{
    /// <summary>The role's name in Chinese and English.</summary>
    public static Bilingual Name(OfficeRole role) => role switch
    {
        OfficeRole.HumanResources => new("人事干部", "HR"),
        OfficeRole.Leadership => new("学校领导", "leadership"),
        OfficeRole.EducationBureau => new("教育局", "the education bureau"),
        OfficeRole.EstablishmentOffice => new("编办", "the establishment office"),
        OfficeRole.PersonnelBureau => new("人社局", "the personnel bureau"),
        OfficeRole.Teacher => new("教师", "teachers"),
        OfficeRole.Auditor => new("审计", "audit"),
        OfficeRole.School => new("学校", "the school"),
        OfficeRole.Administrator => new("系统管理员", "the administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a name."),
    };
}
