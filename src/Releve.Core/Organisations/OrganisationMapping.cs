using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Data;

namespace Releve.Core.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.HasIndex(organisation => organisation.Slug).IsUnique();
        builder.HasIndex(organisation => organisation.Finess).IsUnique();
        builder.HasIndex(organisation => organisation.CommuneCode);
        builder.Property(organisation => organisation.Slug).HasMaxLength(120);
        builder.Property(organisation => organisation.Finess).HasMaxLength(9);
        builder.Property(organisation => organisation.FinessLegalEntity).HasMaxLength(9);
        builder.Property(organisation => organisation.Siret).HasMaxLength(14);
        builder.Property(organisation => organisation.Bce).HasMaxLength(10);
        builder.Property(organisation => organisation.CommuneCode).HasMaxLength(8);
        builder.Property(organisation => organisation.MailDomain).HasMaxLength(254);
        builder.HasIndex(organisation => organisation.Siret);
        builder.HasIndex(organisation => organisation.Bce);
        // What people enter has a number of its own. The register has several sites under one SIRET: thirteen, at the most.
        builder.HasIndex(organisation => organisation.Siret, "IX_organisations_Siret_entered").IsUnique().HasFilter("\"Source\" = 'Here'");
        builder.HasIndex(organisation => organisation.Bce, "IX_organisations_Bce_entered").IsUnique().HasFilter("\"Source\" = 'Here' AND NOT \"SharesBce\"");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(organisation => organisation.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(organisation => organisation.Presentation!).StoredAsJson();
        builder.Property(organisation => organisation.Facts!).StoredAsJson();
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
    }
}
