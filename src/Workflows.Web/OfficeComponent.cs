using Microsoft.AspNetCore.Components;

namespace Workflows.Web;

/// <summary>
/// A page or a part of one that has everything it shows before it is drawn, and is drawn once. Blazor's own order draws a page before its data
/// has come, which shows nothing to anybody here: the answer is sent when it is whole.
/// </summary>
public abstract class OfficeComponent : ComponentBase
{
    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what is shown; the parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
