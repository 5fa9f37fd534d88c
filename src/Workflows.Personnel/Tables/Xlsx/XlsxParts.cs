using System.IO.Compression;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>The parts inside an <c>.xlsx</c> package, by name; no part may unpack beyond the limit, and none may hold a DTD.</summary>
internal sealed class XlsxParts(ZipArchive archive)
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = TableLimits.PartCharacters,
    };

    /// <summary>Opens a part, or null if the package has none of that name.</summary>
    public XmlReader? Open(string part)
        => archive.GetEntry(part) is { } entry ? XmlReader.Create(entry.Open(), SettingsThatClose()) : null;

    /// <summary>The parts that a part points to, by relationship id, each with the last word of its type (worksheet, styles ...).</summary>
    public Dictionary<string, (string Type, string Part)> Targets(string part)
    {
        var folder = part.Contains('/') ? part[..part.LastIndexOf('/')] : "";
        var name = part[(part.LastIndexOf('/') + 1)..];
        var targets = new Dictionary<string, (string, string)>();
        using var reader = Open($"{(folder.Length > 0 ? folder + "/" : "")}_rels/{name}.rels");
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship") continue;
            var (id, type, target) = (reader.GetAttribute("Id"), reader.GetAttribute("Type"), reader.GetAttribute("Target"));
            if (id is null || type is null || target is null) continue;
            targets[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }
        return targets;
    }

    /// <summary>The relationship id on an element, in either dialect of the format.</summary>
    public static string? RelationshipId(XmlReader reader)
        => reader.GetAttribute("id", Relationships) ?? reader.GetAttribute("id", StrictRelationships);

    private static XmlReaderSettings SettingsThatClose()
    {
        var settings = Settings.Clone();
        settings.CloseInput = true;
        return settings;
    }

    private static string Resolve(string folder, string target)
        => new Uri(new Uri($"part:///{folder}/"), target).AbsolutePath.TrimStart('/');
}
