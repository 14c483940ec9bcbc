using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Releve.Core.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Email).HasMaxLength(254);
        builder.Property(account => account.EmailKey).HasMaxLength(254);
        builder.HasIndex(account => account.EmailKey).IsUnique();
        builder.Property(account => account.GivenName).HasMaxLength(200);
        builder.Property(account => account.FamilyName).HasMaxLength(200);
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.Ignore(account => account.DisplayName);
    }
}

internal sealed class AccountPasskeyMapping : IEntityTypeConfiguration<AccountPasskey>
{
    public void Configure(EntityTypeBuilder<AccountPasskey> builder)
    {
        builder.ToTable("account_passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        // 1023 bytes is the longest that an authenticator may make (W3C Web Authentication, 4).
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1023);
        builder.Property(passkey => passkey.Name).HasMaxLength(80);
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountLoginMapping : IEntityTypeConfiguration<AccountLogin>
{
    public void Configure(EntityTypeBuilder<AccountLogin> builder)
    {
        builder.ToTable("account_logins");
        builder.HasKey(login => new { login.Provider, login.Key });
        builder.Property(login => login.Provider).HasMaxLength(60);
        builder.Property(login => login.Key).HasMaxLength(255);
        builder.HasOne<Account>().WithMany().HasForeignKey(login => login.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Address).HasMaxLength(60);
        builder.Property(session => session.Device).HasMaxLength(80);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(100);
    }
}
