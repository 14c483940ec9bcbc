using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Places;

namespace Releve.Core.Proposals;

/// <summary>Whether a viewer may see one life project's card now, asked anew from the database each time.</summary>
public sealed class CardSight(AppDb db, Gazetteer gazetteer)
{
    /// <summary>The viewer as the rules know it; null when there is none, or when the person founds nothing.</summary>
    public async Task<Viewer?> ViewerAsync(Proposer by, DateTime now, CancellationToken cancellation = default)
    {
        if (by.OrganisationId is { } organisation)
        {
            return await Viewer.LoadAsync(db, organisation, cancellation);
        }
        var own = await db.LifeProjects.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == by.AccountId, cancellation);
        return own is { Wishes: { Founds: true, FoundsAt: { } commune } } ? Viewer.Of(by.AccountId, own.IsShown(now), commune) : null;
    }

    /// <summary>True when it may be seen. Hidden, paused, ended and out of reach are the same no.</summary>
    public async Task<bool> MaySeeAsync(LifeProject project, Proposer by, DateTime now, CancellationToken cancellation = default)
    {
        if (await ViewerAsync(by, now, cancellation) is not { } viewer || !MayMeet.Allows(project, viewer, now))
        {
            return false;
        }
        var seeker = Seeker.Of(project.Wishes, gazetteer);
        return seeker.Anywhere || (await PlacesAsync(by, viewer, now, cancellation)).Any(place => MayMeet.Lies(seeker, place));
    }

    // A listing may lie elsewhere than its organisation; an authority speaks for all of its communes.
    private async Task<IReadOnlyList<Offer>> PlacesAsync(Proposer by, Viewer viewer, DateTime now, CancellationToken cancellation)
    {
        var codes = new List<string> { viewer.CommuneCode };
        if (by.OrganisationId is { } id)
        {
            var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
            codes.Add(gazetteer.TerritoryOf(organisation));
        }
        var communes = codes.SelectMany(code => gazetteer.Commune(code) is { } one ? [one] : gazetteer.CommunesOf(code)).DistinctBy(one => one.Code);
        var listings = by.OrganisationId is { } own
            ? await db
                .Listings.AsNoTracking()
                .Where(one => one.OrganisationId == own && one.Status == Listings.ListingStatus.Live && one.ExpiresAt > now)
                .ToListAsync(cancellation)
            : [];
        return
        [
            .. communes.Select(commune => OfferReader.Of((WelcomeAnswers?)null, commune)),
            .. listings
                .Where(one => gazetteer.Commune(one.CommuneCode) is not null)
                .Select(one => OfferReader.Of(one, welcome: null, gazetteer.Commune(one.CommuneCode)!)),
        ];
    }
}
