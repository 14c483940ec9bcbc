using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Proposals;

/// <summary>Writes the reasons, for those who look at a card and for the carer who reads a proposal.</summary>
public sealed class ReadReasons(AppDb db, ReasonWords words, ProfessionCatalogue professions, Gazetteer gazetteer, PageText t)
{
    /// <summary>The reasons of a card: what is wished is what the card says, and no more.</summary>
    public async Task<ReasonTable> OfAsync(ShownCard shown, CancellationToken cancellation)
    {
        var card = shown.Card;
        var places = card.Places.Select(code => gazetteer.Place(code)?.Name(t.Language) ?? code).ToList();
        var wished = new Wished(CardSeeker.WishesOf(card, shown.Project.Wishes), card.Names(t, professions), places, Exact: false);
        return await OfAsync(shown.Fit, shown.Offer, wished, figures: true, cancellation);
    }

    /// <summary>
    /// The reasons for the carer: the own wishes, held against what is proposed. Of a fellow carer's project without the figures
    /// of its commune: minutes and places put together would tell which commune it is, and so who founds there.
    /// </summary>
    public Task<ReasonTable> OfAsync(LifeWishes wishes, Offer offer, CancellationToken cancellation) =>
        OfAsync(MatchRules.Of(offer, Seeker.Of(wishes, gazetteer)), offer, words.Own(wishes), figures: offer.Kind != OfferKind.Project, cancellation);

    private async Task<ReasonTable> OfAsync(Fit fit, Offer offer, Wished wished, bool figures, CancellationToken cancellation)
    {
        var commune = offer.CommuneCode;
        var welcome = figures ? await db.CommuneWelcomes.AsNoTracking().FirstOrDefaultAsync(one => one.CommuneCode == commune, cancellation) : null;
        return words.Table(fit, offer, wished, welcome?.Answers);
    }
}
