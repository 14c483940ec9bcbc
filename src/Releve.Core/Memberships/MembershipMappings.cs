using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.Property(membership => membership.Id).ValueGeneratedNever();
        builder.HasIndex(membership => new { membership.OrganisationId, membership.AccountId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(membership => membership.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(membership => membership.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OrganisationClaimMapping : IEntityTypeConfiguration<OrganisationClaim>
{
    public void Configure(EntityTypeBuilder<OrganisationClaim> builder)
    {
        builder.ToTable("organisation_claims");
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.HasIndex(claim => claim.Status);
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(claim => claim.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(claim => claim.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.EmailKey).HasMaxLength(254);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(invitation => invitation.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(invitation => invitation.InvitedBy).OnDelete(DeleteBehavior.Cascade);
    }
}
