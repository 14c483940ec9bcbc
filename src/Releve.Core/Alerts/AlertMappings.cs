using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Alerts;

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("saved_searches");
        builder.Property(saved => saved.Id).ValueGeneratedNever();
        builder.Property(saved => saved.Email).HasMaxLength(254);
        builder.Property(saved => saved.EmailKey).HasMaxLength(254);
        builder.Property(saved => saved.Name).HasMaxLength(SavedSearch.LongestName);
        builder.Property(saved => saved.Search).StoredAsJson();
        builder.Property(saved => saved.Exclusions).StoredAsJson();
        builder.Property(saved => saved.Version).IsConcurrencyToken();
        builder.HasIndex(saved => saved.AccountId);
        builder.HasIndex(saved => saved.EmailKey);
        builder.HasOne<Account>().WithMany().HasForeignKey(saved => saved.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AlertHitMapping : IEntityTypeConfiguration<AlertHit>
{
    public void Configure(EntityTypeBuilder<AlertHit> builder)
    {
        builder.ToTable("alert_hits");
        builder.HasKey(hit => new { hit.SavedSearchId, hit.ListingId });
        builder.HasIndex(hit => hit.SentAt);
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(hit => hit.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Listing>().WithMany().HasForeignKey(hit => hit.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FavouriteMapping : IEntityTypeConfiguration<Favourite>
{
    public void Configure(EntityTypeBuilder<Favourite> builder)
    {
        builder.ToTable("favourites");
        builder.HasKey(favourite => new { favourite.AccountId, favourite.ListingId });
        builder.HasOne<Account>().WithMany().HasForeignKey(favourite => favourite.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Listing>().WithMany().HasForeignKey(favourite => favourite.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}
