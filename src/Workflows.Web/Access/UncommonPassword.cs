using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>Refuses the passwords that everybody tries first: everyday words and words of this place with what is usually put after them, rows of keys, one sign repeated, and the account's own name.</summary>
public sealed class UncommonPassword : IPasswordValidator<Account>
{
    /// <summary>The code of the error, from which the page takes its sentence.</summary>
    public const string TooCommon = "PasswordTooCommon";

    private const int FewSigns = 3;

    // What people take for a password: everyday words and names, here and elsewhere, with what they usually put after them.
    private const string Words =
        "password passw0rd p@ssword p@ssw0rd welcome admin administrator root user guest test demo login letmein changeme secret master system server default "
        + "qwerty qwertyuiop qazwsx 1qaz2wsx zaq12wsx asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e4r q1w2e3r4 abc abcd abcdef abcdefgh aaa aaaa asdf qwer zxcv "
        + "iloveyou loveyou love baby honey angel princess sunshine flower summer winter spring autumn monday friday january happy lucky smile dream freedom "
        + "football baseball basketball soccer monkey dragon tiger lion eagle panda horse rabbit dog cat superman batman starwars pokemon computer internet "
        + "windows google apple samsung huawei xiaomi tencent alipay wechat michael jennifer jessica daniel jordan charlie thomas robert andrew anna david "
        + "woaini woaiwojia nihao zhongguo beijing shanghai china xiamen fuzhou fujian sanming shaxian xiaochi wang zhang liu chen yang huang zhao wu zhou lin "
        + "xiaoming xiaohong baobao laogong laopo mima qwe qq weixin jiaoshi jinxiu jinxiuxiao jiaoyu jiaoyuju xuexiao xuesheng laoshi renshi renshike "
        + "jiaoyanshi teacher student school office college training workflows";

    private static readonly string[] Tails =
    [
        "", "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1!", "123!", "!", "@123", "@1234", "#123", ".123", "_123", "000", "001", "007", "111",
        "1111", "520", "521", "1314", "5201314", "666", "888", "6666", "8888", "999", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "@2025", "@2026",
    ];

    // Rows of keys and of digits, there and back.
    private const string Rows =
        "0123456789 1234567890 123456789 12345678 9876543210 987654321 87654321 123123123 1234512345 12341234 11223344 1122334455 123321123 12344321 147258369 "
        + "5201314520 52013140 31415926 1q2w3e4r5t 1q2w3e4r5t6y qazwsxedc qwer1234 asdf1234 zxcv1234 qwe123qwe qwerasdf a1b2c3d4 a1234567 a12345678 a123456789 aa123456 "
        + "aa12345678 abc123abc li123456 trustno1 whatever";

    private static readonly FrozenSet<string> Known =
        Words.Split(' ').SelectMany(word => Tails.Select(tail => word + tail)).Concat(Rows.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
