using Microsoft.Extensions.Configuration;
using Workflows.Testing;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Tests.Commands;

/// <summary>What an installation may set.</summary>
public sealed class SettingsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "workflows");

    [Theory]
    [InlineData(null, "")]
    [InlineData(" 0598-5822222 ", "0598-5822222")]
    [InlineData("+86 (598) 5822222、5822223 转 801", "+86 (598) 5822222、5822223 转 801")]
    public void The_contact_phone_is_taken_as_written(string? written, string read) => Read(written).ContactPhone.ShouldBe(read);

    [Theory]
    [InlineData("人事科")]
    [InlineData("<b>0598</b>")]
    [InlineData("0598-5822222-0598-5822222-0598-5822222-0598-5822222-0598-5822222")]
    public void A_contact_phone_that_is_none_stops_the_start(string written) =>
        Should.Throw<SettingsException>(() => Read(written)).Faults.ShouldHaveSingleItem().ShouldContain("Office:ContactPhone");

    private static OfficeSettings Read(string? phone) => OfficeSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Workflows"] = $"Data Source={ScratchFolder.NameFor("settings")}", ["Office:ContactPhone"] = phone,
        }).Build(),
        Folder);
}
