using Releve.Core.Listings;
using Releve.Core.Search;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;
using IndexedCard = Releve.Core.Search.ListingCard;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>The three facts that decide, chosen per kind: dates, money, and what comes with it.</summary>
public static class CardFacts
{
    /// <summary>At most three facts of a card.</summary>
    public static CardFact[] Of(IndexedCard card, PageText t, DateOnly today) =>
        card.Details switch
        {
            SalariedPostDetails post => Post(card, post, t, today),
            ShiftDetails shift => Shift(card, shift, t),
            LocumDetails locum => Locum(card, locum, t, today),
            HandoverDetails handover => Handover(card, handover, t, today),
            PartnershipDetails partnership => Partnership(card, partnership, t, today),
            PremisesDetails premises => Premises(premises, t),
            PlacementDetails placement => Placement(card, placement, t, today),
            CommunityProjectDetails project => Project(card, project, t),
            TrainingOfferDetails training => Training(card, training, t, today),
            _ => [],
        };

    private static CardFact[] Post(IndexedCard card, SalariedPostDetails post, PageText t, DateOnly today)
    {
        var contract = t["Listings.status." + post.Status];
        return
        [
            new(t["Listings.field.contract"], post.Percent is { } percent and < 100 ? contract + ", " + t.Percent(percent) : contract),
            card.Pay is { } pay
                ? new(t["Listings.field.pay"], t.Say(pay))
                : new(t["Listings.field.rhythm"], post.Rhythm == WorkRhythm.None ? t["Listings.unsaid"] : t.Say(post.Rhythm)),
            new(t["Listings.field.start"], t.Start(card.From, today)),
        ];
    }

    private static CardFact[] Shift(IndexedCard card, ShiftDetails shift, PageText t) =>
        [
            new(t["Listings.field.times"], t.Say(shift)),
            new(t["Listings.field.shift-pay"], t.Money(shift.PayCents)),
            Lodging(card, t) ?? new(t["Listings.field.seats"], t.Count("Listings.seats", shift.Seats)),
        ];

    private static CardFact[] Locum(IndexedCard card, LocumDetails locum, PageText t, DateOnly today) =>
        [
            new(
                t["Listings.field.dates"],
                card.From is null && locum.Days != WeekDays.None ? Search.SearchChips.Capital(t.Say(locum.Days)) : t.Dates(card.From, card.Until, today)
            ),
            new(t["Listings.field.fee"], locum.Fee is { } fee ? t.Say(fee) : t["Listings.unsaid"]),
            Lodging(card, t)
                ?? (
                    locum.PatientsPerDay is { } patients
                        ? new(t["Listings.field.patients-per-day"], t.Number(patients))
                        : new(t["Listings.field.lodging"], t["Listings.none"])
                ),
        ];

    private static CardFact[] Handover(IndexedCard card, HandoverDetails handover, PageText t, DateOnly today) =>
        [
            new(t["Listings.field.handover-date"], t.Start(card.From, today)),
            new(t["Listings.field.price"], Price(handover.PriceCents, t)),
            handover.Patients is { } patients
                ? new(t["Listings.field.patients"], t.Number(patients))
                : new(t["Listings.field.tenure"], t["Listings.tenure." + handover.Tenure]),
        ];

    private static CardFact[] Partnership(IndexedCard card, PartnershipDetails partnership, PageText t, DateOnly today) =>
        [
            new(t["Listings.field.form"], t["Listings.partnership." + partnership.Status]),
            partnership.MonthlyChargesCents is { } charges
                ? new(t["Listings.field.charges"], t.With("Listings.pay.Month", ("amount", t.Money(charges))))
                : new(t["Listings.field.fee"], partnership.Fee is { } fee ? t.Say(fee) : t["Listings.unsaid"]),
            new(t["Listings.field.start"], t.Start(card.From, today)),
        ];

    private static CardFact[] Premises(PremisesDetails premises, PageText t) =>
        [
            new(t["Listings.field.surface"], premises.SurfaceM2 is { } surface ? Surface(surface, t) : t["Listings.unsaid"]),
            new(t["Listings.field.rent"], premises.RentCents is { } rent ? t.With("Listings.pay.Month", ("amount", t.Money(rent))) : t["Listings.price.open"]),
            new(
                t["Listings.field.free"],
                premises.FreeHalfDays.Count == 0 ? t["Listings.whole-week"] : t.Count("Listings.half-days", premises.FreeHalfDays.Count)
            ),
        ];

    private static CardFact[] Placement(IndexedCard card, PlacementDetails placement, PageText t, DateOnly today) =>
        [
            new(t["Listings.field.dates"], t.Dates(card.From, card.Until, today)),
            new(t["Listings.field.level"], t["Listings.level." + placement.Level]),
            Lodging(card, t)
                ?? (
                    placement.AllowanceCents is { } allowance
                        ? new(t["Listings.field.allowance"], t.With("Listings.pay.Month", ("amount", t.Money(allowance))))
                        : new(t["Listings.field.seats"], t.Count("Listings.seats", placement.Seats))
                ),
        ];

    private static CardFact[] Project(IndexedCard card, CommunityProjectDetails project, PageText t) =>
        [
            new(t["Listings.field.stage"], t["Listings.stage." + project.Stage]),
            new(t["Listings.field.opening"], project.OpensOn is { } day ? t.Month(day) : t["Listings.unsaid"]),
            Lodging(card, t) ?? new(t["Listings.field.sought"], t.Count("Listings.professions", card.Professions.Length)),
        ];

    private static CardFact[] Training(IndexedCard card, TrainingOfferDetails training, PageText t, DateOnly today) =>
        [
            new(t["Listings.field.next-start"], t.Start(card.From, today)),
            new(t["Listings.field.length"], training.Weeks is { } weeks ? t.Count("Listings.weeks", weeks) : t["Listings.unsaid"]),
            training.BenefitsKept == true
                ? new(t["Listings.field.benefits-kept"], t["Listings.yes"])
                : new(t["Listings.field.entry-level"], training.EntryLevel ?? t["Listings.unsaid"]),
        ];

    private static CardFact? Lodging(IndexedCard card, PageText t) =>
        card.Benefits.HasFlag(Benefits.Lodging) ? new(t["Listings.field.lodging"], t["Listings.offered"]) : null;

    internal static string Price(long? cents, PageText t) =>
        cents switch
        {
            null => t["Listings.price.open"],
            0 => t["Listings.price.free"],
            { } amount => t.Money(amount),
        };

    internal static string Surface(decimal m2, PageText t) => t.Number(m2, 1) + "\u00a0m²";
}
