using Workflows.Policy.Data;
using Workflows.Policy.Districts;
using Workflows.Policy.Education;
using Workflows.Policy.Hiring;
using Workflows.Policy.Honours;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests;

public sealed class PolicyFileTests
{
    [Theory]
    [InlineData("\"Bachelor\"", "\"Bachelors\"", "$.R05.minimumEducation")]
    [InlineData("\"ageLimitYears\": 45", "\"ageLimitYears\": \"45\"", "$.R06.ageLimitYears")]
    [InlineData("\"ageLimitYears\": 45", "\"ageLimitYears\": -45", "$.R06.ageLimitYears")]
    [InlineData("\"defaultReading\": \"under\"", "\"defaultReading\": \"below\"", "$.R06.defaultReading")]
    [InlineData("minimumFrontLineMonths", "minimumFrontLineMonth", "$.R08.minimumFrontLineMonth")]
    [InlineData("\"district\": \"沙县区\"", "\"district\": \"\"", "$.R10.district")]
    [InlineData("\"R09\"", "\"R9\"", "$.R09")]
    public void A_broken_policy_names_file_place_and_remedy(string right, string wrong, string place)
    {
        var fault = Should.Throw<PolicyFileException>(() => HiringPolicy.Parse(Book.Text("hiring/policy.json").Replace(right, wrong)));
        fault.Place.ShouldBe(place);
        fault.Message.ShouldStartWith($"hiring/policy.json: {place}: ");
        fault.Remedy.En.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_that_is_no_json_names_line_and_column()
        => Should.Throw<PolicyFileException>(() => TitleLadder.Parse("{\n  \"titles\": [,]\n}")).Place.ShouldBe("line 2, column 14");

    [Fact]
    public void A_spelling_listed_twice_is_refused()
    {
        Should.Throw<PolicyFileException>(() => HonourSpellings.Parse("""{ "masterTeacher": ["甲"], "noGround": ["甲"] }"""))
            .Place.ShouldBe("$.noGround[0]");
        Should.Throw<PolicyFileException>(() => TitleLadder.Parse(
                """{ "titles": [{ "level": "Senior", "names": ["中高"] }], "ambiguous": ["中高"], "honours": [] }"""))
            .Place.ShouldBe("$.ambiguous[0]");
        Should.Throw<PolicyFileException>(() => EducationSpellings.Parse(
                """{ "levels": [{ "level": "Master", "names": ["硕士", "硕 士"] }], "notNational": [] }"""))
            .Place.ShouldBe("$.levels[0].names[1]");
        Should.Throw<PolicyFileException>(() => DistrictNames.Parse(
                """{ "prefixes": [], "districts": [{ "name": "甲区" }, { "name": "乙区", "aliases": ["甲区"] }] }"""))
            .Place.ShouldBe("$.districts[1].aliases[0]");
    }
}
