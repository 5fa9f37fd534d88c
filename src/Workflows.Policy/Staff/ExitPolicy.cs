using Workflows.Policy.Data;

namespace Workflows.Policy.Staff;

/// <summary>The numbers of exits: <c>workflows/exit/policy.json</c>.</summary>
/// <param name="ResignationNoticeDays">Calendar days from the written notice of resignation to the last day, unless something else was agreed (事业单位人事管理条例 Art. 17).</param>
/// <param name="DaysToObject">Calendar days to speak up in writing against a dismissal, from the day after the letter.</param>
public sealed record ExitPolicy(int ResignationNoticeDays, int DaysToObject)
{
    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static ExitPolicy Parse(string json, string file = "exit/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only("policy", "source", "resignationNoticeDays", "daysToObject");
        return new ExitPolicy(root["resignationNoticeDays"].Count(), root["daysToObject"].Count());
    }

    /// <summary>The earliest last day after a notice of resignation: notice on 3 August, 30 days, means 2 September.</summary>
    /// <param name="noticeGivenOn">The day on which the notice was given.</param>
    public DateOnly EarliestLastDay(DateOnly noticeGivenOn) => noticeGivenOn.AddDays(ResignationNoticeDays);
}
