using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>A sentence in both languages with <c>{places}</c> for arguments; codes of levels are put into words of the language.</summary>
internal sealed partial record Template(string Zh, string En)
{
    public Bilingual Fill(ImmutableSortedDictionary<string, string> arguments)
        => new(Fill(Zh, arguments, words => words.Zh), Fill(En, arguments, words => words.En));

    private static string Fill(string text, ImmutableSortedDictionary<string, string> arguments, Func<Bilingual, string> language)
        => Place().Replace(text, place => Word(place.Groups["name"].Value, arguments, language));

    private static string Word(string name, ImmutableSortedDictionary<string, string> arguments, Func<Bilingual, string> language)
    {
        var value = arguments[name];
        return name switch
        {
            "education" or "minimumEducation" => language(LevelNames.Of(Enum.Parse<EducationLevel>(value))),
            "level" or "minimumLevel" => language(LevelNames.Of(Enum.Parse<TitleLevel>(value))),
            _ => value,
        };
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Place();
}
