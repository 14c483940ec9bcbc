using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;

namespace Releve.Core.Carers;

internal sealed class CarerProfileMapping : IEntityTypeConfiguration<CarerProfile>
{
    public void Configure(EntityTypeBuilder<CarerProfile> builder)
    {
        builder.ToTable("carer_profiles");
        builder.HasKey(profile => profile.AccountId);
        builder.Property(profile => profile.AccountId).ValueGeneratedNever();
        builder.Property(profile => profile.CommuneCode).HasMaxLength(8);
        builder.HasIndex(profile => profile.CommuneCode);
        builder.Ignore(profile => profile.Content);
        builder.Property(profile => profile.Languages).StoredAsJson();
        builder.Property(profile => profile.Visibility).StoredAsJson();
        builder.Property(profile => profile.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithOne().HasForeignKey<CarerProfile>(profile => profile.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VerificationMapping : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> builder)
    {
        builder.ToTable("verifications");
        builder.Property(verification => verification.Id).ValueGeneratedNever();
        builder.Property(verification => verification.Profession).HasMaxLength(60);
        builder.Property(verification => verification.Provider).HasMaxLength(60);
        builder.HasIndex(verification => new { verification.AccountId, verification.Profession }).IsUnique();
        builder.HasIndex(verification => verification.Status);
        builder.Property(verification => verification.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(verification => verification.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
