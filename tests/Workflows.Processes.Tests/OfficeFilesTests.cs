using Workflows.Policy.Data;
using Workflows.Processes.Cases;

namespace Workflows.Processes.Tests;

/// <summary>A broken file in the workflows folder stops the start, and says where and what would be right.</summary>
public sealed class OfficeFilesTests : IDisposable
{
    private readonly WorkflowsFolder workflows = new();

    [Fact]
    public void The_office_s_own_files_are_in_order()
    {
        workflows.Load().District.ShouldBe("沙县区");
        workflows.Definitions().Faults.ShouldBeEmpty();
        workflows.Definitions().OrThrow().All.Select(definition => definition.Id).Distinct().ShouldBe(["appointment", "exit", "hiring-application", "hiring-round", "rotation-round", "secondment-cycle", "secondment-plan"], ignoreOrder: true);
    }

    [Fact]
    public void Every_way_out_of_a_step_has_a_name_in_both_languages() =>
        workflows.Definitions().OrThrow().All.SelectMany(definition => definition.Connections).Select(connection => connection.Port)
            .Where(port => port != "Done").Distinct().Where(port => PortNames.Of(port).Zh == port).ShouldBeEmpty();

    [Theory]
    [InlineData("hiring-round", "round")]
    [InlineData("hiring-application", "application")]
    public void The_plain_name_is_the_newest_version_and_older_ones_lie_beside_it(string definition, string name)
    {
        var definitions = workflows.Definitions().OrThrow();

        definitions.Newest(definition)!.File.ShouldEndWith($"{name}.json");
        definitions.Find(definition, 1)!.File.ShouldEndWith($"{name}.v1.json");
    }

    [Theory]
    [InlineData("hiring-round", "2e5992a7ee369c1902d6450a8c53fc3116cfd07c11748cc99552afbfad7fadf0")]
    [InlineData("hiring-application", "1599ea42603dc5e4920c445653a401e391f7cfa12a972211dc5fa27ccecdf2f8")]
    public void The_first_version_is_still_what_the_cases_of_the_first_days_follow(string definition, string fingerprint) =>
        workflows.Definitions().OrThrow().Find(definition, 1)!.Fingerprint.ShouldBe(fingerprint);

    [Theory]
    [InlineData("hiring/policy.json", "{", "[")]
    [InlineData("titles.json", "\"Intermediate\"", "\"Middling\"")]
    [InlineData("titles.json", "\"5-7\"", "\"4-7\"")]
    [InlineData("titles.json", "\"5-7\"", "\"seven\"")]
    [InlineData("appointment/policy.json", "\"noticeDays\": 7", "\"noticeDays\": 6")]
    [InlineData("appointment/policy.json", "\"noticeDays\": 7", "\"noticeDays\": 16")]
    [InlineData("exit/policy.json", "30,", "0,")]
    [InlineData("waiver/policy.json", "\"clauses\"", "\"clause\"")]
    [InlineData("districts.json", "{", "")]
    [InlineData("spellings/education.json", "{", "")]
    [InlineData("spellings/honours.json", "{", "")]
    [InlineData("calendar/holidays-2026.json", "\"date\"", "\"datum\"")]
    [InlineData("calendar/holidays-2026.json", "\"2026-", "\"2026.")]
    [InlineData("calendar/holidays-2026.json", "\"year\": 2026", "\"year\": 2027")]
    [InlineData("calendar/holidays-2026.json", "\"2026-01-02\"", "\"2026-01-01\"")]
    [InlineData("calendar/semesters-2025.json", "{", "")]
    [InlineData("calendar/semesters-2025.json", "2025-2026", "2026-2027")]
    [InlineData("calendar/semesters-2025.json", "\"stage\"", "\"level\"")]
    [InlineData("calendar/semesters-2025.json", "2026-02-06", "2026-03-04")]
    [InlineData("secondment/policy.json", "\"provisionalEdgeDays\": 30", "\"provisionalEdgeDays\": \"30\"")]
    [InlineData("rotation/policy.json", "\"effectiveMonth\": 8", "\"effectiveMonth\": 13")]
    [InlineData("rotation/policy.json", "\"noticeDays\": 7", "\"noticeDays\": 6")]
    public void A_broken_policy_or_calendar_names_file_place_and_remedy(string file, string from, string to)
    {
        var fault = Should.Throw<PolicyFileException>(workflows.Change(file, from, to).Load);
        fault.File.ShouldBe(file);
        fault.Place.ShouldNotBeNullOrWhiteSpace();
        fault.Remedy.Zh.ShouldNotBeNullOrWhiteSpace();
        fault.Remedy.En.ShouldNotBeNullOrWhiteSpace();
        fault.Message.ShouldContain(file);
    }

    [Fact]
    public void A_calendar_with_another_name_is_not_passed_over_in_silence()
    {
        File.Move(Path.Combine(workflows.Folder, "calendar/holidays-2026.json"), Path.Combine(workflows.Folder, "calendar/holidays-26.json"));
        Should.Throw<PolicyFileException>(workflows.Load).File.ShouldBe("calendar/holidays-26.json");
    }

    [Theory]
    [InlineData("hiring/policy.json")]
    [InlineData("titles.json")]
    [InlineData("appointment/policy.json")]
    [InlineData("exit/policy.json")]
    [InlineData("waiver/policy.json")]
    [InlineData("districts.json")]
    public void A_missing_policy_file_says_where_to_put_it(string file)
    {
        var fault = Should.Throw<PolicyFileException>(workflows.Remove(file).Load);
        fault.File.ShouldBe(file);
        fault.Remedy.En.ShouldContain(Path.GetFullPath(workflows.Folder));
    }

    [Theory]
    [InlineData("\"Workflows.AnnounceRound\"", "\"Workflows.AnounceRound\"", "AnounceRound")]
    [InlineData("\"Approved,Returned,Rejected\"", "\"Approved,Returnd,Rejected\"", "Returnd")]
    [InlineData("\"EstablishmentOffice,PersonnelBureau,EducationBureau\"", "\"EstablishmentOffice,Personel\"", "Personel")]
    [InlineData("\"EstablishmentOffice,PersonnelBureau,EducationBureau\"", "\" \"", "roles")]
    [InlineData("\"RevisePlan\"", "\"RevisePlans\"", "RevisePlans")]
    [InlineData("\"All\"", "\"Most\"", "Most")]
    [InlineData("\"Countersigning\"", "\"Signing\"", "Signing")]
    [InlineData("\"documentNumber\"", "\"number\"", "number")]
    [InlineData("\"value\": \"5\"", "\"value\": \"soon\"", "soon")]
    public void A_broken_definition_names_file_activity_place_and_remedy(string from, string to, string named)
    {
        var faults = workflows.Change("hiring/round.json", from, to).Definitions().Faults;
        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.File.EndsWith("round.json") && fault.JsonPath.StartsWith("$.") && fault.Remedy.Length > 0);
        faults.ShouldContain(fault => fault.ToString().Contains(named, StringComparison.Ordinal) && fault.ActivityId != null);
    }

    [Fact]
    public void A_definition_that_is_no_JSON_names_its_file()
    {
        var faults = workflows.Change("hiring/application.json", "{", "").Definitions().Faults;
        faults.ShouldHaveSingleItem().File.ShouldEndWith("application.json");
    }

    public void Dispose() => workflows.Dispose();
}
