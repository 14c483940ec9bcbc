using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Releve.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LifeProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ProposalId",
                table: "conversations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "commune_welcomes",
                columns: table => new
                {
                    CommuneCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_welcomes", x => x.CommuneCode);
                    table.ForeignKey(
                        name: "FK_commune_welcomes_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "couples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithinKm = table.Column<int>(type: "integer", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_couples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_couples_accounts_FirstId",
                        column: x => x.FirstId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_couples_accounts_SecondId",
                        column: x => x.SecondId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Wishes = table.Column<string>(type: "text", nullable: false),
                    HiddenFrom = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    HiddenFromPeople = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_life_projects_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matching_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommuneCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "proposal_templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Offer = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposal_templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposal_templates_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "card_looks",
                columns: table => new
                {
                    ViewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_looks", x => new { x.ViewerId, x.ProjectId });
                    table.ForeignKey(
                        name: "FK_card_looks_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_card_looks_life_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "life_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "card_marks",
                columns: table => new
                {
                    ViewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_marks", x => new { x.ViewerId, x.ProjectId });
                    table.ForeignKey(
                        name: "FK_card_marks_life_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "life_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "match_hits",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_hits", x => new { x.ProjectId, x.ListingId });
                    table.ForeignKey(
                        name: "FK_match_hits_life_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "life_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_match_hits_listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CarerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposerId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: true),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Offer = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Refusal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposals_accounts_CarerId",
                        column: x => x.CarerId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_accounts_ProposerId",
                        column: x => x.ProposerId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_accounts_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_life_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "life_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_ProposalId",
                table: "conversations",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_card_looks_AccountId",
                table: "card_looks",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_card_looks_ProjectId",
                table: "card_looks",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_card_looks_ViewerId_FirstAt",
                table: "card_looks",
                columns: new[] { "ViewerId", "FirstAt" });

            migrationBuilder.CreateIndex(
                name: "IX_card_marks_ProjectId",
                table: "card_marks",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_commune_welcomes_OrganisationId",
                table: "commune_welcomes",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_couples_FirstId",
                table: "couples",
                column: "FirstId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_couples_SecondId",
                table: "couples",
                column: "SecondId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_projects_AccountId",
                table: "life_projects",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_projects_Status_ExpiresAt",
                table: "life_projects",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_match_hits_ListingId",
                table: "match_hits",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_match_hits_SentAt_ProjectId",
                table: "match_hits",
                columns: new[] { "SentAt", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_changes_At",
                table: "matching_changes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_proposal_templates_OrganisationId",
                table: "proposal_templates",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_CarerId_OrganisationId",
                table: "proposals",
                columns: new[] { "CarerId", "OrganisationId" },
                unique: true,
                filter: "\"OrganisationId\" IS NOT NULL AND \"Status\" IN ('Sent', 'Seen')");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_CarerId_ProposerId",
                table: "proposals",
                columns: new[] { "CarerId", "ProposerId" },
                unique: true,
                filter: "\"ProposerId\" IS NOT NULL AND \"Status\" IN ('Sent', 'Seen')");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_ListingId",
                table: "proposals",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_OrganisationId_SentAt",
                table: "proposals",
                columns: new[] { "OrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_proposals_ProjectId",
                table: "proposals",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_ProposerId_SentAt",
                table: "proposals",
                columns: new[] { "ProposerId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_proposals_Status_ExpiresAt",
                table: "proposals",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_proposals_WrittenById",
                table: "proposals",
                column: "WrittenById");

            migrationBuilder.AddForeignKey(
                name: "FK_conversations_proposals_ProposalId",
                table: "conversations",
                column: "ProposalId",
                principalTable: "proposals",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_conversations_proposals_ProposalId",
                table: "conversations");

            migrationBuilder.DropTable(
                name: "card_looks");

            migrationBuilder.DropTable(
                name: "card_marks");

            migrationBuilder.DropTable(
                name: "commune_welcomes");

            migrationBuilder.DropTable(
                name: "couples");

            migrationBuilder.DropTable(
                name: "match_hits");

            migrationBuilder.DropTable(
                name: "matching_changes");

            migrationBuilder.DropTable(
                name: "proposal_templates");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "life_projects");

            migrationBuilder.DropIndex(
                name: "IX_conversations_ProposalId",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "ProposalId",
                table: "conversations");
        }
    }
}
