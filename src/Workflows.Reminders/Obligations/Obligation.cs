using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>Something that the policy asks of somebody and that isn't done: as long as a rule names it, it is owed.</summary>
/// <param name="Key">What is owed, once and for all time: <c>R12/PERSON/2027-2028-2</c>. A day that moves a little leaves the key alone.</param>
/// <param name="Clause">The clause, <c>R12</c>.</param>
/// <param name="About">What it is about, for a subject: <c>周敏：挂职</c>.</param>
/// <param name="Why">Why it is owed, with the clause's numbers; rendered into the mail and onto the page.</param>
/// <param name="DueOn">The day that counts, which itself is still in time; null where it is a standing matter.</param>
/// <param name="Page">The page on which those of the office see to it, <c>/secondment/people/...</c>.</param>
/// <param name="Stages">When people are reminded, in the order of the days.</param>
public sealed record Obligation(
    string Key, string Clause, Bilingual About, Bilingual Why, DateOnly? DueOn, string Page, IReadOnlyList<ReminderStage> Stages)
{
    /// <summary>The stage it has come to on a day; null before the first. What a later stage says replaces what earlier ones would have said.</summary>
    public ReminderStage? StageOn(DateOnly day) => Stages.LastOrDefault(stage => stage.From <= day);
}

/// <summary>One point of time from which certain people are reminded, once each.</summary>
/// <param name="Name">The stage's name within its obligation: <c>30</c> for thirty days before, <c>passed</c>, <c>04-01</c>.</param>
/// <param name="From">The first day on which it speaks.</param>
/// <param name="To">Who is reminded.</param>
/// <param name="Tone">What kind of word it is.</param>
public sealed record ReminderStage(string Name, DateOnly From, IReadOnlyList<Audience> To, ReminderTone Tone = ReminderTone.Ahead);

/// <summary>What kind of word a stage is.</summary>
public enum ReminderTone
{
    /// <summary>There is still time.</summary>
    Ahead,

    /// <summary>The day has passed: leadership is told.</summary>
    Passed,

    /// <summary>It can no longer be reached, though the day is still to come.</summary>
    OutOfReach,
}
