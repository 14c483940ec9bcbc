using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Data;

namespace Releve.Core.Professions;

internal sealed class ProfessionMapping : IEntityTypeConfiguration<Profession>
{
    public void Configure(EntityTypeBuilder<Profession> builder)
    {
        builder.ToTable("professions");
        builder.HasKey(profession => profession.Code);
        builder.Property(profession => profession.Code).HasMaxLength(60);
        builder.Property(profession => profession.Names).StoredAsJson();
        builder.Property(profession => profession.Synonyms).StoredAsJson();
        builder.Property(profession => profession.Fields).StoredAsJson();
        builder.Property(profession => profession.Codes).StoredAsJson();
        builder.Property(profession => profession.Shortages).StoredAsJson();
        builder.Property(profession => profession.Specialties).StoredAsJson();
    }
}
