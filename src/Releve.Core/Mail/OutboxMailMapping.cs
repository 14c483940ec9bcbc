using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;

namespace Releve.Core.Mail;

internal sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Kind).HasMaxLength(60);
        builder.Property(mail => mail.To).HasMaxLength(254);
        builder.Property(mail => mail.Values).StoredAsJson();
        builder.HasIndex(mail => new
        {
            mail.SentAt,
            mail.FailedAt,
            mail.DueAt,
        });
        builder.HasOne<Account>().WithMany().HasForeignKey(mail => mail.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UndeliverableAddressMapping : IEntityTypeConfiguration<UndeliverableAddress>
{
    public void Configure(EntityTypeBuilder<UndeliverableAddress> builder)
    {
        builder.ToTable("undeliverable_addresses");
        builder.HasKey(address => address.EmailKey);
        builder.Property(address => address.EmailKey).HasMaxLength(254);
        builder.Property(address => address.Reason).HasMaxLength(500);
    }
}
