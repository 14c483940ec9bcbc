using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

internal sealed class LifeProjectMapping : IEntityTypeConfiguration<LifeProject>
{
    public void Configure(EntityTypeBuilder<LifeProject> builder)
    {
        builder.ToTable("life_projects");
        builder.Property(project => project.Id).ValueGeneratedNever();
        builder.Property(project => project.Wishes).StoredAsJson();
        builder.Property(project => project.Version).IsConcurrencyToken();
        builder.HasIndex(project => project.AccountId).IsUnique();
        builder.HasIndex(project => new { project.Status, project.ExpiresAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(project => project.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CoupleMapping : IEntityTypeConfiguration<Couple>
{
    public void Configure(EntityTypeBuilder<Couple> builder)
    {
        builder.ToTable("couples");
        builder.Property(couple => couple.Id).ValueGeneratedNever();
        builder.Ignore(couple => couple.IsLinked);
        builder.Property(couple => couple.Version).IsConcurrencyToken();
        builder.HasIndex(couple => couple.FirstId).IsUnique();
        builder.HasIndex(couple => couple.SecondId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(couple => couple.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(couple => couple.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}
