using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>Every field that only one kind of listing has, in plain words.</summary>
public static class KindFacts
{
    /// <summary>The facts of a kind's own fields that are known.</summary>
    public static IReadOnlyList<CardFact> Of(ListingDetails details, PageText t, ProfessionCatalogue professions)
    {
        var facts = new FactList(t);
        return (
            details switch
            {
                SalariedPostDetails post => Post(facts, post, t),
                ShiftDetails shift => Shift(facts, shift, t),
                LocumDetails locum => Locum(facts, locum, t),
                HandoverDetails handover => Handover(facts, handover, t),
                PartnershipDetails partnership => Partnership(facts, partnership, t),
                PremisesDetails premises => Premises(facts, premises, t),
                PlacementDetails placement => Placement(facts, placement, t),
                CommunityProjectDetails project => Project(facts, project, t),
                TrainingOfferDetails training => Training(facts, training, t, professions),
                _ => facts,
            }
        ).Facts;
    }

    private static FactList Post(FactList facts, SalariedPostDetails post, PageText t) =>
        facts
            .Add("contract", t["Listings.status." + post.Status])
            .Add("hours", Hours(post, t))
            .Add("rhythm", post.Rhythm == WorkRhythm.None ? null : Capital(t.Say(post.Rhythm)))
            .Add("service", post.Service)
            .Count("experience", "Listings.years", post.ExperienceYears)
            .Add("joint-committee", post.JointCommittee)
            .Number("ific", post.IficCategory);

    private static string? Hours(SalariedPostDetails post, PageText t) =>
        (post.HoursPerWeek, post.Percent) switch
        {
            ({ } hours, { } percent) => t.With("Listings.hours-and-percent", ("hours", t.Number(hours, 2)), ("percent", t.Percent(percent))),
            ({ } hours, null) => t.With("Listings.hours-a-week", ("hours", t.Number(hours, 2))),
            (null, { } percent) => t.With("Listings.percent-of-full-time", ("percent", t.Percent(percent))),
            _ => null,
        };

    private static FactList Shift(FactList facts, ShiftDetails shift, PageText t) =>
        facts
            .Add("times", t.Say(shift))
            .Count("break", "Listings.minutes", shift.BreakMinutes == 0 ? null : shift.BreakMinutes)
            .Add("rhythm", shift.Rhythm == WorkRhythm.None ? null : Capital(t.Say(shift.Rhythm)))
            .Add("service", shift.Service)
            .Add("skills", t.List(shift.Skills))
            .Add("mode", t["Listings.mode." + shift.Mode])
            .Money("shift-pay", shift.PayCents)
            .Add("pay-includes", shift.PayIncludes)
            .Count("seats", "Listings.seats", shift.Seats)
            .Add("audience", t["Listings.audience." + shift.Audience])
            .Add("bookable-from", shift.BookableFrom is { } from ? Moment(shift.LocalTime(from), t) : null);

    private static FactList Locum(FactList facts, LocumDetails locum, PageText t) =>
        facts
            .Add("days", locum.Days == WeekDays.None ? null : Capital(t.Say(locum.Days)))
            .Add("reason", t["Listings.locum-reason." + locum.Reason])
            .Number("patients-per-day", locum.PatientsPerDay)
            .Add("visits", locum.HomeVisits)
            .Add("duties", locum.Duties)
            .Add("software", locum.Software)
            .Add("secretary", locum.Secretary)
            .Add("equipment", locum.Equipment)
            .Add("third-party", locum.ThirdPartyBilling)
            .Fee("fee", locum.Fee)
            .Add("night-terms", locum.NightAndSundayTerms)
            .Count("payment-delay", "Listings.days-after", locum.PaymentDelayDays);

    private static FactList Handover(FactList facts, HandoverDetails handover, PageText t) =>
        facts
            .Add("reason", t["Listings.handover-reason." + handover.Reason])
            .Add("price", CardFacts.Price(handover.PriceCents, t))
            .Add("turnover", handover.Turnover.Length == 0 ? null : t["Listings.turnover.verified"])
            .Number("patients", handover.Patients)
            .Add("tenure", t["Listings.tenure." + handover.Tenure])
            .Add("equipment", handover.Equipment)
            .Add("staff", handover.Staff)
            .Add("software", handover.Software)
            .Add("before", handover.AccompanimentBefore)
            .Add("after", handover.AccompanimentAfter);

    private static FactList Partnership(FactList facts, PartnershipDetails partnership, PageText t) =>
        facts
            .Add("form", t["Listings.partnership." + partnership.Status])
            .Fee("fee", partnership.Fee)
            .MoneyAMonth("charges", partnership.MonthlyChargesCents)
            .Add("days", partnership.Days == WeekDays.None ? null : Capital(t.Say(partnership.Days)))
            .Add("team", partnership.Team)
            .Count("team-size", "Listings.people", partnership.TeamSize)
            .Add("group", partnership.Form == GroupPracticeForm.None ? null : t["Listings.group." + partnership.Form])
            .Add("path", partnership.PathToPartnership);

    private static FactList Premises(FactList facts, PremisesDetails premises, PageText t) =>
        facts
            .Add("surface", premises.SurfaceM2 is { } surface ? CardFacts.Surface(surface, t) : null)
            .Number("rooms", premises.Rooms)
            .Add("free-half-days", premises.FreeHalfDays.Count == 0 ? t["Listings.whole-week"] : Capital(t.Say(premises.FreeHalfDays)))
            .MoneyAMonth("rent", premises.RentCents)
            .MoneyAMonth("premises-charges", premises.ChargesCents)
            .Add("equipment", premises.Equipment)
            .Add("step-free", premises.StepFree)
            .Add("parking", premises.Parking)
            .Add("reception", premises.SharedReception);

    private static FactList Placement(FactList facts, PlacementDetails placement, PageText t) =>
        facts
            .Add("level", t["Listings.level." + placement.Level])
            .Add("supervisor", placement.Supervisor)
            .Add("approval", placement.Approval)
            .Day("approval-until", placement.ApprovalUntil)
            .Count("seats", "Listings.seats", placement.Seats)
            .Number("half-days", placement.HalfDaysPerWeek)
            .MoneyAMonth("allowance", placement.AllowanceCents);

    private static FactList Project(FactList facts, CommunityProjectDetails project, PageText t) =>
        facts
            .Add("stage", t["Listings.stage." + project.Stage])
            .Add("opening", project.OpensOn is { } day ? Capital(t.Month(day)) : null)
            .Add("premises", project.Premises)
            .Add("partners", project.Partners)
            .Add("offer", project.Offer)
            .Add("public-contact", project.PublicContact);

    private static FactList Training(FactList facts, TrainingOfferDetails training, PageText t, ProfessionCatalogue professions) =>
        facts
            .Add("leads-to", professions.Find(training.LeadsTo) is { } entry ? Capital(entry.Names.In(t.Language).For(Gender.Masculine)) : null)
            .Add("entry-level", training.EntryLevel)
            .Count("length", "Listings.weeks", training.Weeks)
            .Add("funding", training.Funding)
            .Add("benefits-kept", training.BenefitsKept)
            .Add("school", training.School);

    private static string Moment(DateTime local, PageText t) =>
        t.With("Listings.pair", ("one", t.WeekDay(DateOnly.FromDateTime(local))), ("other", t.Time(TimeOnly.FromDateTime(local))));

    private static string Capital(string text) => Search.SearchChips.Capital(text);
}
