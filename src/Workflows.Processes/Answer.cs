using Workflows.Policy;

namespace Workflows.Processes;

/// <summary>What a use case answers: done and durable, or refused with reasons and nothing changed.</summary>
/// <param name="Refusal">Why not; null when it was done.</param>
/// <param name="Reasons">The reasons, or what was done, in Chinese and English.</param>
public sealed record Answer(Refusal? Refusal, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>The round, application, case or other thing that was made or changed, where there is one to go to.</summary>
    public Guid? Id { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>It was done.</summary>
    /// <param name="zh">What was done, in Chinese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="id">The thing to go to.</param>
    public static Answer Done(string zh, string en, Guid? id = null) => new(null, [new Bilingual(zh, en)]) { Id = id };

    /// <summary>It was refused for one reason.</summary>
    public static Answer Refused(Refusal refusal, string zh, string en) => new(refusal, [new Bilingual(zh, en)]);

    /// <summary>It was refused for several reasons.</summary>
    public static Answer Refused(Refusal refusal, IReadOnlyList<Bilingual> reasons) => new(refusal, reasons);
}

/// <summary>The kinds of refusal; what a program can act on.</summary>
public enum Refusal
{
    /// <summary>The actor may not do this, now.</summary>
    NotAllowed,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>What was sent is incomplete or wrong.</summary>
    Invalid,

    /// <summary>Somebody else was faster, or the page is old: look again.</summary>
    Stale,

    /// <summary>The time for it is over, or hasn't come.</summary>
    WrongTime,

    /// <summary>It asks for a more recent login: log in again, then send it again.</summary>
    LoginTooOld,

    /// <summary>The actor's role asks for a second factor, which isn't set up yet.</summary>
    SecondFactorMissing,

    /// <summary>The account still has its one-time password.</summary>
    PasswordNotChanged,
}
