using System.Collections.Frozen;

namespace Workflows.Policy.Hiring;

/// <summary>The words of each reason: why the finding is as it is, and what would change it.</summary>
internal static class FindingTemplates
{
    /// <summary>One entry per reason; the second template is null where nothing needs to change.</summary>
    public static FrozenDictionary<FindingReason, (Template Why, Template? Change)> All { get; }
        = new Dictionary<FindingReason, (Template, Template?)>
        {
            [FindingReason.EducationSuffices] = (
                new(
                    "学历为“{written}”，达到{minimumEducation}。",
                    "The education “{written}” is {education}, at least {minimumEducation}."),
                null),
            [FindingReason.EducationTooLow] = (
                new(
                    "学历为“{written}”，按{education}计，未达到{minimumEducation}。",
                    "The education “{written}” counts as {education}, below {minimumEducation}."),
                new("取得国民教育系列{minimumEducation}及以上毕业证书。", "A graduation certificate of {minimumEducation} or above.")),
            [FindingReason.EducationMissing] = (
                new("未填写最高学历，请补填。", "The education is empty: what is it?"),
                new("补填最高学历并附毕业证书。", "The education, with its certificate.")),
            [FindingReason.EducationNotNational] = (
                new("“{written}”是否为国民教育学历？属于哪一层次？", "Is “{written}” a national 学历, and of which level?"),
                new("提供学信网学历备案表或毕业证书。", "A certificate from the national register of education.")),
            [FindingReason.EducationUnlisted] = (
                new("学历“{written}”不在对照表中，请问是哪一层次？", "The education “{written}” isn't in the table: which level is it?"),
                new("按对照表写明学历层次，如大学本科。", "The level in a listed spelling, such as 大学本科.")),
            [FindingReason.AgeSuffices] = (
                new(
                    "{birth}出生，{referenceDate}时{years}周岁，不满{limit}周岁。",
                    "Born {birth}: {years} years old on {referenceDate}, under {limit}."),
                new("本报名人的结论取决于“45周岁以下”的理解，请领导统一确认。", "This depends on the reading of the age limit: leadership confirms it for all.")),
            [FindingReason.AgeTooHigh] = (
                new(
                    "{birth}出生，{referenceDate}时{years}周岁，已满{limit}周岁。",
                    "Born {birth}: {years} years old on {referenceDate}, not under {limit}."),
                new(
                    "{cutOff}及以后出生方符合；或由领导就年龄理解、放宽条件作出决定。",
                    "Born on {cutOff} or later; or a decision of leadership on the reading or on a waiver.")),
            [FindingReason.AgeNeedsDay] = (
                new(
                    "只知{birth}出生，{referenceDate}时{years}周岁，无法判断是否不满{limit}周岁：请问出生在哪一天？",
                    "Only {birth} is known: {years} years old on {referenceDate}, perhaps under {limit}. Which day?"),
                new("提供出生日期的具体日子；{cutOff}及以后出生方符合。", "The day of birth: {cutOff} or later passes.")),
            [FindingReason.BirthDateMissing] = (
                new("未填写出生日期，也没有有效的身份证号，请补填。", "No birth date and no valid ID number: what is the birth date?"),
                new("提供出生日期；{cutOff}及以后出生方符合。", "The birth date: {cutOff} or later passes.")),
            [FindingReason.BirthDateAmbiguous] = (
                new(
                    "出生日期“{written}”可能是1月，也可能是10月被存成了数字：请问是哪个月？",
                    "“{written}” may be January, or October stored as a number: which month?"),
                new("写明出生日期，如1985-10-09；{cutOff}及以后出生方符合。", "The birth date, such as 1985-10-09: {cutOff} or later passes.")),
            [FindingReason.BirthDateImpossible] = (
                new(
                    "出生日期不成立：没有这一天，或晚于{referenceDate}，请核对。",
                    "The birth date can't be: no such day, or after {referenceDate}. Please check."),
                new("提供正确的出生日期；{cutOff}及以后出生方符合。", "The right birth date: {cutOff} or later passes.")),
            [FindingReason.BirthDateUnreadable] = (
                new("出生日期“{written}”无法识别，请写成1985-07-09的形式。", "The birth date “{written}” can't be read: please write it like 1985-07-09."),
                new("提供出生日期；{cutOff}及以后出生方符合。", "The birth date: {cutOff} or later passes.")),
            [FindingReason.BirthDateContradictsIdNumber] = (
                new(
                    "出生日期“{written}”与身份证号中的{idDate}不一致：以哪一个为准？",
                    "The birth date “{written}” contradicts {idDate} in the ID number: which one is right?"),
                new("核对身份证原件，更正其中一处；{cutOff}及以后出生方符合。", "Correct one of the two from the ID card: {cutOff} or later passes.")),
            [FindingReason.TitleSuffices] = (
                new(
                    "职称为“{written}”，按{level}计，达到{minimumLevel}。",
                    "The title “{written}” is {level}, at least {minimumLevel}."),
                null),
            [FindingReason.TitleTooLow] = (
                new("职称为“{written}”，按{level}计，未达到{minimumLevel}。", "The title “{written}” is {level}, below {minimumLevel}."),
                new("取得{minimumLevel}及以上职称证书。", "A title certificate of {minimumLevel} or above.")),
            [FindingReason.TitleMissing] = (
                new("未填写职称，请补填（没有职称的填“无”）。", "The title is empty: what is it? (无 if none)"),
                new("补填职称并附证书。", "The title, with its certificate.")),
            [FindingReason.TitleAmbiguous] = (
                new("职称“{written}”未写系列：是小学{written}教师，还是{written}教师？", "“{written}” names no series: is it 小学{written}教师 or {written}教师?"),
                new("写明职称全称或任教学段。", "The full title, or the school stage.")),
            [FindingReason.TitleIsHonour] = (
                new("“{written}”是荣誉，不是职称：职称是什么？", "“{written}” is an honour, no title: what is the title?"),
                new("写明职称，荣誉填入荣誉栏。", "The title; the honour belongs into its own column.")),
            [FindingReason.TitleUnlisted] = (
                new("职称“{written}”不在对照表中：请问系列和级别？", "The title “{written}” isn't on the ladder: which series and level is it?"),
                new("按对照表写明职称全称，如一级教师。", "The full title in a listed spelling, such as 一级教师.")),
            [FindingReason.TeachingSuffices] = (
                new(
                    "截至{referenceDate}，一线任教{months}个月，达到{minimumMonths}个月。",
                    "{months} months of front-line teaching by {referenceDate}, at least {minimumMonths}."),
                null),
            [FindingReason.TeachingTooShort] = (
                new(
                    "截至{referenceDate}，一线任教{months}个月，不足{minimumMonths}个月。",
                    "{months} months of front-line teaching by {referenceDate}, fewer than {minimumMonths}."),
                new("再证明{missingMonths}个月的一线任教经历。", "Proof of {missingMonths} more months of front-line teaching.")),
            [FindingReason.TeachingMissing] = (
                new("未填写任教经历，也没有从教起始年月，请补填。", "Neither teaching periods nor a start of teaching: what are they?"),
                new("补填一线任教经历，满{minimumMonths}个月方符合。", "Periods of front-line teaching: {minimumMonths} months pass.")),
            [FindingReason.TeachingUnreadable] = (
                new(
                    "任教经历“{written}”无法识别，其余可计{months}个月，不足{minimumMonths}个月：请按“2016-09~2020-07 学校”填写。",
                    "“{written}” can't be read, the rest gives {months} of {minimumMonths} months: please write 2016-09~2020-07 SCHOOL."),
                new("写明这段经历的起止年月；还差{missingMonths}个月。", "The months of that period: {missingMonths} more are needed.")),
            [FindingReason.TeachingSinceUnreadable] = (
                new(
                    "从教起始年月“{written}”无法识别，请写成2016-09的形式。",
                    "The start of teaching “{written}” can't be read: please write it like 2016-09."),
                new("写明从教起始年月，或逐段填写任教经历。", "The month of the start, or the periods one by one.")),
            [FindingReason.DistrictSame] = (new("现单位在{home}。", "The employer is in {home}."), null),
            [FindingReason.DistrictOther] = (
                new("现单位在{district}，不在{home}，且不是紧缺岗位。", "The employer is in {district}, not in {home}, and the post is no shortage post."),
                new("岗位经批准列为紧缺岗位后，方可面向区外。", "Only an approved shortage post is open to other districts.")),
            [FindingReason.DistrictOpen] = (new("紧缺岗位，可面向区外。", "A shortage post is open to other districts."), null),
            [FindingReason.DistrictMissing] = (
                new("未填写现单位所在区，请补填。", "The employer's district is empty: which one is it?"),
                new("补填现单位所在区；在{home}方符合。", "The employer's district: {home} passes.")),
            [FindingReason.DistrictUnlisted] = (
                new("现单位所在区“{written}”不在区县表中：请问属于哪个区（县）？", "“{written}” isn't in the list of districts: which district is it?"),
                new("写明区县名称；在{home}方符合。", "The district's name: {home} passes.")),
        }.ToFrozenDictionary();
}
