using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;

namespace Releve.Core.Documents;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.FileName).HasMaxLength(200);
        builder.Property(document => document.ContentType).HasMaxLength(100);
        builder.Property(document => document.StoredName).HasMaxLength(60);
        builder.HasOne<Account>().WithMany().HasForeignKey(document => document.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DocumentViewMapping : IEntityTypeConfiguration<DocumentView>
{
    public void Configure(EntityTypeBuilder<DocumentView> builder)
    {
        builder.ToTable("document_views");
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.HasOne<Document>().WithMany().HasForeignKey(view => view.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
