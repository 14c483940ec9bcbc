using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>Who answers whom, about what: the names in an answer and in the notice of it.</summary>
public sealed class AnswerNames(AnswerLetters letters)
{
    /// <summary>The application.</summary>
    public required JobApplication Application { get; init; }

    /// <summary>Who applied; null once erased.</summary>
    public Account? Applicant { get; init; }

    /// <summary>The applicant's name; null when it is not said or not shown to the recipient.</summary>
    public string? Name { get; init; }

    /// <summary>The texts of the listing; none when the application is spontaneous or the listing is gone.</summary>
    public IReadOnlyList<ListingText> Texts { get; init; } = [];

    /// <summary>Name of the organisation that handed it on; null for all others.</summary>
    public string? Origin { get; init; }

    /// <summary>Name of the organisation or of who published in own name; null when neither is known.</summary>
    public string? Receiver { get; init; }

    /// <summary>Names of the territory that receives it; null for all others.</summary>
    public LocalText? Territory { get; init; }

    /// <summary>The language in which the applicant reads.</summary>
    public Language Language => Applicant?.Language ?? Language.French;

    /// <summary>What it is for.</summary>
    public string Listing(Language language) =>
        Texts.Count > 0 ? (Texts.FirstOrDefault(text => text.Language == language) ?? Texts[0]).Title
        : Origin is { } origin ? letters.Transferred(language, origin)
        : letters.Spontaneous(language);

    /// <summary>Who receives it.</summary>
    public string Organisation(Language language) => Receiver ?? Territory?.In(language) ?? letters.InPerson(language);

    /// <summary>Words with their places filled, for the applicant.</summary>
    public string Fill(string words, Language language) =>
        AnswerWords.Fill(words, Name ?? letters.Somebody(language), Listing(language), Organisation(language));
}

/// <summary>Reads the names for answers to several applications at once.</summary>
public sealed class ReadAnswerNames(AppDb db, AnswerLetters letters)
{
    /// <summary>In the order of the applications.</summary>
    public async Task<IReadOnlyList<AnswerNames>> RunAsync(IReadOnlyCollection<JobApplication> applications, CancellationToken cancellation = default)
    {
        var people = applications.SelectMany(one => new[] { one.AccountId, one.PublisherId }).OfType<Guid>().Distinct().ToList();
        var listingIds = applications.Select(one => one.ListingId).OfType<Guid>().Distinct().ToList();
        var organisationIds = applications.Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var slugs = applications.Select(one => one.TerritorySlug).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var visibilities = await db
            .CarerProfiles.Where(one => people.Contains(one.AccountId))
            .Select(one => new { one.AccountId, one.Visibility })
            .ToDictionaryAsync(one => one.AccountId, one => one.Visibility, cancellation);
        var texts = await db
            .Listings.Where(one => listingIds.Contains(one.Id))
            .Select(one => new { one.Id, one.Texts })
            .ToDictionaryAsync(one => one.Id, one => one.Texts, cancellation);
        var organisations = await db
            .Organisations.Where(one => organisationIds.Contains(one.Id))
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var origins = await OriginsAsync(applications, cancellation);
        var territories = await db
            .Territories.AsNoTracking()
            .Where(one => slugs.Contains(one.Slug))
            .ToDictionaryAsync(one => one.Slug, one => one.Names, cancellation);
        return
        [
            .. applications.Select(one =>
            {
                var applicant = one.AccountId is { } id ? accounts.GetValueOrDefault(id) : null;
                var shown = applicant is not null && visibilities.TryGetValue(applicant.Id, out var open) && open.Name.Includes(Audience.WhereIApplied);
                var publisher = one.PublisherId is { } by ? accounts.GetValueOrDefault(by) : null;
                return new AnswerNames(letters)
                {
                    Application = one,
                    Applicant = applicant,
                    Name = shown ? ProfileView.NameOf(applicant!) : null,
                    Texts = one.ListingId is { } listing ? texts.GetValueOrDefault(listing) ?? [] : [],
                    Origin = one.TransferOfId is { } first ? origins.GetValueOrDefault(first) : null,
                    Receiver =
                        one.OrganisationId is { } organisation ? organisations.GetValueOrDefault(organisation)
                        : publisher is null ? null
                        : ProfileView.NameOf(publisher),
                    Territory = one.TerritorySlug is { } slug ? territories.GetValueOrDefault(slug) : null,
                };
            }),
        ];
    }

    /// <summary>Who handed an application on, by the id of the first one.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> OriginsAsync(IReadOnlyCollection<JobApplication> applications, CancellationToken cancellation)
    {
        var first = applications.Select(one => one.TransferOfId).OfType<Guid>().Distinct().ToList();
        return first.Count == 0
            ? new Dictionary<Guid, string>()
            : await db
                .Applications.Where(one => first.Contains(one.Id))
                .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (one, organisation) => new { one.Id, organisation.Name })
                .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
    }
}
