using System.Globalization;

namespace Workflows.Testing;

/// <summary>An account of this machine, with the numbers of its user and its main group.</summary>
public sealed record UnixAccount(string Name, int UserId, int GroupId)
{
    /// <summary>The first of the named accounts that this machine knows, or null.</summary>
    public static UnixAccount? FirstOf(params IEnumerable<string> names)
    {
        var known = File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3)
            .Select(fields => new UnixAccount(fields[0], Number(fields[2]), Number(fields[3])))
            .ToList();
        return names.Select(name => known.Find(account => account.Name == name)).FirstOrDefault(account => account is not null);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
