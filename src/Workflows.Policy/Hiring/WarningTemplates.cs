using System.Collections.Frozen;

namespace Workflows.Policy.Hiring;

/// <summary>The words of each warning.</summary>
internal static class WarningTemplates
{
    public static FrozenDictionary<WarningCode, Template> All { get; } = new Dictionary<WarningCode, Template>
    {
        [WarningCode.NameMissing] = new("姓名为空，请补填。", "The name is empty."),
        [WarningCode.DuplicateName] = new("表中另有同名的人，请核对是否重复报名。", "Another row has the same name: the same person twice?"),
        [WarningCode.DuplicateIdNumber] = new("表中另有一行身份证号相同，请核对是否重复报名。", "Another row has the same ID number: the same person twice?"),
        [WarningCode.NotGraduated] = new("“{written}”不是毕业，按低一层次计。", "“{written}” is no graduation and counts as the level below."),
        [WarningCode.BirthDateFromIdNumber] = new(
            "出生日期为空，按身份证号取{idDate}。",
            "The birth date is empty; {idDate} is taken from the ID number."),
        [WarningCode.BirthDayFromIdNumber] = new(
            "出生日期只有年月，按身份证号取{idDate}。",
            "Only the month of birth is given; {idDate} is taken from the ID number."),
        [WarningCode.IdNumberScientific] = new(
            "身份证号成了科学计数，末几位已丢失，请按文本重填。",
            "The ID number is in scientific notation and has lost its last digits: enter it as text."),
        [WarningCode.IdNumberZeroed] = new("身份证号末几位变成了0，请按文本重填。", "The ID number's last digits have become zeroes: enter it as text."),
        [WarningCode.IdNumberChecksum] = new("身份证号校验码不对，请核对。", "The ID number's check digit is wrong."),
        [WarningCode.IdNumberMalformed] = new(
            "身份证号不是18位，或其中的生日不存在，请核对。",
            "The ID number isn't 18 characters long, or its birthday doesn't exist."),
        [WarningCode.OtherSeries] = new(
            "“{written}”属于其他系列，级别相当，请核对能否认可。",
            "“{written}” is a title of another series at the same level: please check that it is accepted."),
        [WarningCode.StartDateOnly] = new("没有任教经历，按从教起始年月{since}连续计算。", "No teaching periods: counted without a break from {since} on."),
        [WarningCode.UnreadablePeriod] = new("任教经历“{written}”无法识别，未计入。", "The period “{written}” can't be read and wasn't counted."),
        [WarningCode.MinistrySixYears] = new(
            "一线任教{months}个月：符合本区文件，但教基〔2019〕14号对教研员要求{ministryMonths}个月。",
            "{months} months satisfy the district's document; the ministry (教基〔2019〕14号) asks {ministryMonths} of research staff."),
        [WarningCode.PossiblyNotFrontLine] = new(
            "“{written}”似有借调或行政经历，请核对是否应标（非一线）。",
            "“{written}” mentions a loan or an office post: should a period be marked (非一线)?"),
        [WarningCode.HonourUnlisted] = new(
            "荣誉“{written}”不在对照表中：是否为省级或市级教学名师？",
            "The honour “{written}” isn't in the table: is it a master teacher of province or city?"),
        [WarningCode.ExtraApproval] = new("区外引进，须另行报批。", "From outside the district: an extra approval is needed."),
    }.ToFrozenDictionary();
}
