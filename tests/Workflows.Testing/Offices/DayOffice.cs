using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Days;

namespace Workflows.Testing.Offices;

/// <summary>The moves of the day ledger, as the people of the office make them one by one.</summary>
public static class DayOffice
{
    /// <summary>The school of the account <see cref="OfficeRole.School"/>.</summary>
    public const string Rural = "富口中心小学";

    /// <summary>Another school, which has no account.</summary>
    public const string Urban = "城南小学";

    private static CancellationToken Now => CancellationToken.None;

    /// <summary>Two schools are in the list, the school's account acts for the first, the teacher's account is somebody on the roster; the person comes back.</summary>
    public static async Task<Guid> KeepLedgerAsync(this TestOffice office, string teacher = "周敏")
    {
        var person = await office.AddPersonAsync(teacher);
        await office.IsPersonAsync(OfficeRole.Teacher, person);
        await office.ReadAsync(async db =>
        {
            db.Schools.AddRange(new School { Name = Rural, Stage = SchoolStage.Primary }, new School { Name = Urban, Stage = SchoolStage.Primary });
            (await db.Users.SingleAsync(account => account.Id == TestOffice.Of(OfficeRole.School))).School = Rural;
            return await db.SaveChangesAsync();
        });
        return person;
    }

    /// <summary>A whole day's lesson observation at the rural school.</summary>
    public static DayLine At(this Guid person, string on, string school = Rural, DayKind kind = DayKind.LessonObservation, bool isHalf = false) =>
        new(person, DateOnly.ParseExact(on, "yyyy-MM-dd"), school, kind, isHalf, "语文课堂观察");

    /// <summary>An account logs a day.</summary>
    public static Task<Answer> LogAsync(this TestOffice office, DayLine line, OfficeRole role = OfficeRole.Teacher, params EvidenceFile[] evidence) =>
        office.AskAsync<LogDay>(u => u.RunAsync(new(Guid.CreateVersion7(), line) { Evidence = evidence }, TestOffice.Of(role), Now));

    /// <summary>An account says for the school that a day was so.</summary>
    public static async Task<Answer> VerifyAsync(this TestOffice office, Guid entry, OfficeRole role = OfficeRole.School, string named = "")
    {
        var version = (await office.DayAsync(entry)).Version;
        return await office.AskAsync<VerifyDays>(u => u.RunAsync(new(Guid.CreateVersion7(), [new(entry, version)]) { VerifiedBy = named }, TestOffice.Of(role), Now));
    }

    /// <summary>An account says for the school that a day was not so.</summary>
    public static async Task<Answer> RefuseAsync(this TestOffice office, Guid entry, string reason, OfficeRole role = OfficeRole.School, string named = "")
    {
        var version = (await office.DayAsync(entry)).Version;
        return await office.AskAsync<RefuseDay>(u => u.RunAsync(new(Guid.CreateVersion7(), entry, version, reason) { RefusedBy = named }, TestOffice.Of(role), Now));
    }

    /// <summary>An account takes a day back.</summary>
    public static async Task<Answer> WithdrawAsync(this TestOffice office, Guid entry, OfficeRole role = OfficeRole.Teacher, string reason = "")
    {
        var version = (await office.DayAsync(entry)).Version;
        return await office.AskAsync<WithdrawDay>(u => u.RunAsync(new(Guid.CreateVersion7(), entry, version, reason), TestOffice.Of(role), Now));
    }

    /// <summary>An entry with its journal as it is now.</summary>
    public static Task<DayEntry> DayAsync(this TestOffice office, Guid entry) => office.ReadAsync(db =>
        db.Days.Include(one => one.Changes.OrderBy(change => change.Number)).Include(one => one.Evidence).SingleAsync(one => one.Id == entry));
}
