using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace Workflows.Engine.OnElsa;

/// <summary>What an execution of Elsa's has to do with a case: which case, which activity of its definition, which visit.</summary>
internal static class BurstContext
{
    private const string VisitKey = "Workflows.Visit";

    /// <summary>The case that the instance carries: an instance has the id of its case.</summary>
    public static Guid CaseId(this ActivityExecutionContext context) => Guid.TryParseExact(context.WorkflowExecutionContext.Id, "N", out var id)
        ? id
        : throw new InvalidOperationException("Only the office opens cases: start them there, not in the designer.");

    public static string InstanceId(Guid caseId) => caseId.ToString("N");

    /// <summary>The visit that this execution is, counted in the instance's own state: what Elsa has forgotten it counts again, alike.</summary>
    public static int Visit(this ActivityExecutionContext context)
    {
        if (context.Properties.TryGetValue(VisitKey, out var known))
        {
            return Number(known);
        }

        var counted = context.WorkflowExecutionContext.Properties;
        var key = $"{VisitKey}:{context.Activity.Id}";
        var visit = counted.TryGetValue(key, out var before) ? Number(before) + 1 : 1;
        counted[key] = visit;
        context.Properties[VisitKey] = visit;
        return visit;
    }

    /// <summary>The visit that a stored execution is, or null if it was never counted.</summary>
    public static int? Visit(IDictionary<string, object> properties) =>
        properties.TryGetValue(VisitKey, out var known) ? Number(known) : null;

    /// <summary>Gives Elsa's variables the values of the record.</summary>
    public static void TakeVariables(this ActivityExecutionContext context, CaseState state)
    {
        foreach (var variable in context.ExpressionExecutionContext.VariablesInScope())
        {
            if (state.Variables.TryGetValue(variable.Id, out var value))
            {
                variable.Set(context.ExpressionExecutionContext, variable is Variable<bool> ? bool.TryParse(value, out var yes) && yes : value);
            }
        }
    }

    private static int Number(object value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
