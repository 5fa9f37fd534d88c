using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;

namespace Workflows.Processes.Tests;

public sealed class StepNameTests
{
    [Fact]
    public void Every_step_has_a_name_of_its_own_in_Chinese_and_in_English()
    {
        using var services = new ServiceCollection().AddOfficeSteps().BuildServiceProvider();
        var kinds = services.GetServices<StepKind>().ToList();

        kinds.Count.ShouldBeGreaterThan(40);
        kinds.ShouldAllBe(kind => kind.Names != null && kind.Names.Zh.Length > 0 && kind.Names.En.Length > 0);
        kinds.Select(kind => kind.Names!.Zh).ShouldBeUnique();
        kinds.Select(kind => kind.Names!.En).ShouldBeUnique();
    }
}
