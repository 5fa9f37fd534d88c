using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Personnel.Mail;
using Workflows.Policy;

namespace Workflows.Reminders.Planning;

/// <summary>What a letter would say, to whom, when and why, before it is written.</summary>
/// <param name="Key">Its key: said once, ever.</param>
/// <param name="Clause">The clause; null for letters that stand for none.</param>
/// <param name="Stage">The last part of the key: the stage.</param>
/// <param name="Template">The template.</param>
/// <param name="Name">The recipient.</param>
/// <param name="Address">The recipient's address.</param>
/// <param name="DueAt">The instant from which it may go out, UTC.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Why">Why, with numbers; null where the letter gives no ground.</param>
/// <param name="DueOn">The day that counts, <c>2026-09-01</c>; null for none.</param>
public sealed partial record LetterPreview(
    string Key, string? Clause, string Stage, string Template, string Name, string Address, DateTimeOffset DueAt, Bilingual Title, Bilingual? Why,
    string? DueOn)
{
    /// <summary>Reads the preview off a letter that is planned or would be.</summary>
    public static LetterPreview Of(Letter letter)
    {
        using var document = JsonDocument.Parse(letter.Model);
        var model = document.RootElement;
        var why = Words(model, "why");
        var clause = letter.Obligation is { } obligation ? obligation.Split('/')[0]
            : why is not null && Named().Match(why.Zh) is { Success: true } named ? named.Value : null;
        return new LetterPreview(
            letter.Key, clause, letter.Key.Split('/')[^1], letter.Template, letter.Name, letter.Address, letter.DueAt,
            Words(model, "title") ?? Words(model, "case") ?? new Bilingual(letter.Template, letter.Template), why,
            model.TryGetProperty("dueOn", out var day) && day.ValueKind is JsonValueKind.String ? day.GetString() : null);
    }

    /// <summary>The previews of letters, in an order that depends on nothing but what they say.</summary>
    public static IReadOnlyList<LetterPreview> Of(IEnumerable<Letter> letters) =>
        [.. letters.Select(Of).OrderBy(one => one.DueAt).ThenBy(one => one.Clause, StringComparer.Ordinal)
            .ThenBy(one => one.DueOn, StringComparer.Ordinal).ThenBy(one => one.Key, StringComparer.Ordinal)];

    private static Bilingual? Words(JsonElement model, string member) =>
        model.TryGetProperty(member, out var words) && words.ValueKind is JsonValueKind.Object ? words.Deserialize<Bilingual>(PolicyJson.Options) : null;

    [GeneratedRegex("R[0-9]{2}")]
    private static partial Regex Named();
}
