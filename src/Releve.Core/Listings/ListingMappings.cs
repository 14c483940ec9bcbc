using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Listings;

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("listings");
        builder.Property(listing => listing.Id).ValueGeneratedNever();
        builder.Ignore(listing => listing.NewTransitions);
        builder.Property(listing => listing.Reference).HasMaxLength(10);
        builder.HasIndex(listing => listing.Reference).IsUnique();
        builder.HasIndex(listing => new { listing.Status, listing.ExpiresAt });
        builder.HasIndex(listing => listing.OrganisationId);
        builder.HasIndex(listing => listing.CommuneCode);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(listing => listing.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(listing => listing.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(listing => listing.CommuneCode).HasMaxLength(8);
        builder.Property(listing => listing.Texts).StoredAsJson();
        builder.Property(listing => listing.Pay!).StoredAsJson();
        builder.Property(listing => listing.Languages).StoredAsJson();
        builder.Property(listing => listing.Contact!).StoredAsJson();
        builder.Property(listing => listing.Details).StoredAsJson();
        builder.Property(listing => listing.Benefits).HasConversion<int>();
        builder.Property(listing => listing.Version).IsConcurrencyToken();
    }
}

internal sealed class ListingTransitionMapping : IEntityTypeConfiguration<ListingTransition>
{
    public void Configure(EntityTypeBuilder<ListingTransition> builder)
    {
        builder.ToTable("listing_transitions");
        builder.Property(transition => transition.Id).ValueGeneratedNever();
        builder.HasIndex(transition => transition.ListingId);
        builder.HasOne<Listing>().WithMany().HasForeignKey(transition => transition.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}
