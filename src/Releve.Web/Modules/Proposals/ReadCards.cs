using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;

namespace Releve.Web.Modules.Proposals;

/// <summary>What a carer could answer: a live listing, or the place itself.</summary>
/// <param name="Listing">The listing; null for the whole territory or the person's own project.</param>
/// <param name="Offers">The facts that carers are held against: one of a listing, one for each commune of a territory.</param>
public sealed record MeetNeed(Listing? Listing, IReadOnlyList<Offer> Offers)
{
    /// <summary>How the address names it.</summary>
    public string Key => Listing?.Reference ?? CardFilter.Territory;
}

/// <summary>An anonymous card as one viewer sees it. The project behind it never leaves the server.</summary>
/// <param name="Project">The life project; for lookups only.</param>
/// <param name="Card">What is shown.</param>
/// <param name="Fit">How well it fits the need, as the card shows it.</param>
/// <param name="Offer">The offer of the need that it fits best.</param>
/// <param name="Need">The need.</param>
public sealed record ShownCard(LifeProject Project, AnonymousCard Card, Fit Fit, Offer Offer, MeetNeed Need)
{
    /// <summary>Its address for this viewer.</summary>
    public string Seal => Card.Address.ToString("N");

    /// <summary>True when everything indispensable is known to be there.</summary>
    public bool HasAllMusts => Fit.Reasons.All(reason => reason.Weight != WishWeight.Must || reason.Verdict == Verdict.Yes);
}

/// <summary>
/// Reads the anonymous cards for a viewer. The index proposes, the database decides who may be seen at this moment, and what is
/// shown, its points and its order follow from the card alone: ties go by the seal, which tells nothing of the carer.
/// </summary>
public sealed class ReadCards(AppDb db, MatchIndex index, CardSight sight, CardKey key, CardCrowds crowds, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    /// <summary>How many cards of one need are looked at.</summary>
    public const int Most = 200;

    private const int MostNeeds = 100;

    /// <summary>What carers can be held against, the newest listing first and the territory last.</summary>
    public async Task<IReadOnlyList<MeetNeed>> NeedsAsync(MeetViewer viewer, DateTime now, CancellationToken cancellation)
    {
        await index.ReadyAsync;
        if (viewer.Project is { } own)
        {
            return index.OfferOfProject(own.Id) is { } offer ? [new MeetNeed(null, [offer])] : [];
        }
        var organisation = viewer.Organisation!;
        var listings = await db
            .Listings.AsNoTracking()
            .Where(one => one.OrganisationId == organisation.Id && one.Status == ListingStatus.Live && one.ExpiresAt > now)
            .OrderByDescending(one => one.PublishedAt)
            .ThenBy(one => one.Id)
            .Take(MostNeeds)
            .ToListAsync(cancellation);
        return
        [
            .. listings
                .Select(one => (one, Offer: index.OfferOf(one.Id)))
                .Where(one => one.Offer is { Ways: not WaysToWork.None })
                .Select(one => new MeetNeed(one.one, [one.Offer!])),
            new MeetNeed(null, TerritoryOf(organisation)),
        ];
    }

    /// <summary>All cards that fit one of these needs, each under the need that it fits best; best first.</summary>
    public async Task<IReadOnlyList<ShownCard>> RunAsync(MeetViewer viewer, IReadOnlyList<MeetNeed> needs, DateTime now, CancellationToken cancellation)
    {
        var candidates = needs.SelectMany(need => Candidates(viewer, need, now).Select(one => (one.Id, need))).ToLookup(one => one.Id, one => one.need);
        var ids = candidates.Select(one => one.Key).ToArray();
        var projects = await db.LifeProjects.AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.Id)).ToListAsync(cancellation);
        var make = await MakerAsync(viewer, cancellation);
        return
        [
            .. projects
                .Where(project => MayMeet.Allows(project, viewer.Rules, now))
                .Select(project => Best(project, make(project), candidates[project.Id]))
                .OfType<ShownCard>()
                .Where(shown => shown.Fit.Fits)
                .OrderByDescending(shown => shown.Fit.Share)
                .ThenByDescending(shown => shown.Fit.Points)
                .ThenBy(shown => shown.Card.Address),
        ];
    }

    /// <summary>The card behind a seal; null when there is none, or when it cannot be seen, for whatever reason.</summary>
    public async Task<ShownCard?> OneAsync(MeetViewer viewer, Guid seal, IReadOnlyList<MeetNeed> needs, DateTime now, CancellationToken cancellation) =>
        await SeenAsync(viewer, seal, now, cancellation) is { } project ? Best(project, (await MakerAsync(viewer, cancellation))(project), needs) : null;

    /// <summary>The life project behind a seal; null when there is none, or when its card cannot be seen, for whatever reason.</summary>
    public async Task<LifeProject?> SeenAsync(MeetViewer viewer, Guid seal, DateTime now, CancellationToken cancellation)
    {
        var id = (await key.ReadAsync(db, cancellation)).Open(seal, viewer.By.ViewerId);
        var project = await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        return project is not null && viewer.IsAdmitted && await sight.MaySeeAsync(project, viewer.By, now, cancellation) ? project : null;
    }

    /// <summary>What a carer is shown of somebody who proposes without being known: that person's card, as this carer's seal names it.</summary>
    public async Task<AnonymousCard> CardForAsync(LifeProject project, Guid reader, CancellationToken cancellation) =>
        AnonymousCard.Of(project, await ContextAsync((await key.ReadAsync(db, cancellation)).Seal(project.Id, reader), cancellation));

    private IReadOnlyList<Offer> TerritoryOf(Organisation organisation)
    {
        var territory = gazetteer.TerritoryOf(organisation);
        var communes = gazetteer.Commune(territory) is { } one ? [one] : gazetteer.CommunesOf(territory);
        var isAuthority = organisation.Kind.IsAuthority();
        return
        [
            .. communes
                .Select(commune => index.OfferOfCommune(commune.Code))
                .OfType<Offer>()
                // What a commune looks for is the commune's; another organisation there may look for anybody.
                .Select(offer => isAuthority ? offer : offer with { Professions = [] }),
        ];
    }

    private IReadOnlyList<Matched> Candidates(MeetViewer viewer, MeetNeed need, DateTime now) =>
        viewer.Project is { } own ? index.ProjectsForFounder(own.Id, Most, viewer.Rules, now)
        : need.Listing is { } listing ? index.ProjectsFor(listing.Id, Most, viewer.Rules, now)
        : viewer.Organisation!.Kind.IsAuthority() ? index.ProjectsForTerritory([gazetteer.TerritoryOf(viewer.Organisation)], Most, viewer.Rules, now)
        : index.ProjectsForOrganisation(Most, viewer.Rules, now);

    private ShownCard? Best(LifeProject project, AnonymousCard card, IEnumerable<MeetNeed> needs)
    {
        var seeker = CardSeeker.Of(card, project.Wishes, professions, gazetteer);
        return needs
            .SelectMany(need => need.Offers.Select(offer => new ShownCard(project, card, MatchRules.Of(offer, seeker), offer, need)))
            .OrderByDescending(shown => shown.Fit.Fits)
            .ThenByDescending(shown => shown.Fit.Share)
            .ThenByDescending(shown => shown.Fit.Points)
            .FirstOrDefault();
    }

    private async Task<Func<LifeProject, AnonymousCard>> MakerAsync(MeetViewer viewer, CancellationToken cancellation)
    {
        var seal = await key.ReadAsync(db, cancellation);
        var crowd = await crowds.ReadAsync(db, cancellation);
        return project => AnonymousCard.Of(project, new CardContext(professions, gazetteer, crowd, seal.Seal(project.Id, viewer.By.ViewerId)));
    }

    private async Task<CardContext> ContextAsync(Guid address, CancellationToken cancellation) =>
        new(professions, gazetteer, await crowds.ReadAsync(db, cancellation), address);
}
