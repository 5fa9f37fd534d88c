using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_item_parts_decided_by",
                table: "work_item_parts");

            migrationBuilder.AddColumn<bool>(
                name: "must_change_password",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_work_item_parts_decided_by_decided_at",
                table: "work_item_parts",
                columns: new[] { "decided_by", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_copies_account_id",
                table: "case_copies",
                column: "account_id",
                filter: "read_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_item_parts_decided_by_decided_at",
                table: "work_item_parts");

            migrationBuilder.DropIndex(
                name: "ix_case_copies_account_id",
                table: "case_copies");

            migrationBuilder.DropColumn(
                name: "must_change_password",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "ix_work_item_parts_decided_by",
                table: "work_item_parts",
                column: "decided_by");
        }
    }
}
