using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Modules.Territories;

namespace Releve.Web.Modules.Applications;

/// <summary>To what an application goes, in the words of a page.</summary>
/// <param name="Title">The listing's title, or that it is spontaneous and to whom.</param>
/// <param name="Who">Who receives it.</param>
public sealed record Addressee(string Title, string Who)
{
    /// <summary>The commune; null for a whole territory.</summary>
    public string? Place { get; init; }

    /// <summary>The page of the listing, the organisation or the territory; null when that is gone.</summary>
    public string? Url { get; init; }

    /// <summary>The kind of listing; null for a spontaneous application.</summary>
    public ListingKind? Kind { get; init; }

    /// <summary>The listing is open at this moment; null without one.</summary>
    public bool? IsOpen { get; init; }
}

/// <summary>Says of applications to what they go.</summary>
public sealed class ReadAddressees(AppDb db, Gazetteer gazetteer, TerritoryBook territories, PageText text, Visitor visitor)
{
    /// <summary>By the applications' ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, Addressee>> RunAsync(
        IReadOnlyCollection<JobApplication> applications,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        var listingIds = applications.Select(one => one.ListingId).OfType<Guid>().Distinct().ToList();
        var organisationIds = applications.Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var listings = await db.Listings.AsNoTracking().Where(one => listingIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var organisations = await db
            .Organisations.Where(one => organisationIds.Contains(one.Id))
            .Select(one => new Receiver(one.Id, one.Name, one.Slug, one.CommuneCode))
            .ToDictionaryAsync(one => one.Id, cancellation);
        var origins = await OriginsAsync(applications, cancellation);
        var publishers = await PublishersAsync(applications, cancellation);
        return applications.ToDictionary(
            one => one.Id,
            one =>
                Of(
                    one,
                    one.ListingId is { } id ? listings.GetValueOrDefault(id) : null,
                    one.OrganisationId is { } to ? organisations.GetValueOrDefault(to) : null,
                    one.TransferOfId is { } origin ? origins.GetValueOrDefault(origin) : null,
                    one.PublisherId is { } publisher ? publishers.GetValueOrDefault(publisher) : null,
                    now
                )
        );
    }

    /// <summary>Who handed an application on, by the id of the first one; gone with it.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> OriginsAsync(IReadOnlyCollection<JobApplication> applications, CancellationToken cancellation)
    {
        var ids = applications.Select(one => one.TransferOfId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await (
                from application in db.Applications
                join organisation in db.Organisations on application.OrganisationId equals organisation.Id
                where ids.Contains(application.Id)
                select new { application.Id, organisation.Name }
            ).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
    }

    /// <summary>Those who published in own name: whoever applied may know with whom; a person reads "in your own name" of the own.</summary>
    private async Task<IReadOnlyDictionary<Guid, string?>> PublishersAsync(IReadOnlyCollection<JobApplication> applications, CancellationToken cancellation)
    {
        var ids = applications.Select(one => one.PublisherId).OfType<Guid>().Distinct().ToList();
        List<Account> people = ids.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        return people.ToDictionary(one => one.Id, one => one.Id == visitor.AccountOrNull ? text["Applications.own-name"] : ProfileView.NameOf(one));
    }

    private Addressee Of(JobApplication application, Listing? listing, Receiver? organisation, string? origin, string? publisher, DateTime now)
    {
        var who = organisation?.Name ?? publisher ?? listing?.Contact?.Name ?? text["Applications.publisher"];
        if (listing is not null)
        {
            var title = listing.TextIn(text.Language).Title;
            return new Addressee(title, who)
            {
                Place = PlaceOf(listing.CommuneCode),
                Url = ListingsLinks.Listing(listing.Reference, title, text.Language),
                Kind = listing.Kind,
                IsOpen = listing.IsOpen(now),
            };
        }
        if (application.TerritorySlug is { } slug)
        {
            var territory = territories.Find(slug);
            return new Addressee(text["Applications.spontaneous"], territory?.Names.In(text.Language) ?? slug)
            {
                Url = territory is null ? null : TerritoriesLinks.Territory(slug, text.Language),
            };
        }
        var said = origin is not null
            ? text.With("Applications.transferred.by", ("organisation", origin))
            : text[application.TransferOfId is null ? "Applications.spontaneous" : "Applications.transferred"];
        return new Addressee(said, who)
        {
            Place = organisation is null ? null : PlaceOf(organisation.CommuneCode),
            Url = organisation is null ? null : OrganisationsLinks.Organisation(organisation.Slug, text.Language),
            Kind = application.Kind,
        };
    }

    private string? PlaceOf(string? commune) => gazetteer.Commune(commune)?.NameIn(text.Language);

    private sealed record Receiver(Guid Id, string Name, string Slug, string? CommuneCode);
}
