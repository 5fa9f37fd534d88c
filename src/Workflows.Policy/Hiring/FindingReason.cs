namespace Workflows.Policy.Hiring;

/// <summary>Why a finding is as it is; each code has one template of words in <see cref="HiringWording"/>.</summary>
public enum FindingReason
{
    /// <summary>R05: bachelor or above.</summary>
    EducationSuffices,

    /// <summary>R05: below bachelor.</summary>
    EducationTooLow,

    /// <summary>R05: the cell is empty.</summary>
    EducationMissing,

    /// <summary>R05: 党校 or 在职研究生, which need not be a national 学历.</summary>
    EducationNotNational,

    /// <summary>R05: a spelling that the table doesn't list.</summary>
    EducationUnlisted,

    /// <summary>R06: young enough.</summary>
    AgeSuffices,

    /// <summary>R06: too old.</summary>
    AgeTooHigh,

    /// <summary>R06: only the month of birth is known, and the day would decide.</summary>
    AgeNeedsDay,

    /// <summary>R06: no birth date, and no valid ID number to take it from.</summary>
    BirthDateMissing,

    /// <summary>R06: such as 1985.1, January or October stored as a number.</summary>
    BirthDateAmbiguous,

    /// <summary>R06: no such day, or one after the reference date.</summary>
    BirthDateImpossible,

    /// <summary>R06: not a date.</summary>
    BirthDateUnreadable,

    /// <summary>R06: another day than the valid ID number's.</summary>
    BirthDateContradictsIdNumber,

    /// <summary>R07: intermediate or above.</summary>
    TitleSuffices,

    /// <summary>R07: below intermediate.</summary>
    TitleTooLow,

    /// <summary>R07: the cell is empty.</summary>
    TitleMissing,

    /// <summary>R07: such as 高级 alone, where the old and the new ladder disagree.</summary>
    TitleAmbiguous,

    /// <summary>R07: an honour such as 特级教师, which says nothing of the title.</summary>
    TitleIsHonour,

    /// <summary>R07: a spelling that the ladder doesn't list.</summary>
    TitleUnlisted,

    /// <summary>R08: enough months.</summary>
    TeachingSuffices,

    /// <summary>R08: too few months.</summary>
    TeachingTooShort,

    /// <summary>R08: neither periods nor a start.</summary>
    TeachingMissing,

    /// <summary>R08: periods that can't be read or end before they start, without which the months don't suffice.</summary>
    TeachingUnreadable,

    /// <summary>R08: no periods, and the start can't be read.</summary>
    TeachingSinceUnreadable,

    /// <summary>R10: from the hiring district.</summary>
    DistrictSame,

    /// <summary>R10: from another district, and no shortage post.</summary>
    DistrictOther,

    /// <summary>R10: a shortage post, open to every district.</summary>
    DistrictOpen,

    /// <summary>R10: the cell is empty.</summary>
    DistrictMissing,

    /// <summary>R10: a name that the list of districts doesn't hold.</summary>
    DistrictUnlisted,
}
