using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;

namespace Releve.Core.Matching;

internal sealed class MatchHitMapping : IEntityTypeConfiguration<MatchHit>
{
    public void Configure(EntityTypeBuilder<MatchHit> builder)
    {
        builder.ToTable("match_hits");
        builder.HasKey(hit => new { hit.ProjectId, hit.ListingId });
        builder.HasIndex(hit => hit.ListingId);
        builder.HasIndex(hit => new { hit.SentAt, hit.ProjectId });
        builder.HasOne<LifeProject>().WithMany().HasForeignKey(hit => hit.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Listing>().WithMany().HasForeignKey(hit => hit.ListingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MatchingChangeMapping : IEntityTypeConfiguration<MatchingChange>
{
    public void Configure(EntityTypeBuilder<MatchingChange> builder)
    {
        builder.ToTable("matching_changes");
        builder.HasKey(change => change.Sequence);
        builder.Property(change => change.Sequence).ValueGeneratedOnAdd();
        builder.Property(change => change.CommuneCode).HasMaxLength(8);
        builder.HasIndex(change => change.At);
    }
}
