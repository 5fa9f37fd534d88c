using Workflows.Personnel.Mail;

namespace Workflows.Reminders.Sending;

/// <summary>What goes out as one mail: one letter, or several matters that reach one person at once.</summary>
/// <param name="Letters">The letters, oldest first; they share their fate.</param>
internal sealed record Parcel(IReadOnlyList<Letter> Letters)
{
    /// <summary>The letter that speaks for all.</summary>
    public Letter First => Letters[0];

    /// <summary>Whether the mail was being handed over when its node died: the same as broken after the final dot.</summary>
    public bool WasUnderWay { get; } = Letters.Any(letter => letter.Phase is LetterPhase.Sending);

    /// <summary>Packs letters: what went together before stays together, three or more matters of one person become one mail.</summary>
    public static IReadOnlyList<Parcel> Pack(IEnumerable<Letter> letters)
    {
        var groups = letters.OrderBy(letter => letter.DueAt).ThenBy(letter => letter.Id).GroupBy(Together);
        return
        [
            .. groups.SelectMany(group => group.First().MessageId is not null || group.Count() >= DigestLetter.Fewest
                ? [new Parcel([.. group])]
                : group.Select(letter => new Parcel([letter]))),
        ];
    }

    private static string Together(Letter letter)
    {
        if (letter.MessageId is { } sealedBefore)
            return sealedBefore;
        return DigestLetter.Takes(letter) ? $"{letter.AccountId} {letter.Language} {letter.Address}" : $"{letter.Id}";
    }
}
