using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Workflows.Storage.Tests;

/// <summary>
/// During an upgrade the release before works on the new schema: a migration only adds, or its name says how new a program must be to do without
/// what it takes away (deploy/decisions/0077).
/// </summary>
public sealed class MigrationRuleTests
{
    // The rule holds from here on; before there was no release that could be upgraded beside another.
    private const string First = "RunningForYears";

    [Fact]
    public void A_migration_only_adds_or_says_after_which_one_a_program_can_do_without_what_it_takes()
    {
        using var postgres = new PostgresDesign().CreateDbContext([]);
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        foreach (var db in new WorkflowsDb[] { postgres, sqlite })
        {
            var migrations = db.GetService<IMigrationsAssembly>().Migrations.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SkipWhile(pair => !pair.Key.EndsWith($"_{First}", StringComparison.Ordinal)).ToList();
            migrations.ShouldNotBeEmpty();
            foreach (var (name, type) in migrations.Where(pair => !pair.Key.Contains(Schema.After, StringComparison.Ordinal)))
                Taken(((Migration)Activator.CreateInstance(type)!).UpOperations).ShouldBeEmpty($"{name} takes something from the release before");
        }
    }

    [Fact]
    public void What_takes_something_away_is_found()
    {
        MigrationOperation[] takes =
        [
            new DropTableOperation { Name = "a" }, new DropColumnOperation { Table = "a", Name = "b" }, new RenameTableOperation { Name = "a" },
            new RenameColumnOperation { Table = "a", Name = "b" }, new AlterColumnOperation { Table = "a", Name = "b" },
            new AddColumnOperation { Table = "a", Name = "b", IsNullable = false }, new AddForeignKeyOperation { Table = "a", Name = "b" },
            new AddUniqueConstraintOperation { Table = "a", Name = "b" }, new AddCheckConstraintOperation { Table = "a", Name = "b" },
            new CreateIndexOperation { Table = "a", Name = "b", IsUnique = true }, new SqlOperation { Sql = "DROP TABLE a" },
        ];
        Taken(takes).Count.ShouldBe(takes.Length);
    }

    [Fact]
    public void What_only_adds_is_allowed()
    {
        var table = new CreateTableOperation { Name = "new" };
        MigrationOperation[] adds =
        [
            table, new AddColumnOperation { Table = "a", Name = "b", IsNullable = true },
            new AddColumnOperation { Table = "a", Name = "c", IsNullable = false, DefaultValue = "" }, new CreateIndexOperation { Table = "a", Name = "i" },
            new CreateIndexOperation { Table = "new", Name = "u", IsUnique = true }, new DropIndexOperation { Table = "a", Name = "old" },
        ];
        Taken(adds).ShouldBeEmpty();
    }

    // On a table that the same migration makes, everything is new: no older program uses it. What raw statements do is for a person to judge, who
    // then names the migration.
    private static List<string> Taken(IReadOnlyList<MigrationOperation> operations)
    {
        var made = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        return [.. operations.Where(operation => !IsAddition(operation, made)).Select(operation => operation.GetType().Name)];
    }

    private static bool IsAddition(MigrationOperation operation, HashSet<string> made) => operation switch
    {
        CreateTableOperation or DropIndexOperation or RenameIndexOperation or CreateSequenceOperation => true,
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null || made.Contains(column.Table),
        CreateIndexOperation index => !index.IsUnique || made.Contains(index.Table),
        ITableMigrationOperation other => made.Contains(other.Table),
        _ => false,
    };
}
