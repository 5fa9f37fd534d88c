using Elsa.Expressions.Models;
using Elsa.Extensions;

namespace Workflows.Engine.OnElsa;

internal static class Variables
{
    /// <summary>The variables of the definition that an activity can see.</summary>
    public static IEnumerable<Elsa.Workflows.Memory.Variable> VariablesInScope(this ExpressionExecutionContext context) =>
        context.EnumerateVariablesInScope();
}
