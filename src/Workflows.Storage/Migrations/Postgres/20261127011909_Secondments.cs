using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Secondments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "work_item_parts",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "case_id",
                table: "status_changes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retracted_at",
                table: "status_changes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "further",
                table: "people",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "grade_written",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_leader",
                table: "people",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                table: "objections",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "objections",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "bounced_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_tried_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "obligation",
                table: "letters",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "calendar_secret_hash",
                table: "accounts",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "accounts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "address_faults",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    remedy = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_faults", x => x.id);
                    table.ForeignKey(
                        name: "fk_address_faults_letters_letter_id",
                        column: x => x.letter_id,
                        principalTable: "letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_papers",
                columns: table => new
                {
                    file = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_papers", x => x.file);
                });

            migrationBuilder.CreateTable(
                name: "days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_half = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verified_by = table.Column<string>(type: "text", nullable: false),
                    refusal = table.Column<string>(type: "text", nullable: false),
                    logged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_days", x => x.id);
                    table.ForeignKey(
                        name: "fk_days_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leadership_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leadership_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_leadership_terms_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "part_time_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    employer = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_part_time_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    school = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_switches",
                columns: table => new
                {
                    rule = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_switches", x => x.rule);
                });

            migrationBuilder.CreateTable(
                name: "schools",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    township = table.Column<string>(type: "text", nullable: false),
                    distance_kilometres = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: true),
                    places = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schools", x => new { x.name, x.stage });
                });

            migrationBuilder.CreateTable(
                name: "secondment_cycles",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    due_by = table.Column<DateOnly>(type: "date", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wait_id = table.Column<string>(type: "text", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    mid_term = table.Column<string>(type: "text", nullable: false),
                    assessment = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secondment_cycles", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_secondment_cycles_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_secondment_cycles_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "secondment_plans",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secondment_plans", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_secondment_plans_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "secondment_wishes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester = table.Column<string>(type: "text", nullable: true),
                    wished_school = table.Column<string>(type: "text", nullable: false),
                    exemption_reason = table.Column<string>(type: "text", nullable: false),
                    pinned_school = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secondment_wishes", x => x.id);
                    table.ForeignKey(
                        name: "fk_secondment_wishes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spelling_answers",
                columns: table => new
                {
                    column = table.Column<string>(type: "text", nullable: false),
                    written = table.Column<string>(type: "text", nullable: false),
                    means = table.Column<string>(type: "text", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spelling_answers", x => new { x.column, x.written });
                });

            migrationBuilder.CreateTable(
                name: "title_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_title_changes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "yearly_funds",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    payroll = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: true),
                    training_funds = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: true),
                    continuing_education = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: true),
                    transferred = table.Column<decimal>(type: "numeric(16,2)", precision: 16, scale: 2, nullable: true),
                    part_time_document = table.Column<string>(type: "text", nullable: true),
                    running_costs_document = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_yearly_funds", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "day_changes",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    after = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "secondment_plan_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    heard_until = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    objection = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handling = table.Column<string>(type: "text", nullable: false),
                    struck_reason = table.Column<string>(type: "text", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secondment_plan_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_secondment_plan_lines_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_secondment_plan_lines_secondment_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "secondment_plans",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_evidence_contents",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
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
                name: "ix_letters_obligation",
                table: "letters",
                column: "obligation");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_calendar_secret_hash",
                table: "accounts",
                column: "calendar_secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_address_faults_letter_id",
                table: "address_faults",
                column: "letter_id",
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

            migrationBuilder.CreateIndex(
                name: "ix_days_person_id_on",
                table: "days",
                columns: new[] { "person_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_days_person_id_on_school_kind",
                table: "days",
                columns: new[] { "person_id", "on", "school", "kind" },
                unique: true,
                filter: "state IN ('Logged', 'Verified')");

            migrationBuilder.CreateIndex(
                name: "ix_days_school",
                table: "days",
                column: "school",
                filter: "state = 'Logged'");

            migrationBuilder.CreateIndex(
                name: "ix_leadership_terms_person_id_from",
                table: "leadership_terms",
                columns: new[] { "person_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_part_time_letters_name_from",
                table: "part_time_letters",
                columns: new[] { "name", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_case_id",
                table: "placements",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_person_id_from",
                table: "placements",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_secondment_cycles_person_id_counted_from",
                table: "secondment_cycles",
                columns: new[] { "person_id", "counted_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_secondment_plan_lines_person_id",
                table: "secondment_plan_lines",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_secondment_plan_lines_plan_id_person_id",
                table: "secondment_plan_lines",
                columns: new[] { "plan_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_secondment_plans_semester",
                table: "secondment_plans",
                column: "semester");

            migrationBuilder.CreateIndex(
                name: "ix_secondment_wishes_person_id_semester",
                table: "secondment_wishes",
                columns: new[] { "person_id", "semester" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_title_changes_person_id_from",
                table: "title_changes",
                columns: new[] { "person_id", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_faults");

            migrationBuilder.DropTable(
                name: "calendar_papers");

            migrationBuilder.DropTable(
                name: "day_changes");

            migrationBuilder.DropTable(
                name: "day_evidence_contents");

            migrationBuilder.DropTable(
                name: "leadership_terms");

            migrationBuilder.DropTable(
                name: "part_time_letters");

            migrationBuilder.DropTable(
                name: "placements");

            migrationBuilder.DropTable(
                name: "reminder_switches");

            migrationBuilder.DropTable(
                name: "schools");

            migrationBuilder.DropTable(
                name: "secondment_cycles");

            migrationBuilder.DropTable(
                name: "secondment_plan_lines");

            migrationBuilder.DropTable(
                name: "secondment_wishes");

            migrationBuilder.DropTable(
                name: "spelling_answers");

            migrationBuilder.DropTable(
                name: "title_changes");

            migrationBuilder.DropTable(
                name: "yearly_funds");

            migrationBuilder.DropTable(
                name: "day_evidence");

            migrationBuilder.DropTable(
                name: "secondment_plans");

            migrationBuilder.DropTable(
                name: "days");

            migrationBuilder.DropIndex(
                name: "ix_letters_obligation",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "ix_accounts_calendar_secret_hash",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "school",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "retracted_at",
                table: "status_changes");

            migrationBuilder.DropColumn(
                name: "further",
                table: "people");

            migrationBuilder.DropColumn(
                name: "grade_written",
                table: "people");

            migrationBuilder.DropColumn(
                name: "is_leader",
                table: "people");

            migrationBuilder.DropColumn(
                name: "document_number",
                table: "objections");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "objections");

            migrationBuilder.DropColumn(
                name: "bounced_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "first_tried_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "obligation",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "calendar_secret_hash",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "school",
                table: "accounts");

            migrationBuilder.AlterColumn<Guid>(
                name: "case_id",
                table: "status_changes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
