namespace Workflows.Personnel.Hiring;

/// <summary>Decides who is called up next to background review and medical check (递补).</summary>
public static class CallUp
{
    /// <summary>
    /// As many are under way or passed as there are places; a failure or withdrawal makes room for the next in rank, up to and
    /// including the announced last day.
    /// </summary>
    /// <param name="plan">Places and the last day of call-up.</param>
    /// <param name="applications">All applications of the round.</param>
    /// <param name="today">The day on which the question is asked, in the office's zone.</param>
    public static CallUpResult Next(RoundPlan plan, IReadOnlyCollection<Application> applications, DateOnly today)
    {
        var passed = applications.Count(application => application.Standing is Standing.Proposed);
        var underWay = applications.Count(application => application.Standing is Standing.CalledUp);
        var room = plan.Places - passed - underWay;
        IReadOnlyList<Application> next = today > plan.CallUpUntil
            ? []
            : [.. applications
                .Where(application => application.Standing is Standing.Shortlisted)
                .OrderBy(application => application.Rank)
                .Take(Math.Max(room, 0))];
        return new CallUpResult(next, underWay + next.Count, passed);
    }
}

/// <summary>Who is called up now, and how the checks stand after that.</summary>
/// <param name="Next">Those to call up now, in rank order.</param>
/// <param name="UnderWay">How many are then in their checks.</param>
/// <param name="Passed">How many have passed.</param>
public sealed record CallUpResult(IReadOnlyList<Application> Next, int UnderWay, int Passed);
