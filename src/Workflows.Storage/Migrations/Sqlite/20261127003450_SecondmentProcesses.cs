using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "secondment_plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "heard_until",
                table: "secondment_plan_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wait_id",
                table: "secondment_cycles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "objections",
                type: "TEXT",
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
