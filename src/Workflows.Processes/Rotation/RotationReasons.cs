using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Rotation;

namespace Workflows.Processes.Rotation;

/// <summary>Why a rotation proposes what it does, by clause and number, in both languages.</summary>
public static class RotationReasons
{
    /// <summary>Why somebody is proposed to go.</summary>
    /// <param name="situation">The round.</param>
    /// <param name="teacher">Who.</param>
    /// <param name="place">The place in the order of those who can be asked, the longest in post first.</param>
    /// <param name="left">How many teachers of the subject are left.</param>
    public static (string Zh, string En) OfLine(RotationSituation situation, Person teacher, int place, int left)
    {
        var need = Of(situation.Need);
        var (years, from) = (situation.YearsInPost(teacher), teacher.TenureOn(situation.Round.LastDay)!.From);
        var subject = teacher.Subject.Length > 0 ? teacher.Subject : "未登记学科";
        return (
            $"R13：{need.Zh}，须轮岗调出 {situation.Need.Leavers} 人；在岗 {years} 年（{from:yyyy-MM} 起），在可轮岗教师中第 {place} 长；R01：调出后{subject}还有 {left} 人；R02、R03、R04、R15 不因此降低",
            $"R13: {need.En}, so {situation.Need.Leavers} have to move; {years} years in post (since {from:yyyy-MM}), place {place} among those who can be asked; R01: {left} teachers of {subject} are left; R02, R03, R04 and R15 don't fall by it");
    }

    /// <summary>What R13 asks of a round: <c>到 2028 年末五年更新 3/40，应有 6—10 人，本轮须补充 2 人</c>.</summary>
    public static Bilingual Of(RenewalNeed need)
    {
        if (need.Years.IsEmpty)
            return new("花名册没有专任教师的进出记录，无法计算更新率", "the roster tells of no full-time teachers, so there is no renewal rate");
        if (need.Deciding is not { } year)
            return new("今后五个年末的更新率都不低于下限，本轮无须补充", "at none of the five year ends is the renewal rate below its band: nobody has to come");
        var (zh, en) = (year.Rounds == 1 ? "" : $"（分 {year.Rounds} 年）", year.Rounds == 1 ? "" : $" (over {year.Rounds} rounds)");
        return new(
            $"到 {year.Day.Year} 年末五年更新 {year.Share.Entrants}/{year.Share.Of:0.#}，应有 {year.Share.Lowest}—{year.Share.Highest} 人，缺 {year.Lacking} 人{zh}，本轮须补充 {need.Newcomers} 人，其中 {Math.Min(need.Free, need.Newcomers)} 人有退休或编制空额",
            $"by the end of {year.Day.Year} the renewal is {year.Share.Entrants}/{year.Share.Of:0.#} and should be {year.Share.Lowest} to {year.Share.Highest}: {year.Lacking} short{en}, {need.Newcomers} to come by this round, {Math.Min(need.Free, need.Newcomers)} of them to places that are free anyway");
    }

    /// <summary>A vacancy in the place of somebody who goes.</summary>
    public static Bilingual Replaces(Person person) =>
        new($"R13：接替轮岗调出的{person.Subject}教师", $"R13: in the place of a teacher of {person.Subject} who moves");

    /// <summary>A vacancy in the place of somebody who retires.</summary>
    public static Bilingual Retires(Person person, DateOnly on) =>
        new($"R13、R25：接替 {on:yyyy-MM} 退休的{person.Subject}教师", $"R13, R25: in the place of a teacher of {person.Subject} who retires in {on:yyyy-MM}");

    /// <summary>A vacancy where few teachers are.</summary>
    public static Bilingual Thin(string subject, int left) =>
        new($"R13、R25：编制有空额，{subject}只有 {left} 名教师", $"R13, R25: the quota has room, and {subject} has {left} teachers only");
}
