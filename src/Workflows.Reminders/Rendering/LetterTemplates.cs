using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;

namespace Workflows.Reminders.Rendering;

/// <summary>
/// The texts of all letters: <c>workflows/*/notices/NAME.LANGUAGE.liquid</c>, read, parsed and tried once at the start. The first line of a
/// file is <c>subject: ...</c>, the rest is the letter.
/// </summary>
public sealed partial class LetterTemplates
{
    /// <summary>The languages that every letter is written in, Chinese first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh-CN", "en"];

    private const string SubjectMark = "subject: ";
    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = new()
    {
        CultureInfo = CultureInfo.InvariantCulture, StrictVariables = true, StrictFilters = true, MaxSteps = 100_000,
    };

    private readonly Dictionary<(string Name, string Language), IFluidTemplate> templates = [];

    /// <summary>Reads the templates of a <c>workflows</c> folder.</summary>
    /// <exception cref="LetterTemplateException">A template is missing, doesn't parse, or names what its letters don't have.</exception>
    public static LetterTemplates Load(string workflowsFolder)
    {
        var loaded = new LetterTemplates();
        foreach (var kind in LetterKind.All)
        {
            foreach (var language in Languages)
                loaded.templates[(kind.Name, language)] = Read(workflowsFolder, kind, language);
        }

        return loaded;
    }

    /// <summary>Whether letters by that template can be written.</summary>
    public bool Has(string template) => templates.ContainsKey((template, Languages[0]));

    /// <summary>The letter in one language.</summary>
    /// <param name="template">The template's name, <c>hiring/work-item</c>.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>; any other reads as Chinese.</param>
    /// <param name="model">The letter's model, as JSON.</param>
    public LetterText Write(string template, string language, string model)
    {
        var known = Languages.Contains(language) ? language : Languages[0];
        return Write(templates[(template, known)], LetterKind.All.Single(kind => kind.Name == template), model);
    }

    /// <summary>The letter in both languages, Chinese first: for people of whom no language is known.</summary>
    public LetterText WriteBoth(string template, string model)
    {
        var (zh, en) = (Write(template, Languages[0], model), Write(template, Languages[1], model));
        return new LetterText($"{zh.Subject} / {en.Subject}", $"{zh.Body}\n\n----\n\n{en.Body}");
    }

    private static IFluidTemplate Read(string folder, LetterKind kind, string language)
    {
        var parts = kind.Name.Split('/');
        var file = $"{parts[0]}/notices/{parts[1]}.{language}.liquid";
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new LetterTemplateException(
                file, 0, "the template is missing", $"every letter needs one in {string.Join(" and ", Languages)}");
        }

        var source = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (!source.StartsWith(SubjectMark, StringComparison.Ordinal))
        {
            throw new LetterTemplateException(
                file, 1, "the first line is no subject", $"start the file with “{SubjectMark}” and the subject");
        }

        if (!Parser.TryParse(source, out var template, out var error))
            throw new LetterTemplateException(file, LineIn(error), error, "correct the Liquid there");
        Try(file, source, template, kind);
        return template;
    }

    private static void Try(string file, string source, IFluidTemplate template, LetterKind kind)
    {
        try
        {
            Write(template, kind, kind.Example);
        }
        catch (FluidException fault)
        {
            var name = Quoted().Match(fault.Message).Groups["name"].Value;
            var line = source.Split('\n').ToList().FindIndex(text => name.Length > 0 && text.Contains(name, StringComparison.Ordinal)) + 1;
            throw new LetterTemplateException(file, line, fault.Message, $"use what the letter has, as in {kind.Example}", fault);
        }
    }

    private static LetterText Write(IFluidTemplate template, LetterKind kind, string model)
    {
        var context = new TemplateContext(Options);
        var members = LetterModel.Read(model);
        // A letter that has nothing to say here, or was planned before there was anything, leaves the member out. The strict reader takes
        // nil for a slip of the pen, so what is missing is false: a template asks for it first, with “if”.
        foreach (var name in kind.Members.Union(members.Keys))
            context.SetValue(name, members.GetValueOrDefault(name) ?? false);
        var text = template.Render(context);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var subject = end < 0 ? text : text[..end];
        return new LetterText(subject[SubjectMark.Length..].Trim(), end < 0 ? "" : text[end..].Trim('\n'));
    }

    private static int LineIn(string error) =>
        Place().Match(error) is { Success: true } place ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\((?<line>\d+):\d+\)")]
    private static partial Regex Place();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();
}

/// <summary>A letter's words.</summary>
/// <param name="Subject">The subject, one line.</param>
/// <param name="Body">The text, with <c>\n</c> at the line ends.</param>
public sealed record LetterText(string Subject, string Body);
