namespace Workflows.Engine;

/// <summary>One definition file: a name that its reader will recognise, and its text.</summary>
public sealed record DefinitionFile(string Name, string Json)
{
    /// <summary>All <c>*.json</c> files directly in a folder, by name, without those named in <paramref name="except"/>.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static IReadOnlyList<DefinitionFile> InFolder(string folder, params IReadOnlyCollection<string> except) =>
    [
        .. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Where(path => !except.Contains(Path.GetFileName(path)))
            .Select(path => new DefinitionFile(Path.Combine(Path.GetFileName(folder), Path.GetFileName(path)), File.ReadAllText(path))),
    ];
}

/// <summary>What loading gave: a catalogue of all definitions, or every fault of every file.</summary>
/// <param name="Catalogue">The catalogue; null if there is any fault.</param>
/// <param name="Faults">All faults in the order of the files; none if there is a catalogue.</param>
public sealed record DefinitionLoad(DefinitionCatalogue? Catalogue, IReadOnlyList<LoadFault> Faults)
{
    /// <summary>The catalogue.</summary>
    /// <exception cref="DefinitionFaultException">There are faults; the message lists them.</exception>
    public DefinitionCatalogue OrThrow() => Catalogue ?? throw new DefinitionFaultException(Faults);
}

/// <summary>All loaded definitions, in all their versions. A version never changes and never goes; published ones come in while the office runs.</summary>
public sealed class DefinitionCatalogue
{
    private volatile Shelf shelf;

    private DefinitionCatalogue(IReadOnlyList<ProcessDefinition> definitions) => shelf = new Shelf(definitions);

    /// <summary>All definitions in the order of their files, then those published.</summary>
    public IReadOnlyList<ProcessDefinition> All => shelf.All;

    /// <summary>Reads and checks the files; all faults of all files are reported together.</summary>
    public static DefinitionLoad Load(IEnumerable<DefinitionFile> files, StepCatalogue steps)
    {
        var faults = new List<LoadFault>();
        var definitions = new List<ProcessDefinition>();
        var reader = new DefinitionReader(steps);
        foreach (var definition in files.Select(file => reader.Read(file, faults)).OfType<ProcessDefinition>())
        {
            if (definitions.Find(other => other.Id == definition.Id && other.Version == definition.Version) is { } earlier)
            {
                faults.Add(new LoadFault(definition.File, null, "$.version",
                    $"{earlier.File} already holds version {definition.Version} of '{definition.Id}'.", "Raise the version."));
            }

            definitions.Add(definition);
        }

        return faults.Count == 0 ? new DefinitionLoad(new DefinitionCatalogue(definitions), []) : new DefinitionLoad(null, faults);
    }

    /// <summary>The newest version of a definition, or null if there is none.</summary>
    public ProcessDefinition? Newest(string definitionId) => shelf.Newest.GetValueOrDefault(definitionId);

    /// <summary>This version of a definition, or null.</summary>
    public ProcessDefinition? Find(string definitionId, int version) => shelf.ByVersion.GetValueOrDefault((definitionId, version));

    /// <summary>Becomes what another catalogue is that was loaded of the same definitions and more.</summary>
    public void Become(DefinitionCatalogue fuller) => shelf = fuller.shelf;

    private sealed class Shelf(IReadOnlyList<ProcessDefinition> definitions)
    {
        public IReadOnlyList<ProcessDefinition> All { get; } = definitions;

        public Dictionary<(string Id, int Version), ProcessDefinition> ByVersion { get; } =
            definitions.ToDictionary(definition => (definition.Id, definition.Version));

        public Dictionary<string, ProcessDefinition> Newest { get; } = definitions.GroupBy(definition => definition.Id)
            .ToDictionary(group => group.Key, group => group.MaxBy(one => one.Version)!);
    }
}
