namespace Workflows.Architecture;

public sealed class LicenceTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public void Every_package_has_a_licence_that_is_allowed()
    {
        var packages = new[] { "src", "tests" }
            .SelectMany(Repository.FilesBelow).Where(file => file.EndsWith("/packages.lock.json", StringComparison.Ordinal))
            .SelectMany(file => LicenceRules.Packages(Repository.Read(file)).Select(package => (package.Name, package.Version, IsForTests: file.StartsWith("tests/", StringComparison.Ordinal))))
            .GroupBy(package => (package.Name, package.Version)).Select(group => (group.Key.Name, group.Key.Version, IsForTests: group.All(one => one.IsForTests))).ToList();
        packages.Count.ShouldBeGreaterThan(100);

        packages.Select(package => (package, Licence: LicenceRules.Of(Nuspec(package.Name, package.Version))))
            .Where(one => !LicenceRules.MayCome(one.Licence, one.package.IsForTests))
            .Select(one => $"{one.package.Name} {one.package.Version}: {one.Licence ?? "no expression"}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<license type=\"expression\">AGPL-3.0-only</license>", "AGPL-3.0-only", false, false)]
    [InlineData("<license type=\"file\">LICENSE.txt</license>", null, false, false)]
    [InlineData("<licenseUrl>https://example.org</licenseUrl>", null, false, false)]
    [InlineData("<license type=\"expression\">MPL-2.0</license>", "MPL-2.0", false, true)]
    [InlineData("<license type=\"expression\">MIT</license>", "MIT", true, true)]
    public void A_licence_that_is_not_allowed_is_found(string element, string? licence, bool inTheProduct, bool inTests)
    {
        LicenceRules.Of($"<package xmlns=\"urn:any\"><metadata>{element}</metadata></package>").ShouldBe(licence);
        (LicenceRules.MayCome(licence, isForTests: false), LicenceRules.MayCome(licence, isForTests: true)).ShouldBe((inTheProduct, inTests));
    }

    // Where restoring put it.
    private static string Nuspec(string name, string version) =>
        File.ReadAllText(Path.Combine(Folder, name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec"));
}
