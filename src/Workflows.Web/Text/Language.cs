using System.Globalization;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>The two languages of the pages. One page speaks one of them; data stays as it was written.</summary>
public static class Language
{
    /// <summary>Chinese as used in the mainland: the office's own language.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>English, beside it.</summary>
    public const string English = "en";

    /// <summary>Whether this request is answered in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    /// <summary>This request's language, for the <c>lang</c> attribute.</summary>
    public static string Tag => IsEnglish ? English : Chinese;

    /// <summary>A text in this request's language.</summary>
    public static string T(string zh, string en) => IsEnglish ? en : zh;

    /// <summary>A sentence in this request's language.</summary>
    public static string T(Bilingual text) => IsEnglish ? text.En : text.Zh;
}
