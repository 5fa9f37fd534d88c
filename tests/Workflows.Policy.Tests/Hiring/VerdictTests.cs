using System.Text.Json;
using CsCheck;
using Workflows.Policy.Hiring;

namespace Workflows.Policy.Tests.Hiring;

public sealed class VerdictTests
{
    private const string TooOld = "1975-01-01";

    [Fact]
    public void Who_meets_every_clause_is_eligible_with_five_findings_in_order()
    {
        var verdict = Applicant.Suitable.Judged();
        verdict.Verdict.ShouldBe(Verdict.Eligible);
        verdict.Findings.Select(finding => finding.Clause).ShouldBe(["R05", "R06", "R07", "R08", "R10"]);
        verdict.Warnings.ShouldBeEmpty();
        verdict.Policy.ShouldBe("shaxian-2022-06-01");
    }

    [Fact]
    public void Too_old_without_a_ground_is_ineligible()
        => (Applicant.Suitable with { BirthDate = TooOld }).Judged().Verdict.ShouldBe(Verdict.Ineligible);

    [Theory]
    [InlineData("省级教学名师", "大学本科", WaiverGround.MasterTeacher)]
    [InlineData("学科带头人；三明市教学名师", "大学本科", WaiverGround.MasterTeacher)]
    [InlineData("", "硕士研究生", WaiverGround.Postgraduate)]
    [InlineData("", "博士", WaiverGround.Postgraduate)]
    public void Too_old_with_a_ground_needs_a_decision(string honours, string education, WaiverGround ground)
    {
        var verdict = (Applicant.Suitable with { BirthDate = TooOld, Honours = honours, Education = education }).Judged();
        verdict.Verdict.ShouldBe(Verdict.NeedsDecision);
        verdict.WaiverGrounds.ShouldBe([ground]);
    }

    [Fact]
    public void Grounds_are_listed_even_where_nobody_needs_them()
    {
        var verdict = (Applicant.Suitable with { Honours = "国家级教学名师", Education = "研究生" }).Judged();
        verdict.Verdict.ShouldBe(Verdict.Eligible);
        verdict.WaiverGrounds.ShouldBe([WaiverGround.MasterTeacher, WaiverGround.Postgraduate]);
    }

    [Fact]
    public void A_masters_degree_alone_is_no_ground()
        => (Applicant.Suitable with { BirthDate = TooOld, Degree = "硕士" }).Judged().Verdict.ShouldBe(Verdict.Ineligible);

    [Theory]
    [InlineData("特级教师")]
    [InlineData("县级教学名师;学科带头人")]
    public void Listed_honours_that_are_no_ground_do_not_keep_the_file_open(string honours)
        => (Applicant.Suitable with { BirthDate = TooOld, Honours = honours }).Judged().Verdict.ShouldBe(Verdict.Ineligible);

    [Fact]
    public void An_unlisted_honour_keeps_the_ground_open_and_is_asked()
    {
        var verdict = (Applicant.Suitable with { BirthDate = TooOld, Honours = "闽江名师" }).Judged();
        verdict.Verdict.ShouldBe(Verdict.NeedsDecision);
        verdict.WaiverGrounds.ShouldBeEmpty();
        verdict.Codes().ShouldBe([WarningCode.HonourUnlisted]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("在职研究生")]
    [InlineData("党校研究生")]
    public void Unknown_education_does_not_rule_out_the_postgraduate_ground(string education)
        => (Applicant.Suitable with { BirthDate = TooOld, Education = education }).Judged().Verdict.ShouldBe(Verdict.Undecidable);

    [Fact]
    public void Another_district_is_ineligible_whatever_grounds_or_questions_there_are()
        => (Applicant.Suitable with { EmployerDistrict = "三元区", Honours = "省级教学名师", Education = "" }).Judged()
            .Verdict.ShouldBe(Verdict.Ineligible);

    [Fact]
    public void A_refusal_beats_an_open_question()
        => (Applicant.Suitable with { BirthDate = TooOld, Title = "高级" }).Judged().Verdict.ShouldBe(Verdict.Ineligible);

    [Theory]
    [InlineData("1981-09-01", Verdict.NeedsDecision, Verdict.NeedsDecision)]
    [InlineData("1981-09", Verdict.Undecidable, Verdict.NeedsDecision)]
    [InlineData("1980-09", Verdict.NeedsDecision, Verdict.Undecidable)]
    [InlineData("1980-09-01", Verdict.Ineligible, Verdict.Ineligible)]
    public void A_result_that_depends_on_the_reading_is_decided_by_people(string birth, Verdict under, Verdict included)
    {
        var applicant = Applicant.Suitable with { BirthDate = birth };
        applicant.Judged(Applicant.Terms).Verdict.ShouldBe(under);
        applicant.Judged(Applicant.Included).Verdict.ShouldBe(included);
    }

    [Theory]
    [InlineData("永安市", "永安市", true)]
    [InlineData("", null, true)]
    [InlineData("火星区", null, true)]
    [InlineData("沙县", "沙县区", false)]
    public void A_shortage_post_is_open_to_all_with_an_extra_approval_for_outsiders(string district, string? known, bool warned)
    {
        var verdict = (Applicant.Suitable with { EmployerDistrict = district }).Judged(Applicant.Terms with { ShortagePost = true });
        verdict.Of("R10").Result.ShouldBe(FindingResult.Met);
        verdict.Of("R10").Facts.ShouldBe(new DistrictFacts(known));
        verdict.Verdict.ShouldBe(Verdict.Eligible);
        verdict.Codes().Contains(WarningCode.ExtraApproval).ShouldBe(warned);
    }

    [Theory]
    [InlineData("三元区", "福建省三明市三元区", FindingResult.Met)]
    [InlineData("三元区", "沙县", FindingResult.NotMet)]
    [InlineData("思明区", "思明区", FindingResult.Met)]
    [InlineData("沙县区", "南平市沙县区", FindingResult.Unknown)]
    public void The_hiring_district_is_a_term_of_the_round(string home, string employer, FindingResult result)
        => (Applicant.Suitable with { EmployerDistrict = employer }).Judged(Applicant.Terms with { District = home })
            .Of("R10").Result.ShouldBe(result);

    [Theory]
    [InlineData("讲师", "初中", true)]
    [InlineData("讲师", "", true)]
    [InlineData("讲师", "中职", false)]
    [InlineData("馆员", "中职", true)]
    [InlineData("一级教师", "初中", false)]
    public void Another_series_passes_with_a_flag(string title, string stage, bool flagged)
    {
        var verdict = (Applicant.Suitable with { Title = title, Stage = stage }).Judged();
        verdict.Verdict.ShouldBe(Verdict.Eligible);
        verdict.Codes().Contains(WarningCode.OtherSeries).ShouldBe(flagged);
    }

    [Theory]
    [InlineData("高级讲师", "小学")]
    [InlineData("高级", "幼儿园")]
    public void A_title_listed_for_other_stages_only_is_asked(string title, string stage)
        => (Applicant.Suitable with { Title = title, Stage = stage }).Judged().Of("R07").Result.ShouldBe(FindingResult.Unknown);

    [Fact]
    public void Leaving_without_graduation_counts_as_the_level_below_with_a_warning()
    {
        var verdict = (Applicant.Suitable with { Education = "本科肄业" }).Judged();
        verdict.Of("R05").Result.ShouldBe(FindingResult.NotMet);
        verdict.Codes().ShouldBe([WarningCode.NotGraduated]);
    }

    [Fact]
    public void A_stored_verdict_reads_back_to_the_same_bytes()
        => AnyApplicant.Sample(applicant =>
        {
            var json = JsonSerializer.Serialize(applicant.Judged(), PolicyJson.Options);
            var back = JsonSerializer.Deserialize<HiringVerdict>(json, PolicyJson.Options);
            JsonSerializer.Serialize(back, PolicyJson.Options).ShouldBe(json);
        });

    [Fact]
    public void Full_width_forms_and_spaces_change_nothing()
        => AnyApplicant.Sample(applicant =>
        {
            var wide = applicant with
            {
                BirthDate = FullWidth.Of(applicant.BirthDate, spaced: true),
                Education = FullWidth.Of(applicant.Education, spaced: true),
                Title = FullWidth.Of(applicant.Title, spaced: true),
                Teaching = FullWidth.Of(applicant.Teaching, spaced: false),
                Stage = FullWidth.Of(applicant.Stage, spaced: true),
                Honours = FullWidth.Of(applicant.Honours, spaced: false),
                EmployerDistrict = FullWidth.Of(applicant.EmployerDistrict, spaced: true),
                IdNumber = FullWidth.Of(applicant.IdNumber, spaced: true),
            };
            JsonSerializer.Serialize(wide.Judged(), PolicyJson.Options).ShouldBe(JsonSerializer.Serialize(applicant.Judged(), PolicyJson.Options));
        });

    [Fact]
    public void Every_finding_and_warning_has_words_in_both_languages_with_no_place_left_open()
        => AnyApplicant.Sample(applicant =>
        {
            var verdict = applicant.Judged();
            var words = verdict.Findings.Select(HiringWording.Explanation)
                .Concat(verdict.Findings.Select(HiringWording.WhatWouldChange).OfType<Bilingual>())
                .Concat(verdict.Warnings.Select(HiringWording.Warning));
            words.ShouldAllBe(one => one.Zh.Length > 3 && one.En.Length > 3 && !one.Zh.Contains('{') && !one.En.Contains('{'));
        });

    [Fact]
    public void Every_reason_and_every_warning_has_its_template()
    {
        Enum.GetValues<FindingReason>().ShouldAllBe(reason => FindingTemplates.All.ContainsKey(reason));
        Enum.GetValues<WarningCode>().ShouldAllBe(code => WarningTemplates.All.ContainsKey(code));
    }

    private static Gen<ApplicantRecord> AnyApplicant { get; } = Gen.Select(
        OneOf("1985-07-09", "1981-09", "1981-09-01", "1980-09", "1985.1", "", "不详", "1979.3", "31237", "2030-01-01"),
        OneOf("本科", "本科(函授)", "大专", "硕士研究生", "党校", "", "自学", "本科结业"),
        OneOf("一级教师", "高级", "高级教师(副高)", "讲师", "特级教师", "", "小学一级教师", "工程师", "无"),
        OneOf("2010-09~至今 一小", "2021-09~2026-08 一小;x", "2022-09~至今 借调", "", "2010-09~至今 局(非一线)"),
        OneOf("小学", "初中", "中职", ""),
        OneOf("", "省级教学名师", "特级教师;闽江名师"),
        OneOf("沙县", "三元区", "", "火星"),
        OneOf("", IdNumbers.Of("19850709"), IdNumbers.Of("19810915"), "3.5E+17", "350427198507090000", "123"))
        .Select((birth, education, title, teaching, stage, honours, district, id) => Applicant.Suitable with
        {
            BirthDate = birth,
            Education = education,
            Title = title,
            Teaching = teaching,
            Stage = stage,
            Honours = honours,
            EmployerDistrict = district,
            IdNumber = id,
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);
}
