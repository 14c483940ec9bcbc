using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Proposals;

namespace Releve.Core.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.Property(conversation => conversation.TerritorySlug).HasMaxLength(60);
        builder.Property(conversation => conversation.Version).IsConcurrencyToken();
        builder.HasIndex(conversation => new { conversation.CarerId, conversation.LastAt });
        builder.HasIndex(conversation => new { conversation.OrganisationId, conversation.LastAt });
        builder.HasIndex(conversation => new { conversation.PublisherId, conversation.LastAt });
        builder.HasOne<JobApplication>().WithMany().HasForeignKey(conversation => conversation.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(conversation => conversation.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Listing>().WithMany().HasForeignKey(conversation => conversation.ListingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(conversation => conversation.CarerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(conversation => conversation.PublisherId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(conversation => conversation.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Text).HasMaxLength(Message.Longest);
        builder.HasIndex(message => new { message.ConversationId, message.At });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(message => message.SenderId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ConversationReaderMapping : IEntityTypeConfiguration<ConversationReader>
{
    public void Configure(EntityTypeBuilder<ConversationReader> builder)
    {
        builder.ToTable("conversation_readers");
        builder.HasKey(reader => new { reader.ConversationId, reader.AccountId });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(reader => reader.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(reader => reader.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConversationReportMapping : IEntityTypeConfiguration<ConversationReport>
{
    public void Configure(EntityTypeBuilder<ConversationReport> builder)
    {
        builder.ToTable("conversation_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.HasIndex(report => report.DecidedAt);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(report => report.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(report => report.By).OnDelete(DeleteBehavior.SetNull);
    }
}
