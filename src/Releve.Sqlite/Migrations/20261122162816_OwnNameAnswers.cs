using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Releve.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OwnNameAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "OrganisationId",
                table: "answer_templates",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "answer_templates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "first_applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TerritorySlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_first_applications_listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_first_applications_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answer_templates_AccountId",
                table: "answer_templates",
                column: "AccountId");

            migrationBuilder.AddCheckConstraint(
                name: "one_owner_of_an_answer_template",
                table: "answer_templates",
                sql: "(\"OrganisationId\" IS NULL) <> (\"AccountId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_first_applications_ListingId",
                table: "first_applications",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_first_applications_OrganisationId",
                table: "first_applications",
                column: "OrganisationId");

            migrationBuilder.AddForeignKey(
                name: "FK_answer_templates_accounts_AccountId",
                table: "answer_templates",
                column: "AccountId",
                principalTable: "accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_answer_templates_accounts_AccountId",
                table: "answer_templates");

            migrationBuilder.DropTable(
                name: "first_applications");

            migrationBuilder.DropIndex(
                name: "IX_answer_templates_AccountId",
                table: "answer_templates");

            migrationBuilder.DropCheckConstraint(
                name: "one_owner_of_an_answer_template",
                table: "answer_templates");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "answer_templates");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrganisationId",
                table: "answer_templates",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
