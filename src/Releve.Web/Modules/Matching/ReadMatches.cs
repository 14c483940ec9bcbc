using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Matching;

/// <summary>Reads what a page of matches shows, in four queries whatever their number.</summary>
public sealed class ReadMatches(AppDb db, MatchIndex index, Gazetteer gazetteer, CardKey key, ReasonWords words, PageText t)
{
    /// <summary>The matches with their names and reasons; what closed since it was found is left out.</summary>
    public async Task<IReadOnlyList<MatchView>> RunAsync(IReadOnlyList<Matched> matches, LifeProject project, CancellationToken cancellation)
    {
        var ids = matches.Where(one => one.Kind == OfferKind.Listing).Select(one => one.Id).ToList();
        var listings = await db.Listings.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var unseen = await db
            .MatchHits.Where(hit => hit.ProjectId == project.Id && hit.SentAt == null && ids.Contains(hit.ListingId))
            .Select(hit => hit.ListingId)
            .ToListAsync(cancellation);
        var codes = matches.Select(one => one.CommuneCode).OfType<string>().Distinct().ToList();
        var welcomes = await db
            .CommuneWelcomes.AsNoTracking()
            .Where(one => codes.Contains(one.CommuneCode))
            .ToDictionaryAsync(one => one.CommuneCode, cancellation);
        var authors = listings.Values.Select(one => one.OrganisationId).Concat(welcomes.Values.Select(one => one.OrganisationId)).OfType<Guid>().ToList();
        var names = await db.Organisations.Where(one => authors.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var seal = await key.ReadAsync(db, cancellation);
        var wished = words.Own(project.Wishes);
        var shown = new List<MatchView>(matches.Count);
        foreach (var match in matches)
        {
            var view = match.Kind switch
            {
                OfferKind.Listing => listings.TryGetValue(match.Id, out var listing) && index.OfferOf(match.Id) is { } offer
                    ? OfListing(match, listing, offer, names, welcomes, wished) with
                    {
                        IsNew = unseen.Contains(match.Id),
                    }
                    : null,
                OfferKind.Commune => OfCommune(match, names, welcomes, wished),
                _ => OfProject(match, seal.Seal(match.Id, project.AccountId), wished),
            };
            if (view is not null)
            {
                shown.Add(view);
            }
        }
        return shown;
    }

    private MatchView OfListing(
        Matched match,
        Listing listing,
        Offer offer,
        Dictionary<Guid, string> names,
        Dictionary<string, CommuneWelcome> welcomes,
        Wished wished
    )
    {
        var text = listing.TextIn(t.Language);
        return new MatchView
        {
            Kind = match.Kind,
            KindName = t["Listings.kind." + listing.Kind],
            ListingKind = listing.Kind,
            Title = text.Title,
            Url = MatchingLinks.OfListing(listing.Reference, t.Language),
            By = listing.OrganisationId is { } organisation ? names.GetValueOrDefault(organisation) : t["Listings.in-person"],
            Place = gazetteer.Commune(listing.CommuneCode)?.NameIn(t.Language) ?? "",
            Reasons = words.Table(match.Fit, offer, wished, welcomes.GetValueOrDefault(listing.CommuneCode)?.Answers),
            AskUrl = listing.OrganisationId is null && listing.AccountId is null ? null : ConversationsLinks.Ask(t.Language, listing.Reference),
            ListingUrl = ListingsLinks.Listing(listing.Reference, text.Title, t.Language),
        };
    }

    private MatchView? OfCommune(Matched match, Dictionary<Guid, string> names, Dictionary<string, CommuneWelcome> welcomes, Wished wished)
    {
        if (match.CommuneCode is not { } code || gazetteer.Commune(code) is not { } commune || index.OfferOfCommune(code) is not { } offer)
        {
            return null;
        }
        var welcome = welcomes.GetValueOrDefault(code);
        return new MatchView
        {
            Kind = match.Kind,
            KindName = t["Matching.kind.Commune"],
            Title = commune.NameIn(t.Language),
            Url = MatchingLinks.OfCommune(code, t.Language),
            By = welcome?.OrganisationId is { } organisation ? names.GetValueOrDefault(organisation) : null,
            Place = commune.NameIn(t.Language),
            Reasons = words.Table(match.Fit, offer, wished, welcome?.Answers),
        };
    }

    private MatchView? OfProject(Matched match, Guid address, Wished wished)
    {
        if (index.OfferOfProject(match.Id) is not { } offer)
        {
            return null;
        }
        return new MatchView
        {
            Kind = match.Kind,
            KindName = t["Matching.kind.Project"],
            Title = t.NameOf(Bird.Of(address)),
            Url = MatchingLinks.OfProject(address.ToString("N"), t.Language),
            By = t["Matching.founder"],
            Place = words.CoarsePlaceOf(offer.CommuneCode),
            Reasons = words.Table(match.Fit, offer, wished, answers: null),
        };
    }
}
