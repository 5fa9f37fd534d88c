using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Workflows.Storage;

/// <summary>The office's database on PostgreSQL: the real thing.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : WorkflowsDb(options)
{
    /// <inheritdoc />
    public override Dialect Dialect => PostgresDialect.Instance;
}

/// <summary>Makes the context for <c>dotnet ef migrations add NAME --context PostgresDb</c>; it never connects.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    /// <inheritdoc />
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UsePostgres("Host=design").Options);
}
