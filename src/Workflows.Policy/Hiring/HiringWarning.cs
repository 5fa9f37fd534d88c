using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>Something worth a look that changes no finding. Words: <see cref="HiringWording.Warning"/>.</summary>
/// <param name="Column">The Chinese name of the column it is about.</param>
/// <param name="Code">What it is.</param>
/// <param name="Arguments">What the words quote.</param>
public sealed record HiringWarning(string Column, WarningCode Code, ImmutableSortedDictionary<string, string> Arguments);

/// <summary>The kinds of warnings.</summary>
public enum WarningCode
{
    /// <summary>姓名 is empty.</summary>
    NameMissing,

    /// <summary>Another row of the same table has the same name.</summary>
    DuplicateName,

    /// <summary>Another row of the same table has the same ID number.</summary>
    DuplicateIdNumber,

    /// <summary>R05: 结业 or 肄业, counted as the level below.</summary>
    NotGraduated,

    /// <summary>R06: the birth date was taken from the ID number.</summary>
    BirthDateFromIdNumber,

    /// <summary>R06: the sheet gives the month, the valid ID number the day.</summary>
    BirthDayFromIdNumber,

    /// <summary>The ID number is in scientific notation: its last digits are lost.</summary>
    IdNumberScientific,

    /// <summary>The ID number's last digits are zeroes and its check digit is wrong: a spreadsheet cut it to 15 digits.</summary>
    IdNumberZeroed,

    /// <summary>The ID number's check digit is wrong.</summary>
    IdNumberChecksum,

    /// <summary>The ID number is not 18 characters with a real birthday.</summary>
    IdNumberMalformed,

    /// <summary>R07: a title of another series, such as 讲师 outside 中职.</summary>
    OtherSeries,

    /// <summary>R08: counted from 从教起始年月, for want of periods.</summary>
    StartDateOnly,

    /// <summary>R08: a period that couldn't be read was left out.</summary>
    UnreadablePeriod,

    /// <summary>R08: 教基〔2019〕14号 asks six years of research staff; the district's document asks five.</summary>
    MinistrySixYears,

    /// <summary>R08: a remark or an unmarked period mentions a loan or an office post (借调, 行政).</summary>
    PossiblyNotFrontLine,

    /// <summary>R09: an honour that the table doesn't list; it might be a ground for a waiver.</summary>
    HonourUnlisted,

    /// <summary>R10: a shortage post filled from outside the district needs an extra approval.</summary>
    ExtraApproval,
}
