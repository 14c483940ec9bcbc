using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Listings;

internal sealed class ListingFormMapping : IEntityTypeConfiguration<ListingForm>
{
    public void Configure(EntityTypeBuilder<ListingForm> builder)
    {
        builder.ToTable("listing_forms");
        builder.Property(form => form.Id).ValueGeneratedNever();
        builder.Property(form => form.Fields).StoredAsJson();
        builder.Property(form => form.Version).IsConcurrencyToken();
        builder.HasIndex(form => form.UpdatedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(form => form.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(form => form.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Listing>().WithMany().HasForeignKey(form => form.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ListingRevisionMapping : IEntityTypeConfiguration<ListingRevision>
{
    public void Configure(EntityTypeBuilder<ListingRevision> builder)
    {
        builder.ToTable("listing_revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.Texts).StoredAsJson();
        builder.HasOne<Listing>().WithMany().HasForeignKey(revision => revision.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ListingViewsMapping : IEntityTypeConfiguration<ListingViews>
{
    public void Configure(EntityTypeBuilder<ListingViews> builder)
    {
        builder.ToTable("listing_views");
        builder.HasKey(views => new { views.ListingId, views.Day });
        builder.HasOne<Listing>().WithMany().HasForeignKey(views => views.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AbuseReportMapping : IEntityTypeConfiguration<AbuseReport>
{
    public void Configure(EntityTypeBuilder<AbuseReport> builder)
    {
        builder.ToTable("abuse_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Email).HasMaxLength(254);
        builder.HasIndex(report => report.DecidedAt);
        builder.HasOne<Listing>().WithMany().HasForeignKey(report => report.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}
