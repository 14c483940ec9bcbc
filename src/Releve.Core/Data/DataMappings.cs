using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Releve.Core.Data;

internal sealed class ListingChangeMapping : IEntityTypeConfiguration<ListingChange>
{
    public void Configure(EntityTypeBuilder<ListingChange> builder)
    {
        builder.ToTable("listing_changes");
        builder.HasKey(change => change.Sequence);
        builder.Property(change => change.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(change => change.At);
    }
}

internal sealed class DatabaseFactMapping : IEntityTypeConfiguration<DatabaseFact>
{
    public void Configure(EntityTypeBuilder<DatabaseFact> builder)
    {
        builder.ToTable("facts");
        builder.HasKey(fact => fact.Name);
        builder.Property(fact => fact.Name).HasMaxLength(80);
    }
}
