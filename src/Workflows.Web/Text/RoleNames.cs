using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the roles.</summary>
public static class RoleNames
{
    /// <summary>The role's name.</summary>
    public static Bilingual Of(OfficeRole role) => role switch
    {
        OfficeRole.HumanResources => new("人事干部", "HR"),
        OfficeRole.Leadership => new("学校领导", "Leadership"),
        OfficeRole.EducationBureau => new("教育局", "Education bureau"),
        OfficeRole.EstablishmentOffice => new("编办", "Establishment office"),
        OfficeRole.PersonnelBureau => new("人社局", "Personnel bureau"),
        OfficeRole.Teacher => new("教师", "Teacher"),
        OfficeRole.Auditor => new("审计", "Auditor"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
