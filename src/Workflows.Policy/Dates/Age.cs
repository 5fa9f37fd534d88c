namespace Workflows.Policy.Dates;

/// <summary>Age in completed years (周岁).</summary>
public static class Age
{
    /// <summary>
    /// Completed years on a day: the birthday itself already counts. Someone born on 29 February completes a year on 1 March where the
    /// year has no 29 February.
    /// </summary>
    public static int CompletedYears(DateOnly birth, DateOnly on)
    {
        var years = on.Year - birth.Year;
        return (on.Month, on.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
