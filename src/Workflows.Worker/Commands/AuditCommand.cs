using System.CommandLine;

namespace Workflows.Worker.Commands;

/// <summary><c>audit</c>: the record's chain heads outside the database, and the record held against them.</summary>
public static class AuditCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("audit", "审计记录：导出链头、离线核对 / the record: write down its heads, check it offline")
    {
        AuditKeyCommand.Create(), AuditExportCommand.Create(), AuditVerifyCommand.Create(),
    };
}
