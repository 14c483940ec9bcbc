using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Proposals;

/// <summary>Cards and proposals in words.</summary>
public static class ProposalWording
{
    /// <summary>How the carer is called for those who sent a proposal: by the own name once accepted, by the borrowed one before.</summary>
    public static string NameOf(PageText t, Proposal proposal, Account? carer) =>
        proposal.Status == ProposalStatus.Accepted ? (carer is null ? t["Proposals.erased"] : ProfileView.NameOf(carer) ?? t["Proposals.somebody"])
        : proposal.Offer.Card is { } card ? t.NameOf(Bird.Of(card))
        : t["Proposals.somebody"];

    /// <summary>The professions of a card, and the families of those that too few share.</summary>
    public static IReadOnlyList<string> Names(this AnonymousCard card, PageText t, ProfessionCatalogue professions) =>
        [
            .. card.Professions.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, t.Language)),
            .. card.Families.Select(family => t["Publishing.family." + family]),
        ];

    /// <summary>From when until when, as far as it was said; null when nothing was.</summary>
    public static string? Dates(this ProposalOffer offer, PageText t) =>
        (offer.From, offer.Until) switch
        {
            ({ } from, { } until) => t.Period(from, until),
            ({ } from, null) => t.With("Proposals.offer.since", ("day", from)),
            (null, { } until) => t.With("Proposals.offer.until-day", ("day", until)),
            _ => null,
        };
}
