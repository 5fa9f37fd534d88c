using Workflows.Personnel.Cases;

namespace Workflows.Reminders.Obligations;

/// <summary>Who is reminded: one person, by the account or else the address on the roster, or everybody who holds a role.</summary>
/// <param name="PersonId">The person on the roster; null for a role.</param>
/// <param name="Role">The role; null for a person.</param>
public sealed record Audience(Guid? PersonId, OfficeRole? Role)
{
    /// <summary>人事.</summary>
    public static Audience HumanResources { get; } = Holders(OfficeRole.HumanResources);

    /// <summary>学校领导.</summary>
    public static Audience Leadership { get; } = Holders(OfficeRole.Leadership);

    /// <summary>教育局.</summary>
    public static Audience EducationBureau { get; } = Holders(OfficeRole.EducationBureau);

    /// <summary>The person whom it is about.</summary>
    public static Audience Person(Guid personId) => new(personId, null);

    private static Audience Holders(OfficeRole role) => new(null, role);
}
