namespace Workflows.Architecture;

public sealed class PackageTests
{
    private const string Versions = """
        <Project>
          <ItemGroup Label="Product">
            <PackageVersion Include="MailKit" Version="4.18.2" />
            <PackageVersion Include="Quartz" Version="4.7.3" />
            <PackageVersion Include="TimeZoneConverter" Version="8.0.0" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public void Every_central_package_version_is_used()
    {
        var files = Repository.FilesBelow("src").Concat(Repository.FilesBelow("tests")).Append("Directory.Build.props").ToList();
        var referenced = files.Where(IsProjectText).SelectMany(file => ProjectFile.Parse(file, Repository.Read(file)).Packages).ToHashSet();
        var locks = files.Where(file => file.EndsWith("/packages.lock.json", StringComparison.Ordinal)).Select(Repository.Read).ToList();

        PackageRules.Unused(Repository.Read("Directory.Packages.props"), referenced, locks).ShouldBeEmpty();
    }

    [Fact]
    public void A_package_that_nobody_asks_for_or_brings_along_is_found() =>
        PackageRules.Unused(Versions, ["MailKit"], ["""{ "TimeZoneConverter": { "type": "CentralTransitive" } }"""]).ShouldBe(["Quartz"]);

    [Fact]
    public void Whoever_mutes_warnings_for_a_project_says_why() =>
        Repository.FilesBelow("src").Concat(Repository.FilesBelow("tests")).Append("Directory.Build.props").Where(IsProjectText)
            .Where(file => PackageRules.MutesWithoutReason(Repository.Read(file)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("<Project><PropertyGroup><NoWarn>CS1591</NoWarn></PropertyGroup></Project>", true)]
    [InlineData("<Project><PropertyGroup><!-- --><NoWarn>CS1591</NoWarn></PropertyGroup></Project>", true)]
    [InlineData("<Project><PropertyGroup><!-- Why. --><Nullable>enable</Nullable><NoWarn>CS1591</NoWarn></PropertyGroup></Project>", true)]
    [InlineData("<Project><PropertyGroup><!-- Generated code is bare. -->\n<NoWarn>CS1591</NoWarn></PropertyGroup></Project>", false)]
    [InlineData("<Project><!-- Test names are sentences. -->\n<PropertyGroup><NoWarn>CA1707</NoWarn></PropertyGroup></Project>", false)]
    public void A_muted_warning_without_a_reason_is_found(string project, bool isFound) =>
        PackageRules.MutesWithoutReason(project).ShouldBe(isFound);

    private static bool IsProjectText(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";
}
