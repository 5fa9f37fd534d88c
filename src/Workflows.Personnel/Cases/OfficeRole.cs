namespace Workflows.Personnel.Cases;

/// <summary>A hat that an account wears in the office. Who may decide a work item is said in roles, never in names.</summary>
public enum OfficeRole
{
    /// <summary>人事干部: runs the rounds, keeps the roster.</summary>
    HumanResources,

    /// <summary>学校领导: decides collectively, with minutes.</summary>
    Leadership,

    /// <summary>教育局.</summary>
    EducationBureau,

    /// <summary>编办: guards the establishment quota (R25).</summary>
    EstablishmentOffice,

    /// <summary>人社局: guards the post structure (R25) and approves recruitment from outside the district (R10).</summary>
    PersonnelBureau,

    /// <summary>教师: gets reminders, confirms placements.</summary>
    Teacher,

    /// <summary>审计: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>中小学校: countersigns who comes, verifies days; an account with it belongs to one school.</summary>
    School,

    /// <summary>系统管理员: keeps the machine, its backups and its mail going; decides nothing and reads no personal data.</summary>
    Administrator,
}
