using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecondmentProcesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "work_item_parts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "secondment_plans",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateOnly>(
                name: "heard_until",
                table: "secondment_plan_lines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wait_id",
                table: "secondment_cycles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "objections",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "school",
                table: "work_item_parts");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "secondment_plans");

            migrationBuilder.DropColumn(
                name: "heard_until",
                table: "secondment_plan_lines");

            migrationBuilder.DropColumn(
                name: "wait_id",
                table: "secondment_cycles");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "objections");
        }
    }
}
