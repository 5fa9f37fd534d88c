namespace Workflows.Policy.Days;

/// <summary>Which days people work on, by the yearly holiday notices.</summary>
public interface IWorkingDays
{
    /// <summary>What kind of day it is.</summary>
    DayNature NatureOf(DateOnly day);

    /// <summary>Whether the day's year has no holiday notice yet, so that only weekends are known.</summary>
    bool IsProvisional(DateOnly day);
}

/// <summary>What kind of day it is.</summary>
public enum DayNature
{
    /// <summary>People work on it: a weekday, or a make-up day (调休上班).</summary>
    Working,

    /// <summary>An ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day off by the holiday notice, whatever day of the week it is.</summary>
    Holiday,
}
