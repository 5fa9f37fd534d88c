using Workflows.Policy.Data;

namespace Workflows.Policy.Staff;

/// <summary>The numbers of appointments: <c>workflows/appointment/policy.json</c>.</summary>
/// <param name="NoticeDays">The length of the public notice, 7 to 15 calendar days (2005 provisions, Art. 23).</param>
/// <param name="DaysToObject">Calendar days to speak up in writing against a move down, from the day after the letter.</param>
public sealed record AppointmentPolicy(int NoticeDays, int DaysToObject)
{
    private const int ShortestNotice = 7;
    private const int LongestNotice = 15;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static AppointmentPolicy Parse(string json, string file = "appointment/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only("policy", "source", "noticeDays", "daysToObject");
        var days = root["noticeDays"].Count();
        return days is >= ShortestNotice and <= LongestNotice
            ? new AppointmentPolicy(days, root["daysToObject"].Count())
            : throw root["noticeDays"].Fault(
                new($"不在 {ShortestNotice} 到 {LongestNotice} 日之间", $"not {ShortestNotice} to {LongestNotice} days"),
                new("2005年暂行规定第23条：请写 7 到 15", "2005 provisions, Art. 23: write a number from 7 to 15"));
    }
}
