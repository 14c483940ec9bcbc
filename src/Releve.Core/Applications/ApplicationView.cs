using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Professions;

namespace Releve.Core.Applications;

/// <summary>
/// What the recipient of an application sees of it: the one place that decides, for the applicant who looks before sending
/// and for the inbox.
/// </summary>
public sealed record ApplicationView
{
    /// <summary>The applicant, as the profile's owner shows it to those to whom he or she applies; its documents are those of the application.</summary>
    public required ProfileView Applicant { get; init; }

    /// <summary>True once the applicant's account was erased: nothing of the person is left.</summary>
    public bool IsErased { get; init; }

    /// <summary>Nobody had published anything: the person wrote of own accord.</summary>
    public bool IsSpontaneous { get; init; }

    /// <summary>A few words, plain text; empty when there are none.</summary>
    public string Message { get; init; } = "";

    /// <summary>First possible day.</summary>
    public DateOnly? AvailableFrom { get; init; }

    /// <summary>When, in words.</summary>
    public string? Availability { get; init; }

    /// <summary>Answers to the recruiter's questions; those left out are not in it.</summary>
    public IReadOnlyList<QuestionAnswer> Answers { get; init; } = [];

    /// <summary>The documents that the recipient may open.</summary>
    public IReadOnlyList<SeenDocument> Documents => Applicant.Documents;

    /// <summary>Of an application and all that there is of its applicant; without a file nothing of the person is seen.</summary>
    public static ApplicationView Of(JobApplication application, CarerFile? file)
    {
        var applicant = file is null ? ProfileView.Empty : ProfileView.For(file, Audience.WhereIApplied);
        return new ApplicationView
        {
            Applicant = file is null ? applicant : applicant.Showing([.. file.Documents.Where(one => application.Documents.Contains(one.Id))]),
            IsErased = application.AccountId is null,
            IsSpontaneous = application.IsSpontaneous && application.TransferOfId is null,
            Message = application.Message,
            AvailableFrom = application.AvailableFrom,
            Availability = application.Availability,
            Answers = [.. application.Answers.Where(one => one.Answer.Length > 0)],
        };
    }
}

/// <summary>Reads what the recipient of an application sees.</summary>
public sealed class ReadApplication(AppDb db, ReadCarerFile read, ProfessionCatalogue professions)
{
    public async Task<ApplicationView> RunAsync(JobApplication application, CancellationToken cancellation = default) =>
        ApplicationView.Of(application, application.AccountId is { } account ? await read.RunAsync(account, cancellation) : null);

    /// <summary>What will be seen once it is sent: sending asks for the check of a profession that the law asks for.</summary>
    public async Task<ApplicationView> BeforeSendingAsync(JobApplication draft, DateTime now, CancellationToken cancellation = default)
    {
        var file = draft.AccountId is { } account ? await read.RunAsync(account, cancellation) : null;
        var listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == draft.ListingId, cancellation);
        if (file is not null && listing is not null)
        {
            Admissions.AskForChecks(Admissions.NeededFor(listing, professions), file.Profile, file.Checks, now);
        }
        return ApplicationView.Of(draft, file);
    }
}
