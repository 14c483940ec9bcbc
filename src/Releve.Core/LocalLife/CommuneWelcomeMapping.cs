using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.LocalLife;

internal sealed class CommuneWelcomeMapping : IEntityTypeConfiguration<CommuneWelcome>
{
    public void Configure(EntityTypeBuilder<CommuneWelcome> builder)
    {
        builder.ToTable("commune_welcomes");
        builder.HasKey(welcome => welcome.CommuneCode);
        builder.Property(welcome => welcome.CommuneCode).HasMaxLength(8);
        builder.Property(welcome => welcome.Answers).StoredAsJson();
        builder.Property(welcome => welcome.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(welcome => welcome.OrganisationId).OnDelete(DeleteBehavior.SetNull);
    }
}
