using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Data;

namespace Releve.Core.Places;

internal sealed class CommuneMapping : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.ToTable("communes");
        builder.HasKey(commune => commune.Code);
        builder.Property(commune => commune.Code).HasMaxLength(8);
        builder.Property(commune => commune.Country).HasMaxLength(2);
        builder.Property(commune => commune.DistrictCode).HasMaxLength(16);
        builder.Property(commune => commune.DepartmentCode).HasMaxLength(16);
        builder.Property(commune => commune.RegionCode).HasMaxLength(16);
        builder.Property(commune => commune.ParentCode).HasMaxLength(8);
    }
}

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas");
        builder.HasKey(area => area.Code);
        builder.Property(area => area.Code).HasMaxLength(16);
        builder.Property(area => area.Country).HasMaxLength(2);
        builder.Property(area => area.ParentCode).HasMaxLength(16);
        builder.Property(area => area.Names).StoredAsJson();
    }
}
