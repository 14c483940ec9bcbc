using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Organisations;

namespace Releve.Core.Proposals;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    private static readonly string OpenOnes = string.Join(", ", ProposalTransitions.Open.Select(status => $"'{status}'"));

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Offer).StoredAsJson();
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        // One open proposal of an organisation, or a person, to a carer, whatever races: the database itself says so.
        builder
            .HasIndex(proposal => new { proposal.CarerId, proposal.OrganisationId })
            .IsUnique()
            .HasFilter($"\"OrganisationId\" IS NOT NULL AND \"Status\" IN ({OpenOnes})");
        builder
            .HasIndex(proposal => new { proposal.CarerId, proposal.ProposerId })
            .IsUnique()
            .HasFilter($"\"ProposerId\" IS NOT NULL AND \"Status\" IN ({OpenOnes})");
        builder.HasIndex(proposal => new { proposal.OrganisationId, proposal.SentAt });
        builder.HasIndex(proposal => new { proposal.ProposerId, proposal.SentAt });
        builder.HasIndex(proposal => new { proposal.Status, proposal.ExpiresAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(proposal => proposal.CarerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(proposal => proposal.ProposerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(proposal => proposal.WrittenById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<LifeProject>().WithMany().HasForeignKey(proposal => proposal.ProjectId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Listing>().WithMany().HasForeignKey(proposal => proposal.ListingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(proposal => proposal.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProposalTemplateMapping : IEntityTypeConfiguration<ProposalTemplate>
{
    public void Configure(EntityTypeBuilder<ProposalTemplate> builder)
    {
        builder.ToTable("proposal_templates");
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Name).HasMaxLength(120);
        builder.Property(template => template.Offer).StoredAsJson();
        builder.Property(template => template.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(template => template.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CardMarkMapping : IEntityTypeConfiguration<CardMark>
{
    public void Configure(EntityTypeBuilder<CardMark> builder)
    {
        builder.ToTable("card_marks");
        builder.HasKey(mark => new { mark.ViewerId, mark.ProjectId });
        builder.HasOne<LifeProject>().WithMany().HasForeignKey(mark => mark.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CardLookMapping : IEntityTypeConfiguration<CardLook>
{
    public void Configure(EntityTypeBuilder<CardLook> builder)
    {
        builder.ToTable("card_looks");
        builder.HasKey(look => new { look.ViewerId, look.ProjectId });
        builder.HasIndex(look => new { look.ViewerId, look.FirstAt });
        builder.HasOne<LifeProject>().WithMany().HasForeignKey(look => look.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(look => look.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}
