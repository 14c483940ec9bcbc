using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Data;

namespace Releve.Core.Territories;

internal sealed class TerritoryMapping : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> builder)
    {
        builder.ToTable("territories");
        builder.HasKey(territory => territory.Slug);
        builder.Property(territory => territory.Slug).HasMaxLength(60);
        builder.Property(territory => territory.Names).StoredAsJson();
        builder.Property(territory => territory.Presentation).StoredAsJson();
    }
}
