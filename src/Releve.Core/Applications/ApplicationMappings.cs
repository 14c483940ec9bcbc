using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Organisations;

namespace Releve.Core.Applications;

internal sealed class JobApplicationMapping : IEntityTypeConfiguration<JobApplication>
{
    private static readonly string OpenOnes = string.Join(", ", ApplicationTransitions.Open.Select(status => $"'{status}'"));

    public void Configure(EntityTypeBuilder<JobApplication> builder)
    {
        builder.ToTable("applications");
        builder.Property(application => application.Id).ValueGeneratedNever();
        builder.Ignore(application => application.NewSteps);
        builder.Property(application => application.TerritorySlug).HasMaxLength(60);
        builder.Property(application => application.Answers).StoredAsJson();
        builder.Property(application => application.Version).IsConcurrencyToken();
        // One open application per person and listing, whatever races: the database itself says so.
        builder
            .HasIndex(application => new { application.AccountId, application.ListingId })
            .IsUnique()
            .HasFilter($"\"ListingId\" IS NOT NULL AND \"Status\" IN ({OpenOnes})");
        builder
            .HasIndex(application => new { application.AccountId, application.OrganisationId })
            .IsUnique()
            .HasFilter($"\"ListingId\" IS NULL AND \"TransferOfId\" IS NULL AND \"Status\" IN ({OpenOnes})");
        builder.HasIndex(application => new { application.OrganisationId, application.Status });
        builder.HasIndex(application => new { application.PublisherId, application.Status });
        builder.HasIndex(application => application.ListingId);
        builder.HasIndex(application => new { application.Status, application.SubmittedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(application => application.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Account>().WithMany().HasForeignKey(application => application.PublisherId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Listing>().WithMany().HasForeignKey(application => application.ListingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(application => application.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<JobApplication>().WithMany().HasForeignKey(application => application.TransferOfId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ApplicationStepMapping : IEntityTypeConfiguration<ApplicationStep>
{
    public void Configure(EntityTypeBuilder<ApplicationStep> builder)
    {
        builder.ToTable("application_steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Ignore(step => step.IsApplicants);
        builder.HasOne<JobApplication>().WithMany().HasForeignKey(step => step.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApplicationNoteMapping : IEntityTypeConfiguration<ApplicationNote>
{
    public void Configure(EntityTypeBuilder<ApplicationNote> builder)
    {
        builder.ToTable("application_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(ApplicationNote.Longest);
        builder.HasOne<JobApplication>().WithMany().HasForeignKey(note => note.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(note => note.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class AnswerTemplateMapping : IEntityTypeConfiguration<AnswerTemplate>
{
    public void Configure(EntityTypeBuilder<AnswerTemplate> builder)
    {
        // An organisation's or a person's, never both and never nobody's.
        builder.ToTable(
            "answer_templates",
            table => table.HasCheckConstraint("one_owner_of_an_answer_template", "(\"OrganisationId\" IS NULL) <> (\"AccountId\" IS NULL)")
        );
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Name).HasMaxLength(120);
        builder.Property(template => template.Texts).StoredAsJson();
        builder.Property(template => template.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(template => template.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(template => template.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FirstApplicationMapping : IEntityTypeConfiguration<FirstApplication>
{
    public void Configure(EntityTypeBuilder<FirstApplication> builder)
    {
        builder.ToTable("first_applications");
        builder.Property(first => first.Id).ValueGeneratedNever();
        builder.Property(first => first.Email).HasMaxLength(254);
        builder.Property(first => first.EmailKey).HasMaxLength(254);
        builder.Property(first => first.TerritorySlug).HasMaxLength(60);
        builder.Property(first => first.Words).StoredAsJson();
        builder.HasOne<Listing>().WithMany().HasForeignKey(first => first.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(first => first.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApplicationTransferMapping : IEntityTypeConfiguration<ApplicationTransfer>
{
    public void Configure(EntityTypeBuilder<ApplicationTransfer> builder)
    {
        builder.ToTable("application_transfers");
        builder.Property(transfer => transfer.Id).ValueGeneratedNever();
        builder.HasIndex(transfer => new { transfer.ApplicationId, transfer.ToOrganisationId }).IsUnique();
        builder.HasOne<JobApplication>().WithMany().HasForeignKey(transfer => transfer.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(transfer => transfer.ToOrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AnswerFiguresMapping : IEntityTypeConfiguration<AnswerFigures>
{
    public void Configure(EntityTypeBuilder<AnswerFigures> builder)
    {
        builder.ToTable("answer_figures");
        builder.HasKey(figures => figures.OrganisationId);
        builder.Property(figures => figures.OrganisationId).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithOne().HasForeignKey<AnswerFigures>(figures => figures.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
