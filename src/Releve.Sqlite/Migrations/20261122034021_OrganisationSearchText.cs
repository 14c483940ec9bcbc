using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Releve.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrganisationSearchText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "organisations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "organisations");
        }
    }
}
