using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Standards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "assessed_on",
                table: "leadership_terms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assessment",
                table: "leadership_terms",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "goals",
                table: "leadership_terms",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "goals_on",
                table: "leadership_terms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "inspections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    called_off_reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subject_checks",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    teachers = table.Column<int>(type: "INTEGER", nullable: false),
                    with_subject = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_checks", x => x.year);
                    table.ForeignKey(
                        name: "fk_subject_checks_accounts_by",
                        column: x => x.by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standard_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standard_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_standard_items_inspections_inspection_id",
                        column: x => x.inspection_id,
                        principalTable: "inspections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_item_tasks_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_tasks_standard_items_item_id",
                        column: x => x.item_id,
                        principalTable: "standard_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    term_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    media_type = table.Column<string>(type: "TEXT", nullable: true),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_accounts_added_by",
                        column: x => x.added_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_papers_item_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "item_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_papers_leadership_terms_term_id",
                        column: x => x.term_id,
                        principalTable: "leadership_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_contents",
                columns: table => new
                {
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_contents", x => x.paper_id);
                    table.ForeignKey(
                        name: "fk_paper_contents_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_item_tasks_item_id",
                table: "item_tasks",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_tasks_owner_id",
                table: "item_tasks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_added_by",
                table: "papers",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "ix_papers_task_id",
                table: "papers",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_term_id",
                table: "papers",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_year",
                table: "papers",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_standard_items_inspection_id_number",
                table: "standard_items",
                columns: new[] { "inspection_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_subject_checks_by",
                table: "subject_checks",
                column: "by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_contents");

            migrationBuilder.DropTable(
                name: "subject_checks");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "item_tasks");

            migrationBuilder.DropTable(
                name: "standard_items");

            migrationBuilder.DropTable(
                name: "inspections");

            migrationBuilder.DropColumn(
                name: "assessed_on",
                table: "leadership_terms");

            migrationBuilder.DropColumn(
                name: "assessment",
                table: "leadership_terms");

            migrationBuilder.DropColumn(
                name: "goals",
                table: "leadership_terms");

            migrationBuilder.DropColumn(
                name: "goals_on",
                table: "leadership_terms");
        }
    }
}
