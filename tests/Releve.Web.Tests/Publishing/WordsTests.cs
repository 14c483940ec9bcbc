using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Publishing;

/// <summary>What the site asks back: which of two communes, which of two versions, what became of it.</summary>
public sealed class WordsTests
{
    [Fact]
    public async Task A_name_that_several_communes_have_is_asked_back_and_chosen_beside_the_field()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);

        var page = await Newsroom.StepAsync(
            visitor,
            step,
            "next",
            HttpStatusCode.UnprocessableEntity,
            ("title", "Cabinet lumineux"),
            ("professions", "nurse"),
            ("commune", "Saint-Denis"),
            ("rentCents", "540")
        );

        page.QuerySelector("#commune-error")!.TextContent.ShouldContain("Plusieurs communes");
        page.QuerySelector("#commune")!.GetAttribute("value").ShouldBe("Saint-Denis");
        var choices = page.QuerySelectorAll("button[name=place]").Select(button => button.GetAttribute("value")!).ToList();
        choices.Count.ShouldBeGreaterThan(1);
        await visitor.SubmitAsync(page, step, "form#step", HttpStatusCode.Redirect, ("place", choices[1]));

        var form = await room.Site.ReadAsync(db => db.ListingForms.SingleAsync());
        (form.Fields["commune"][0], form.Fields["title"][0], form.Fields["rentCents"][0]).ShouldBe((choices[1], "Cabinet lumineux", "540"));
        (await visitor.GetAsync(step)).QuerySelector("button[name=place]").ShouldBeNull();
    }

    [Fact]
    public async Task Two_versions_are_compared_in_names_and_not_in_codes()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.SalariedPost);
        var (first, second) = (await visitor.GetAsync(step), await visitor.GetAsync(step));
        await visitor.SubmitAsync(
            first,
            step,
            "form#step",
            HttpStatusCode.Redirect,
            ("professions", "nurse"),
            ("commune", "Dreux"),
            ("from", "2027-01-04"),
            ("payMin", "2450"),
            ("payMax", "2900"),
            ("rhythm", "Night"),
            ("go", "leave")
        );

        var conflict = await visitor.SubmitAsync(second, step, "form#step", HttpStatusCode.Conflict, ("professions", "care-assistant"), ("commune", "28000"));

        var said = conflict.QuerySelectorAll(".publish-said").Select(one => one.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ')).ToList();
        said.ShouldContain("Infirmière, infirmier");
        said.ShouldContain("Aide-soignante, aide-soignant");
        said.ShouldContain("Dreux (28)");
        said.ShouldContain("Chartres (28)");
        said.ShouldContain("4 janvier 2027");
        said.ShouldContain("2 450 € à 2 900 € par mois");
        said.ShouldContain("Nuit");
    }

    [Fact]
    public async Task Who_published_tells_what_became_of_a_listing_that_expired()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        room.Site.Time.Now = TestData.Now.AddDays(70);
        await room.Site.WriteAsync(async db => await new CloseExpiredListings(db).RunAsync(room.Site.Time.Now));
        room.Site.Time.Now = TestData.Now.AddDays(71);
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var address = "/fr/mon-espace/publier/offre/" + listing.Reference;

        (await visitor.GetAsync("/fr/mon-espace/publier")).QuerySelector(".publish-line .tag")!.TextContent.ShouldContain("Issue à préciser");
        await visitor.FillAsync(address, "form[action$='handler=Close']", HttpStatusCode.UnprocessableEntity, ("outcome", "Expired"));
        await visitor.FillAsync(address, "form[action$='handler=Close']", HttpStatusCode.Redirect, ("outcome", "FilledElsewhere"));

        var told = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        (told.Status, told.Outcome).ShouldBe((ListingStatus.Closed, CloseOutcome.FilledElsewhere));
        var page = await visitor.GetAsync(address);
        page.QuerySelector("form[action$='handler=Close']").ShouldBeNull();
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("trouvé autrement");
        var steps = await room.Site.ReadAsync(db => db.ListingTransitions.OrderBy(one => one.Id).ToListAsync());
        (steps[^1].By, steps[^1].Outcome).ShouldBe((room.Recruiter.Id.ToString(), CloseOutcome.FilledElsewhere));
    }
}
