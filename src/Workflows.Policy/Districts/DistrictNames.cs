using System.Collections.Frozen;
using Workflows.Policy.Data;

namespace Workflows.Policy.Districts;

/// <summary>
/// The districts that the office knows and their other names (R10): <c>workflows/districts.json</c>. Names are compared without the
/// province, the city and spaces, so 福建省三明市沙县 is 沙县区; a place of the same name in another city stays unknown.
/// </summary>
public sealed class DistrictNames
{
    private readonly string[] prefixes;
    private readonly FrozenDictionary<string, string> names;

    private DistrictNames(string[] prefixes, Dictionary<string, string> names)
        => (this.prefixes, this.names) = (prefixes, names.ToFrozenDictionary());

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static DistrictNames Parse(string json, string file = "districts.json")
    {
        var root = PolicyNode.Parse(file, json).Only("source", "prefixes", "districts");
        var names = new Dictionary<string, string>();
        foreach (var district in root["districts"].Items())
        {
            district.Only("name", "aliases");
            var name = district["name"].Text();
            foreach (var spelling in (List<PolicyNode>)[district["name"], .. district.Find("aliases")?.Items() ?? []])
            {
                if (!names.TryAdd(WrittenForm.Compact(spelling.Text()), name))
                {
                    throw spelling.Fault(new($"{spelling.Text()} 写了两次", $"{spelling.Text()} is listed twice"), new("请保留一处", "keep one of the two"));
                }
            }
        }
        return new DistrictNames(root["prefixes"].Texts(), names);
    }

    /// <summary>The district's full name; null if the cell is empty or names no known district.</summary>
    public string? Find(string district) => names.GetValueOrDefault(WithoutPrefixes(district));

    /// <summary>The district's full name, or the name itself for a district that the list doesn't hold, such as the hiring one.</summary>
    public string FullName(string district)
    {
        var bare = WithoutPrefixes(district);
        return names.GetValueOrDefault(bare, bare);
    }

    private string WithoutPrefixes(string district)
    {
        var bare = WrittenForm.Compact(district);
        while (!names.ContainsKey(bare) && prefixes.FirstOrDefault(prefix => Begins(bare, prefix)) is { } found)
        {
            bare = bare[found.Length..];
        }
        return bare;
    }

    private static bool Begins(string name, string prefix)
        => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal);
}
