using Microsoft.AspNetCore.Authorization;
using Workflows.Personnel.Cases;

namespace Workflows.Web.Access;

/// <summary>
/// Which roles may open which part of the office; the names are authorization policies. Use cases check again when they act.
/// </summary>
public static class Rights
{
    /// <summary>人事: plan and run rounds.</summary>
    public const string RunHiring = nameof(RunHiring);

    /// <summary>人事: propose appointments, open exits.</summary>
    public const string RunStaffing = nameof(RunStaffing);

    /// <summary>Read rounds and rankings.</summary>
    public const string ReadRounds = nameof(ReadRounds);

    /// <summary>Read the roster.</summary>
    public const string ReadRoster = nameof(ReadRoster);

    /// <summary>人事: bring the roster in, explain words, correct entries.</summary>
    public const string KeepRoster = nameof(KeepRoster);

    /// <summary>Take the roster as a file: HR whole, the auditor masked.</summary>
    public const string ExportRoster = nameof(ExportRoster);

    /// <summary>Read what was mailed.</summary>
    public const string ReadMail = nameof(ReadMail);

    /// <summary>Read the cases' full record and check its chain.</summary>
    public const string ReadAudit = nameof(ReadAudit);

    /// <summary>Read the processes in all their versions, and which cases could move to a newer one.</summary>
    public const string ReadProcesses = nameof(ReadProcesses);

    /// <summary>人事: publish a new version of a process.</summary>
    public const string PublishProcesses = nameof(PublishProcesses);

    /// <summary>人事: edit semesters, holidays and make-up days. Everybody of the office may read them.</summary>
    public const string KeepCalendars = nameof(KeepCalendars);

    /// <summary>Keep accounts, roles and the work that waits for nobody.</summary>
    public const string KeepOffice = nameof(KeepOffice);

    /// <summary>系统管理员: look after jobs, mail, lists of chain heads and restores.</summary>
    public const string KeepMachine = nameof(KeepMachine);

    /// <summary>Read everybody's days at schools, and who is behind.</summary>
    public const string ReadDays = nameof(ReadDays);

    /// <summary>Bring everybody's days in, and record the schools' word.</summary>
    public const string KeepDays = nameof(KeepDays);

    /// <summary>学校: say whether days at the own school were so.</summary>
    public const string VerifyDays = nameof(VerifyDays);

    /// <summary>人事: make semesters' lists, record wishes, placements and schools.</summary>
    public const string RunSecondment = nameof(RunSecondment);

    /// <summary>Read the secondment board and the lists.</summary>
    public const string ReadSecondment = nameof(ReadSecondment);

    /// <summary>人事: make a year's rotation.</summary>
    public const string RunRotation = nameof(RunRotation);

    /// <summary>Read the renewal forecast and the rotations.</summary>
    public const string ReadRotation = nameof(ReadRotation);

    /// <summary>领导: approve a future of the college, so that it is kept.</summary>
    public const string ApproveFutures = nameof(ApproveFutures);

    private static readonly Dictionary<string, OfficeRole[]> Holders = new()
    {
        [RunHiring] = [OfficeRole.HumanResources],
        [RunStaffing] = [OfficeRole.HumanResources],
        [ReadRounds] =
        [
            OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.EducationBureau, OfficeRole.EstablishmentOffice,
            OfficeRole.PersonnelBureau, OfficeRole.Auditor,
        ],
        [ReadRoster] = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor],
        [KeepRoster] = [OfficeRole.HumanResources],
        [ExportRoster] = [OfficeRole.HumanResources, OfficeRole.Auditor],
        [ReadMail] = [OfficeRole.HumanResources, OfficeRole.Auditor],
        [ReadProcesses] = [OfficeRole.HumanResources, OfficeRole.Auditor],
        [PublishProcesses] = [OfficeRole.HumanResources],
        [KeepOffice] = [OfficeRole.HumanResources],
        [KeepMachine] = [OfficeRole.Administrator],
        [KeepCalendars] = [OfficeRole.HumanResources],
        [ReadAudit] = [OfficeRole.Auditor],
        [ReadDays] = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor],
        [KeepDays] = [OfficeRole.HumanResources],
        [VerifyDays] = [OfficeRole.School],
        [RunSecondment] = [OfficeRole.HumanResources],
        [ReadSecondment] = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor],
        [RunRotation] = [OfficeRole.HumanResources],
        [ApproveFutures] = [OfficeRole.Leadership],
        [ReadRotation] = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor],
    };

    /// <summary>Whether the account in this request holds a right.</summary>
    public static bool May(this Me me, string right) => me.IsKnown && me.Wears(Holders[right]);

    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var right in Holders.Keys)
            options.AddPolicy(right, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
    }
}

/// <summary>Asks for one of the <see cref="Rights"/>.</summary>
/// <param name="Right">Its name.</param>
public sealed record RightRequirement(string Right) : IAuthorizationRequirement;

/// <summary>Grants a right by the roles held at this moment, not by what the cookie said at login.</summary>
public sealed class RightHandler(Me me) : AuthorizationHandler<RightRequirement>
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (me.May(requirement.Right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
