using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;

namespace Releve.Core.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.Kind).HasMaxLength(60);
        builder.Property(notification => notification.Values).StoredAsJson();
        builder.HasIndex(notification => new { notification.AccountId, notification.At });
        builder.HasIndex(notification => notification.MailedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(notification => notification.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NotificationChoiceMapping : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.ToTable("notification_choices");
        builder.HasKey(choice => new { choice.AccountId, choice.Topic });
        builder.HasOne<Account>().WithMany().HasForeignKey(choice => choice.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
