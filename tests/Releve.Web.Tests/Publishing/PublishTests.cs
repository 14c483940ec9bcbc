using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Publishing;

/// <summary>From an empty form to a listing that is found.</summary>
public sealed class PublishTests
{
    private static readonly (string, string?)[] Post =
    [
        ("title", "Infirmière ou infirmier de nuit en gériatrie"),
        ("body", "Une équipe de douze personnes cherche du renfort pour les nuits.\n\nLogement possible sur place."),
        ("professions", "nurse"),
        ("commune", "Chartres"),
        ("status", "Permanent"),
        ("payMin", "2 450"),
        ("payMax", "2900,50"),
        ("payUnit", "Month"),
        ("from", "2027-01-04"),
        ("percent", "80"),
        ("rhythm", "Night"),
    ];

    [Fact]
    public async Task A_recruiter_publishes_a_post_in_its_short_form_and_it_is_found_at_once()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.SalariedPost);

        await Newsroom.StepAsync(visitor, step, "preview", HttpStatusCode.Redirect, Post);
        visitor.Location.ShouldBe(Newsroom.Preview(step));
        await visitor.FillAsync(visitor.Location!, "form.publish-now", HttpStatusCode.Redirect);

        var page = await visitor.GetAsync(visitor.Location!);
        page.QuerySelector(".alert-good")!.TextContent.ShouldContain("publié");
        var listing = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        (listing.Status, listing.OrganisationId, listing.AccountId).ShouldBe((ListingStatus.Live, room.Hospital.Id, room.Recruiter.Id));
        listing.Pay.ShouldBe(new PayRange(2450_00, 2900_50, PayUnit.Month));
        listing.CommuneCode.ShouldBe("FR-28085");
        ((SalariedPostDetails)listing.Details).Percent.ShouldBe(80);
        (await room.Site.ReadAsync(db => db.ListingForms.CountAsync())).ShouldBe(0);
        (await room.Site.GetAsync("/fr/offres?q=infirmier+nuit+Chartres")).Body!.TextContent.ShouldContain("nuit en gériatrie");
    }

    [Fact]
    public async Task The_first_listing_of_a_new_organisation_goes_to_review_and_says_so()
    {
        await using var room = await Newsroom.OpenAsync(isChecked: false);
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.SalariedPost);
        await Newsroom.StepAsync(visitor, step, "preview", HttpStatusCode.Redirect, Post);

        var preview = await visitor.GetAsync(Newsroom.Preview(step));
        preview.QuerySelector("form.publish-now")!.TextContent.ShouldContain("première offre");
        await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        (await visitor.GetAsync(visitor.Location!)).QuerySelector(".alert-good")!.TextContent.ShouldContain("envoyé");
        (await room.Site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.InReview);
        (await room.Site.GetAsync("/fr/offres?q=infirmier")).Body!.TextContent.ShouldNotContain("nuit en gériatrie");
    }

    [Theory, InlineData(true, ListingStatus.Live), InlineData(false, ListingStatus.InReview)]
    public async Task A_nurse_publishes_in_her_own_name(bool verified, ListingStatus expected)
    {
        await using var room = await Newsroom.OpenAsync(verified: verified);
        var visitor = await room.Site.SignedInAsync(room.Nurse);
        var step = await Newsroom.BeginAsync(visitor, "me", ListingKind.Locum);

        await Newsroom.StepAsync(
            visitor,
            step,
            "preview",
            HttpStatusCode.Redirect,
            ("title", "Remplacement au cabinet, juillet"),
            ("body", "Tournée de vingt patients autour de Brou, voiture nécessaire."),
            ("professions", "nurse"),
            ("commune", "Brou"),
            ("from", "2027-07-01"),
            ("until", "2027-07-31"),
            ("fee", "80")
        );
        await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var listing = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        (listing.Status, listing.OrganisationId, listing.AccountId).ShouldBe((expected, null, room.Nurse.Id));
        ((LocumDetails)listing.Details).Fee.ShouldBe(new FeeShare(80, FeeDirection.KeptByLocum));
    }

    [Fact]
    public async Task A_shift_is_kept_by_the_clock_of_its_place()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Shift);

        await Newsroom.StepAsync(
            visitor,
            step,
            "preview",
            HttpStatusCode.Redirect,
            ("title", "Garde de nuit aux urgences"),
            ("body", "Deux infirmières et une aide-soignante sur place, secteur de huit lits."),
            ("professions", "nurse"),
            ("commune", "Chartres"),
            ("startsAt", "2026-12-05T20:00"),
            ("endsAt", "2026-12-06T08:00"),
            ("payCents", "300")
        );
        await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var shift = (ShiftDetails)(await room.Site.ReadAsync(db => db.Listings.SingleAsync())).Details;
        shift.StartsAt.ShouldBe(new DateTime(2026, 12, 5, 19, 0, 0, DateTimeKind.Utc));
        (shift.PayCents, shift.TimeZone, shift.Seats, shift.Audience).ShouldBe((300_00, "Europe/Paris", 1, ShiftAudience.Everybody));
        shift.Rhythm.ShouldBe(WorkRhythm.Night | WorkRhythm.Weekend | WorkRhythm.TwelveHours);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.SalariedPost);

        var page = await Newsroom.StepAsync(
            visitor,
            step,
            "next",
            HttpStatusCode.UnprocessableEntity,
            ("title", new string('x', 200)),
            ("commune", "Nulle-Part-sur-Rien"),
            ("percent", "beaucoup"),
            ("from", "31/02/2027")
        );

        page.QuerySelector("#title-error")!.TextContent.ShouldContain("140");
        page.QuerySelector("#commune-error").ShouldNotBeNull();
        page.QuerySelector("#percent-error")!.TextContent.ShouldContain("nombre");
        page.QuerySelector("#status-error").ShouldNotBeNull();
        page.QuerySelector("#payMin .error")!.TextContent.ShouldContain("2023/970");
        page.QuerySelector("#percent")!.GetAttribute("value").ShouldBe("beaucoup");
        var form = await room.Site.ReadAsync(db => db.ListingForms.SingleAsync());
        form.Fields["title"][0].Length.ShouldBe(200);
        (await visitor.GetAsync(step)).QuerySelector("#percent")!.GetAttribute("value").ShouldBe("beaucoup");
    }

    [Fact]
    public async Task A_form_left_half_way_is_on_the_board_and_goes_on()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);

        await Newsroom.StepAsync(visitor, step, "leave", HttpStatusCode.Redirect, ("title", "Cabinet lumineux"), ("rentCents", "n'importe quoi"));

        var board = await visitor.GetAsync(visitor.Location!);
        board.QuerySelector($"a[href='{step}']")!.TextContent.ShouldBe("Cabinet lumineux");
        (await visitor.GetAsync(step)).QuerySelector("#rentCents")!.GetAttribute("value").ShouldBe("n'importe quoi");
    }

    [Fact]
    public async Task A_button_pressed_twice_publishes_once()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.SalariedPost);
        await Newsroom.StepAsync(visitor, step, "preview", HttpStatusCode.Redirect, Post);
        var preview = await visitor.GetAsync(Newsroom.Preview(step));
        var twin = await room.Site.SignedInAsync(room.Recruiter);
        var twinPreview = await twin.GetAsync(Newsroom.Preview(step));

        await Task.WhenAll(
            visitor.SubmitAsync(preview, Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect),
            twin.SubmitAsync(twinPreview, Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect)
        );
        await visitor.SubmitAsync(preview, Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var listing = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        visitor.Location!.ShouldStartWith("/fr/mon-espace/publier/offre/" + listing.Reference);
    }
}
