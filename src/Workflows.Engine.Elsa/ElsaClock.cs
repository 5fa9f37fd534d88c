using Elsa.Common;

namespace Workflows.Engine.OnElsa;

/// <summary>Lets Elsa go by the office's clock.</summary>
internal sealed class ElsaClock(TimeProvider clock) : ISystemClock
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
