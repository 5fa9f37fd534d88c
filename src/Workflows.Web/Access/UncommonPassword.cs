using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>Refuses the passwords that everybody tries first: the well-known ones, one sign repeated, and the account's own name.</summary>
public sealed class UncommonPassword : IPasswordValidator<Account>
{
    /// <summary>The code of the error, from which the page takes its sentence.</summary>
    public const string TooCommon = "PasswordTooCommon";

    private const int FewSigns = 3;

    private static readonly FrozenSet<string> Known = (
        "12345678 123456789 1234567890 0123456789 123123123 1234512345 12341234 11223344 1122334455 123321123 12344321 147258369 987654321 "
        + "9876543210 88888888 66666666 password password1 password12 password123 passw0rd p@ssw0rd p@ssword qwertyuiop qwerty123 qwerty12 "
        + "qwertyui 1q2w3e4r 1q2w3e4r5t q1w2e3r4 1qaz2wsx qazwsxedc zaq12wsx asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345 "
        + "abc123456 a1234567 a12345678 a123456789 aa123456 aa12345678 abcdefgh iloveyou iloveyou1 woaini1314 woaini520 woaini123 5201314520 "
        + "52013140 sunshine princess football baseball superman trustno1 welcome1 welcome123 admin123 admin1234 admin888 administrator "
        + "letmein1 changeme changeme1 computer internet whatever starwars dragon123 monkey123 michael1 jennifer qq123456 wang1234 li123456 "
        + "zhang123 teacher1 teacher123 school123 jiaoshi123 jinxiu123 shaxian1 shaxian123 sanming123 fujian123 test1234 guest123 root1234")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
}
