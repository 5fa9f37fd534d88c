using Workflows.Personnel.Mail;

namespace Workflows.Web.Letters;

/// <summary>Where a letter stands, as the ledger tells it: the phase, and what people want to tell apart within one.</summary>
public enum LetterState
{
    /// <summary>To be sent when due.</summary>
    Planned,

    /// <summary>Handed over before, and put off: it is tried again.</summary>
    Deferred,

    /// <summary>Being handed over.</summary>
    Sending,

    /// <summary>A server took it.</summary>
    Sent,

    /// <summary>A server took it, and it came back.</summary>
    Bounced,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>A formal notice of which nobody knows whether it was taken.</summary>
    Ambiguous,

    /// <summary>No longer needed.</summary>
    Dropped,
}

/// <summary>The states as filters on the outbox.</summary>
public static class LetterStates
{
    /// <summary>The state of a letter.</summary>
    public static LetterState Of(LetterPhase phase, int attempts, DateTimeOffset? bouncedAt) => phase switch
    {
        LetterPhase.Planned => attempts > 0 ? LetterState.Deferred : LetterState.Planned,
        LetterPhase.Sending => LetterState.Sending,
        LetterPhase.Accepted => bouncedAt is null ? LetterState.Sent : LetterState.Bounced,
        LetterPhase.Failed => LetterState.Failed,
        LetterPhase.Ambiguous => LetterState.Ambiguous,
        LetterPhase.Dropped => LetterState.Dropped,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "No such phase."),
    };

    /// <summary>The letters in a state.</summary>
    public static IQueryable<Letter> In(this IQueryable<Letter> letters, LetterState state) => state switch
    {
        LetterState.Planned => letters.Where(letter => letter.Phase == LetterPhase.Planned && letter.Attempts == 0),
        LetterState.Deferred => letters.Where(letter => letter.Phase == LetterPhase.Planned && letter.Attempts > 0),
        LetterState.Sending => letters.Where(letter => letter.Phase == LetterPhase.Sending),
        LetterState.Sent => letters.Where(letter => letter.Phase == LetterPhase.Accepted && letter.BouncedAt == null),
        LetterState.Bounced => letters.Where(letter => letter.BouncedAt != null),
        LetterState.Failed => letters.Where(letter => letter.Phase == LetterPhase.Failed),
        LetterState.Ambiguous => letters.Where(letter => letter.Phase == LetterPhase.Ambiguous),
        LetterState.Dropped => letters.Where(letter => letter.Phase == LetterPhase.Dropped),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
