using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
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

internal sealed class TerritoryCoordinatorMapping : IEntityTypeConfiguration<TerritoryCoordinator>
{
    public void Configure(EntityTypeBuilder<TerritoryCoordinator> builder)
    {
        builder.ToTable("territory_coordinators");
        builder.HasKey(coordinator => new { coordinator.TerritorySlug, coordinator.AccountId });
        builder.Property(coordinator => coordinator.TerritorySlug).HasMaxLength(60);
        builder.HasOne<Territory>().WithMany().HasForeignKey(coordinator => coordinator.TerritorySlug).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(coordinator => coordinator.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
