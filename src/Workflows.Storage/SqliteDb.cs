using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Workflows.Storage;

/// <summary>The office's database on SQLite: for a demo or a trial, one process, nothing to install.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : WorkflowsDb(options)
{
    /// <inheritdoc />
    public override Dialect Dialect => SqliteDialect.Instance;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SqliteInstant>();
        // Parameters of raw statements, such as the claim of letters, have no property to take the conversion from.
        configurationBuilder.DefaultTypeMapping<DateTimeOffset>().HasConversion<SqliteInstant>();
    }
}

/// <summary>Makes the context for <c>dotnet ef migrations add NAME --context SqliteDb</c>; it never connects.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    /// <inheritdoc />
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseOfficeSqlite("Data Source=design").Options);
}
