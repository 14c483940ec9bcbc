using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Releve.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EnteredNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "SharesBce",
                table: "organisations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Bce_entered",
                table: "organisations",
                column: "Bce",
                unique: true,
                filter: "\"Source\" = 'Here' AND NOT \"SharesBce\"");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Siret_entered",
                table: "organisations",
                column: "Siret",
                unique: true,
                filter: "\"Source\" = 'Here'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_organisations_Bce_entered",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_Siret_entered",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "SharesBce",
                table: "organisations");
        }
    }
}
