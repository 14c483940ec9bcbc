using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Proposals;

/// <summary>
/// A seeker as the card shows it: what others read of a fit, its points and the order of cards follow from this, so that they
/// tell no more than the card. The zones are the true ones: that a place lies in one is what brought the card there.
/// </summary>
public static class CardSeeker
{
    /// <summary>The wishes that the card shows.</summary>
    public static LifeWishes WishesOf(AnonymousCard card, LifeWishes wishes) =>
        wishes with
        {
            Professions = [.. card.Professions],
            Specialties = [.. card.Specialties],
            Start = card.StartMonth,
            PartnerProfession = card.PartnerProfession,
            Languages = card.Languages,
            Words = null,
        };

    /// <summary>The seeker; of a family in place of a profession, each profession of it is a perhaps.</summary>
    public static Seeker Of(AnonymousCard card, LifeWishes wishes, ProfessionCatalogue professions, Gazetteer gazetteer) =>
        Seeker.Of(WishesOf(card, wishes), gazetteer) with
        {
            Perhaps = [.. professions.All.Where(one => card.Families.Contains(one.Family)).Select(one => one.Code)],
        };
}
