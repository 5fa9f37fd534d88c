using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Testing;
using Workflows.Worker.Tests.Commands;

namespace Workflows.Worker.Tests.Installation;

/// <summary>What the program may do in a database that isn't its own, after <c>migrate</c> and after <c>restore</c>.</summary>
[Collection(nameof(InstalledOffice))]
public sealed class RightsTests(InstalledOffice office)
{
    [Theory]
    [InlineData("UPDATE audit SET reason = 'forged'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit CASCADE")]
    [InlineData("ALTER TABLE audit DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER audit_is_append_only ON audit")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("ALTER TABLE cases ADD COLUMN mine integer")]
    public async Task The_program_can_t_change_the_record_or_the_schema(string sql)
    {
        await office.ReadAsync(db => db.Audit.CountAsync());
        (await Should.ThrowAsync<PostgresException>(() => InstalledOffice.ExecuteAsync(office.Program, sql))).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task What_the_owner_restores_has_the_same_rights()
    {
        var folder = ScratchFolder.NameFor("installed");
        (await office.CommandAsync("backup", folder)).ExitCode.ShouldBe(0);
        var (owner, program) = await office.DatabaseAsync();

        var restored = await WorkerProcess.RunWith(InstalledOffice.Settings(owner, program), "restore", folder);
        restored.ExitCode.ShouldBe(0, restored.Errors);
        Directory.Delete(folder, recursive: true);

        await InstalledOffice.ExecuteAsync(program, "UPDATE sending_epochs SET version = version");
        (await Should.ThrowAsync<PostgresException>(() => InstalledOffice.ExecuteAsync(program, "DELETE FROM audit"))).SqlState.ShouldBe("42501");
    }
}
