using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>Refuses the passwords that everybody tries first: the well-known ones, words of this place with a number, one sign repeated, and the account's own name.</summary>
public sealed class UncommonPassword : IPasswordValidator<Account>
{
    /// <summary>The code of the error, from which the page takes its sentence.</summary>
    public const string TooCommon = "PasswordTooCommon";

    private const int FewSigns = 3;

    // What is tried first in this place: the words of the district, the college and the trade, with the usual numbers after them.
    private const string Local = "jiaoshi jinxiu jinxiuxiao jiaoyu shaxian sanming fujian teacher school xuexiao renshi laoshi jiaoyanshi workflows woaini wang zhang";

    private static readonly string[] Tails = ["123", "1234", "12345", "123456", "1314", "520", "666", "888", "2022", "2023", "2024", "2025", "2026", "2027", "@123", "123!"];

    // Favourites of this country that a list of the world's ranks low.
    private const string Chinese = "0123456789 123123123 1234512345 12341234 987654321 9876543210 88888888 66666666 p@ssword aa12345678 abcdefgh 5201314520 52013140 admin1234 admin888 administrator changeme1 jennifer li123456 shaxian1 guest123 root1234";

    private static readonly FrozenSet<string> Known = Read().Concat(Chinese.Split(' ')).Concat(Local.Split(' ').SelectMany(word => Tails.Select(tail => word + tail)))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var isCommon = password is not null && (Known.Contains(password)
            || password.Distinct().Count() < FewSigns
            || (user.UserName is { Length: >= FewSigns } name && password.Contains(name, StringComparison.OrdinalIgnoreCase)
                && password.Length < name.Length + FewSigns + 1));
        return Task.FromResult(isCommon
            ? IdentityResult.Failed(new IdentityError { Code = TooCommon, Description = "The password is one of those tried first." })
            : IdentityResult.Success);
    }

    // The 4,000 most common ones of eight signs and more, by the frequency list of zxcvbn (MIT).
    private static string[] Read()
    {
        using var stream = typeof(UncommonPassword).Assembly.GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("common-passwords.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
