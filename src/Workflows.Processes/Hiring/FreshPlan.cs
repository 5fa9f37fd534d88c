using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring;

/// <summary>What a new round starts from: days that follow each other, and the usual numbers. HR changes what should be otherwise.</summary>
public static class FreshPlan
{
    /// <summary>The plan, with neither post nor subject.</summary>
    /// <param name="office">The calendar, the district and the default reading.</param>
    /// <param name="today">The day on which it is planned.</param>
    public static RoundPlan Of(Office office, DateOnly today)
    {
        var opens = office.Calendar.WorkingDayOnOrAfter(today.AddDays(14));
        var closes = office.Calendar.AddWorkingDays(opens, 9);
        var exam = office.Calendar.WorkingDayOnOrAfter(closes.AddDays(21));
        var callUp = office.Calendar.WorkingDayOnOrAfter(exam.AddDays(45));
        return new RoundPlan
        {
            Post = "", Subject = "", Stage = "小学", Level = PostLevel.Intermediate, Places = 1, District = office.District,
            ReferenceDate = opens, AgeReading = office.Policy.Hiring.DefaultAgeReading, Entry = EntryKind.TransferOrder,
            WrittenWeightPercent = 40, PassLine = 60, TieRule = TieRule.HigherInterview, ShortlistRatio = 3,
            IntakeOpensOn = opens, IntakeClosesOn = closes, ReReviewDays = 5, ExamOn = exam, CallUpUntil = callUp, NoticeDays = 7,
            JoinsOn = new DateOnly(callUp.Year, callUp.Month, 1).AddMonths(2),
        };
    }

    /// <summary>The next number of a round in the year: <c>2026-01</c>.</summary>
    /// <param name="today">The day on which it is planned.</param>
    /// <param name="taken">The numbers that are taken.</param>
    public static string Number(DateOnly today, IReadOnlyCollection<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(number => $"{today:yyyy}-{number:00}").First(number => !taken.Contains(number));
}
