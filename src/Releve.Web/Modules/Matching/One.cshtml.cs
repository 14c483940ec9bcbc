using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.LocalLife;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>One match with all its reasons; a commune's with its answers to families, a fellow carer's with the card without a name.</summary>
[Authorize(Access.SignedIn)]
public sealed class OneModel(
    AppDb db,
    MatchIndex index,
    ReadMatches read,
    Gazetteer gazetteer,
    ProfessionCatalogue professions,
    CardKey key,
    CardCrowds crowds,
    Visitor visitor,
    TimeProvider time
) : OwnProjectPage(db, visitor, time)
{
    private readonly AppDb database = db;

    public override string Title => T.With("Matching.reasons.title", ("title", Match.Title));

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public MatchView Match { get; private set; } = null!;

    /// <summary>How the table of reasons speaks to the carer.</summary>
    public ReasonTitles Titles =>
        new(T["Matching.reasons.how"], T.With("Matching.reasons.caption", ("title", Match.Title)), T["Matching.reasons.wished"], T["Matching.reasons.offered"]);

    /// <summary>What the commune answers to families; null for others, and where it answered nothing.</summary>
    public WelcomeView? Welcome { get; private set; }

    /// <summary>The day of the answers.</summary>
    public string WelcomeDay { get; private set; } = "";

    /// <summary>The public page of the commune.</summary>
    public string? CommuneUrl { get; private set; }

    /// <summary>The page of the authority that answered.</summary>
    public string? AuthorityUrl { get; private set; }

    /// <summary>The card of a fellow carer; null for others.</summary>
    public AnonymousCard? Card { get; private set; }

    /// <summary>Whether that fellow carer may see the visitor's own card, and so propose.</summary>
    public bool IsSeen => Project!.IsShown(Now);

    /// <summary>True for a visitor who looks for partners as well, and so may propose.</summary>
    public bool Founds => Project!.Wishes.Founds && IsSeen;

    public override string AddressIn(Language language) => $"{MatchingLinks.MinePath.In(language)}/{Kind}/{Key}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadProjectAsync(cancellation);
        if (Project is null)
        {
            return NotFound();
        }
        await index.ReadyAsync;
        var offer = Kind switch
        {
            MatchingLinks.Listing => await OfListingAsync(cancellation),
            MatchingLinks.Commune => await OfCommuneAsync(cancellation),
            MatchingLinks.Project => await OfProjectAsync(cancellation),
            _ => null,
        };
        if (offer is null)
        {
            return NotFound();
        }
        var fit = MatchRules.Of(offer, Seeker.Of(Project.Wishes, gazetteer));
        // A card is for those whom it may concern; listings and communes are public anyway.
        if (offer.Kind == OfferKind.Project && !fit.Fits)
        {
            return NotFound();
        }
        if (await read.RunAsync([new Matched(offer.Kind, offer.Id, offer.CommuneCode, fit.Share, () => fit)], Project, cancellation) is not [var match])
        {
            return NotFound();
        }
        Match = match;
        return Page();
    }

    private async Task<Offer?> OfListingAsync(CancellationToken cancellation)
    {
        var reference = Key.ToLowerInvariant();
        var id = await database.Listings.Where(one => one.Reference == reference).Select(one => one.Id).FirstOrDefaultAsync(cancellation);
        return index.OfferOf(id);
    }

    private async Task<Offer?> OfCommuneAsync(CancellationToken cancellation)
    {
        var welcome = await database.CommuneWelcomes.AsNoTracking().FirstOrDefaultAsync(one => one.CommuneCode == Key, cancellation);
        if (welcome is null || gazetteer.Commune(Key) is not { } commune)
        {
            return null;
        }
        Welcome = WelcomeView.Of(welcome.Answers, T, professions);
        WelcomeDay = T.Day(welcome.UpdatedAt);
        CommuneUrl = PlacesLinks.Commune(gazetteer.Slug(commune), Language);
        if (welcome.OrganisationId is { } authority)
        {
            var slug = await database.Organisations.Where(one => one.Id == authority).Select(one => one.Slug).SingleAsync(cancellation);
            AuthorityUrl = OrganisationsLinks.Organisation(slug, Language);
        }
        return index.OfferOfCommune(Key);
    }

    private async Task<Offer?> OfProjectAsync(CancellationToken cancellation)
    {
        if (State != OwnProjectState.Open || !Guid.TryParseExact(Key, "N", out var address))
        {
            return null;
        }
        var id = (await key.ReadAsync(database, cancellation)).Open(address, Project!.AccountId);
        var founder = await database.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        if (founder is null || !founder.IsShown(Now) || !founder.MayMeet(Project))
        {
            return null;
        }
        Card = AnonymousCard.Of(founder, new CardContext(professions, gazetteer, await crowds.ReadAsync(database, cancellation), address));
        return index.OfferOfProject(id);
    }
}
