using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RotationsAndStandards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "assessed_on",
                table: "leadership_terms",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assessment",
                table: "leadership_terms",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "goals",
                table: "leadership_terms",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "goals_on",
                table: "leadership_terms",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "engine_wishes",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: true),
                    wait_id = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engine_wishes", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "inspections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    called_off_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rotation_rounds",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    vacancies = table.Column<string>(type: "jsonb", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotation_rounds", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_rotation_rounds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subject_checks",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    teachers = table.Column<int>(type: "integer", nullable: false),
                    with_subject = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removal_reason = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "rotation_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason_en = table.Column<string>(type: "text", nullable: false),
                    transferred_on = table.Column<DateOnly>(type: "date", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    heard_until = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    objection = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handling = table.Column<string>(type: "text", nullable: false),
                    struck_reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotation_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_rotation_lines_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rotation_lines_rotation_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rotation_rounds",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    term_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_on = table.Column<DateOnly>(type: "date", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
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
                name: "ix_engine_wishes_case_id",
                table: "engine_wishes",
                column: "case_id");

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
                name: "ix_rotation_lines_person_id",
                table: "rotation_lines",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_rotation_lines_round_id_person_id",
                table: "rotation_lines",
                columns: new[] { "round_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rotation_rounds_year",
                table: "rotation_rounds",
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
                name: "engine_wishes");

            migrationBuilder.DropTable(
                name: "paper_contents");

            migrationBuilder.DropTable(
                name: "rotation_lines");

            migrationBuilder.DropTable(
                name: "subject_checks");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "rotation_rounds");

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
