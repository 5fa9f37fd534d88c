using System.Collections.Frozen;
using Workflows.Policy.Data;

namespace Workflows.Policy.Honours;

/// <summary>What an honours cell says of the ground 教学名师 (R09).</summary>
/// <param name="MasterTeacher">True when it names a master teacher of city, province or nation.</param>
/// <param name="Unlisted">Entries that the table doesn't list, in their order; each might be a ground, so it is asked.</param>
public sealed record HonoursMeaning(bool MasterTeacher, IReadOnlyList<string> Unlisted);

/// <summary>
/// The spellings of honours, those that are a ground of R09 and those that are none: <c>workflows/spellings/honours.json</c>.
/// </summary>
public sealed class HonourSpellings
{
    private readonly FrozenDictionary<string, bool> isMasterTeacher;

    private HonourSpellings(Dictionary<string, bool> isMasterTeacher) => this.isMasterTeacher = isMasterTeacher.ToFrozenDictionary();

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static HonourSpellings Parse(string json, string file = "spellings/honours.json")
    {
        var root = PolicyNode.Parse(file, json).Only("source", "masterTeacher", "noGround");
        var spellings = new Dictionary<string, bool>();
        foreach (var (names, ground) in new[] { (root["masterTeacher"], true), (root["noGround"], false) })
        {
            foreach (var name in names.Items())
            {
                var spelling = WrittenForm.Compact(name.Text());
                if (!spellings.TryAdd(spelling, ground)) throw name.Fault(new($"{spelling} 写了两次", $"{spelling} is listed twice"), new("请保留一处", "keep one of the two"));
            }
        }
        return new HonourSpellings(spellings);
    }

    /// <summary>What an honours cell says; an empty cell means no honours.</summary>
    public HonoursMeaning Read(string honours)
    {
        var entries = WrittenForm.Entries(honours).Select(WrittenForm.Compact).ToList();
        var masterTeacher = entries.Any(entry => isMasterTeacher.GetValueOrDefault(entry));
        return new HonoursMeaning(masterTeacher, [.. entries.Where(entry => !isMasterTeacher.ContainsKey(entry)).Distinct()]);
    }
}
