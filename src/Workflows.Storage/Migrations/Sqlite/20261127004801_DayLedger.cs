using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DayLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "calendar_secret_hash",
                table: "accounts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "day_changes",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    after = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_changes", x => new { x.entry_id, x.number });
                    table.ForeignKey(
                        name: "fk_day_changes_accounts_changed_by",
                        column: x => x.changed_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_day_changes_days_entry_id",
                        column: x => x.entry_id,
                        principalTable: "days",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_day_evidence_accounts_uploaded_by",
                        column: x => x.uploaded_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_day_evidence_days_entry_id",
                        column: x => x.entry_id,
                        principalTable: "days",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_evidence_contents",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_evidence_contents", x => x.evidence_id);
                    table.ForeignKey(
                        name: "fk_day_evidence_contents_day_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "day_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_days_person_id_on_school_kind",
                table: "days",
                columns: new[] { "person_id", "on", "school", "kind" },
                unique: true,
                filter: "state IN ('Logged', 'Verified')");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_calendar_secret_hash",
                table: "accounts",
                column: "calendar_secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_day_changes_changed_by",
                table: "day_changes",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_day_evidence_entry_id",
                table: "day_evidence",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_day_evidence_uploaded_by",
                table: "day_evidence",
                column: "uploaded_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_changes");

            migrationBuilder.DropTable(
                name: "day_evidence_contents");

            migrationBuilder.DropTable(
                name: "day_evidence");

            migrationBuilder.DropIndex(
                name: "ix_days_person_id_on_school_kind",
                table: "days");

            migrationBuilder.DropIndex(
                name: "ix_accounts_calendar_secret_hash",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "calendar_secret_hash",
                table: "accounts");
        }
    }
}
