using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Approvals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_item_parts_decided_by",
                table: "work_item_parts");

            migrationBuilder.AddColumn<bool>(
                name: "allows_bulk",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "gives_way",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_final",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "threshold",
                table: "work_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "urge_words",
                table: "work_items",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "urged_at",
                table: "work_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "urged_by",
                table: "work_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "added_by",
                table: "work_item_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "added_to",
                table: "work_item_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "assignee_id",
                table: "work_item_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "awaits_advice",
                table: "work_item_parts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_veto",
                table: "work_item_parts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_removed",
                table: "work_item_parts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "on_behalf_of",
                table: "work_item_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "taken_back_at",
                table: "work_item_parts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "waits_for",
                table: "work_item_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weight",
                table: "work_item_parts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "exit",
                table: "tenures",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exit_document_number",
                table: "tenures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<Guid>(
                name: "application_id",
                table: "objections",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "contact",
                table: "objections",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<Guid>(
                name: "round_id",
                table: "notices",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                table: "notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result",
                table: "notices",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "on_behalf_of",
                table: "audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "file_row",
                table: "applications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "must_change_password",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_appointments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appointments_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    work_item_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_accounts_uploaded_by",
                        column: x => x.uploaded_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_work_items_work_item_id",
                        column: x => x.work_item_id,
                        principalTable: "work_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_comments_accounts_written_by",
                        column: x => x.written_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_comments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_copies",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_copies", x => new { x.case_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_case_copies_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_declarations",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_relative = table.Column<bool>(type: "INTEGER", nullable: false),
                    relation = table.Column<string>(type: "TEXT", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_declarations", x => new { x.case_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_case_declarations_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_declarations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_readings",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    up_to = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_readings", x => new { x.case_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_case_readings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_of = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    advice = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultations_work_item_parts_part_id",
                        column: x => x.part_id,
                        principalTable: "work_item_parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deputyships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    principal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    named_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    named_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deputyships", x => x.id);
                    table.ForeignKey(
                        name: "fk_deputyships_accounts_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deputyships_accounts_principal_id",
                        column: x => x.principal_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exits",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: false),
                    handover = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exits", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_exits_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exits_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hearings",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    wait_id = table.Column<string>(type: "TEXT", nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    objects = table.Column<bool>(type: "INTEGER", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hearings", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_hearings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_holdings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    grade = table.Column<int>(type: "INTEGER", nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_holdings", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_holdings_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "status_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_status_changes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amounts = table.Column<string>(type: "TEXT", nullable: false),
                    clauses = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<string>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waivers", x => x.id);
                    table.ForeignKey(
                        name: "fk_waivers_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waivers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waivers_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachment_contents",
                columns: table => new
                {
                    attachment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_contents", x => x.attachment_id);
                    table.ForeignKey(
                        name: "fk_attachment_contents_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_parts_assignee_id",
                table: "work_item_parts",
                column: "assignee_id",
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_work_item_parts_decided_by_decided_at",
                table: "work_item_parts",
                columns: new[] { "decided_by", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_person_id",
                table: "cases",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_person_id",
                table: "appointments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_case_id",
                table: "attachments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_uploaded_by",
                table: "attachments",
                column: "uploaded_by");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_work_item_id",
                table: "attachments",
                column: "work_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_comments_case_id",
                table: "case_comments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_comments_written_by",
                table: "case_comments",
                column: "written_by");

            migrationBuilder.CreateIndex(
                name: "ix_case_copies_account_id",
                table: "case_copies",
                column: "account_id",
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_copies_account_id_sent_at",
                table: "case_copies",
                columns: new[] { "account_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_copies_sent_at",
                table: "case_copies",
                column: "sent_at",
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_declarations_account_id",
                table: "case_declarations",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_asked_of",
                table: "consultations",
                column: "asked_of",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_closed_at",
                table: "consultations",
                column: "closed_at");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_part_id",
                table: "consultations",
                column: "part_id");

            migrationBuilder.CreateIndex(
                name: "ix_deputyships_deputy_id_until",
                table: "deputyships",
                columns: new[] { "deputy_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_deputyships_principal_id_until",
                table: "deputyships",
                columns: new[] { "principal_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_exits_person_id",
                table: "exits",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_holdings_case_id",
                table: "post_holdings",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_holdings_person_id",
                table: "post_holdings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_status_changes_person_id_from",
                table: "status_changes",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_waivers_application_id",
                table: "waivers",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_case_id",
                table: "waivers",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_opened_at",
                table: "waivers",
                column: "opened_at");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_round_id",
                table: "waivers",
                column: "round_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_people_person_id",
                table: "cases",
                column: "person_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_people_person_id",
                table: "cases");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "attachment_contents");

            migrationBuilder.DropTable(
                name: "case_comments");

            migrationBuilder.DropTable(
                name: "case_copies");

            migrationBuilder.DropTable(
                name: "case_declarations");

            migrationBuilder.DropTable(
                name: "case_readings");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "deputyships");

            migrationBuilder.DropTable(
                name: "exits");

            migrationBuilder.DropTable(
                name: "hearings");

            migrationBuilder.DropTable(
                name: "post_holdings");

            migrationBuilder.DropTable(
                name: "status_changes");

            migrationBuilder.DropTable(
                name: "waivers");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropIndex(
                name: "ix_work_item_parts_assignee_id",
                table: "work_item_parts");

            migrationBuilder.DropIndex(
                name: "ix_work_item_parts_decided_by_decided_at",
                table: "work_item_parts");

            migrationBuilder.DropIndex(
                name: "ix_cases_person_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "allows_bulk",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "gives_way",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "is_final",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "threshold",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "urge_words",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "urged_at",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "urged_by",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "added_by",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "added_to",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "assignee_id",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "awaits_advice",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "has_veto",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "is_removed",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "taken_back_at",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "waits_for",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "weight",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "exit",
                table: "tenures");

            migrationBuilder.DropColumn(
                name: "exit_document_number",
                table: "tenures");

            migrationBuilder.DropColumn(
                name: "contact",
                table: "objections");

            migrationBuilder.DropColumn(
                name: "document_number",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "result",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "on_behalf_of",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "file_row",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "must_change_password",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "accounts");

            migrationBuilder.AlterColumn<Guid>(
                name: "application_id",
                table: "objections",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "round_id",
                table: "notices",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_item_parts_decided_by",
                table: "work_item_parts",
                column: "decided_by");
        }
    }
}
