using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Workflows.Storage;

/// <summary>A query that is asked at each request or decision: compiled once for each database's model, not looked up by its shape each time.</summary>
/// <typeparam name="TQuery">What the query is called as.</typeparam>
/// <param name="compile">Compiles it, by one of <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    /// <summary>The query, to be called with this database.</summary>
    public TQuery On(WorkflowsDb db) => compiled.GetValue(db.Model, _ => compile());
}
