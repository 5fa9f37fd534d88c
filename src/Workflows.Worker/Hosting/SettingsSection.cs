using System.Globalization;

namespace Workflows.Worker.Hosting;

/// <summary>
/// One section of the settings while it is read. What can't be used becomes a sentence, with the value that was written unless it is a secret; so does
/// a name that nobody asked for. What isn't set keeps its usual value.
/// </summary>
/// <param name="section">The section.</param>
/// <param name="faults">Takes one sentence for each setting that can't be used.</param>
internal sealed class SettingsSection(IConfigurationSection section, List<string> faults)
{
    private readonly SortedSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anything in it is set.</summary>
    public bool IsSet => section.GetChildren().Any(child => child.Value is { Length: > 0 });

    /// <summary>A text, without the blanks around it.</summary>
    public string Text(string name, string usual = "")
    {
        known.Add(name);
        return section[name]?.Trim() is { Length: > 0 } text ? text : usual;
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int usual, int least, int most)
    {
        if (Text(name) is not { Length: > 0 } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Fault(name, text, $"应为 {least} 至 {most} 的整数", $"write a whole number from {least} to {most}");
        return usual;
    }

    /// <summary>Yes or no.</summary>
    public bool Truth(string name, bool usual)
    {
        if (Text(name) is not { Length: > 0 } text)
            return usual;
        if (bool.TryParse(text, out var truth))
            return truth;
        Fault(name, text, "应写 true 或 false", "write true or false");
        return usual;
    }

    /// <summary>One of the words of an enumeration.</summary>
    public T Word<T>(string name, T usual) where T : struct, Enum =>
        Text(name) is { Length: > 0 } text && Read<T>(name, text) is { } word ? word : usual;

    /// <summary>Words of an enumeration, in a list or with commas between them.</summary>
    public IReadOnlyList<T> Words<T>(string name) where T : struct, Enum => [.. Texts(name).Select(word => Read<T>(name, word)).OfType<T>()];

    /// <summary>Texts, in a list or with commas between them.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        known.Add(name);
        var written = section[name] is { } line ? line.Split(',') : section.GetSection(name).GetChildren().Select(child => child.Value ?? "");
        return [.. written.Select(text => text.Trim()).Where(text => text.Length > 0)];
    }

    /// <summary>A secret: the value itself, or what stands in the file that <c>NAMEFile</c> names. It is never repeated in a sentence.</summary>
    public string Secret(string name)
    {
        var secret = section[name] ?? "";
        known.Add(name);
        if (Text($"{name}File") is not { Length: > 0 } file)
            return secret;
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Fault($"{name}File", file, "文件读不了", "the file can't be read");
            return "";
        }
    }

    /// <summary>A folder that must be there.</summary>
    public string Folder(string name)
    {
        var folder = Text(name);
        if (folder.Length > 0 && !Directory.Exists(folder))
            Fault(name, folder, "文件夹不存在", "the folder doesn't exist");
        return folder;
    }

    /// <summary>Names a setting that is read by somebody else.</summary>
    public void Knows(string name) => known.Add(name);

    /// <summary>Says that a setting can't be used.</summary>
    public void Fault(string name, string written, string zh, string en) => faults.Add($"{section.Path}:{name} “{written}” {zh} / {en}");

    /// <summary>Says that a setting is missing.</summary>
    public void Missing(string name, string zh, string en) => faults.Add($"缺少 {section.Path}:{name}：{zh} / {section.Path}:{name} is missing: {en}");

    /// <summary>Everything was asked for: what else stands there is a slip of the pen.</summary>
    public void End()
    {
        foreach (var stranger in section.GetChildren().Select(child => child.Key).Where(key => !known.Contains(key)))
            faults.Add($"没有 {section.Path}:{stranger} 这个设置 / {section.Path}:{stranger} is no setting; there are {string.Join(", ", known)}");
    }

    // By its name alone: a number would be read as one of them, too.
    private T? Read<T>(string name, string word) where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(word, StringComparer.OrdinalIgnoreCase))
            return Enum.Parse<T>(word, ignoreCase: true);
        Fault(name, word, $"应为 {string.Join("、", Enum.GetNames<T>())}", $"is none of {string.Join(", ", Enum.GetNames<T>())}");
        return null;
    }
}
