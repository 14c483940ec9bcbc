using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Listings;
using Releve.TestKit;
using Releve.Web.Modules.Listings;

namespace Releve.Web.Tests.Publishing;

/// <summary>What is done with listings that are there: changed, extended, copied, closed, counted; and by whom it is not.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task A_change_goes_live_and_the_old_text_stays_in_the_history()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);

        var step = await EditAsync(visitor, listing);
        await Newsroom.StepAsync(visitor, step, "preview", HttpStatusCode.Redirect, ("title", "Infirmière ou infirmier, nuits en chirurgie"));
        await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var page = await visitor.GetAsync(Page(listing));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Infirmière ou infirmier, nuits en chirurgie");
        var revision = page.QuerySelector("details.publish-family")!.TextContent;
        revision.ShouldContain("Infirmière ou infirmier de nuit");
        revision[revision.IndexOf("A changé", StringComparison.Ordinal)..].ShouldStartWith("A changé\u00a0: Titre.");
        (await room.Site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.Live);
    }

    [Fact]
    public async Task Two_colleagues_change_one_listing_and_neither_text_is_lost()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        var (one, other) = (await room.Site.SignedInAsync(room.Recruiter), await room.Site.SignedInAsync(room.Colleague));
        var (mine, theirs) = (await EditAsync(one, listing), await EditAsync(other, listing));
        await Newsroom.StepAsync(one, mine, "preview", HttpStatusCode.Redirect, ("title", "Infirmière ou infirmier, mon titre"));
        await Newsroom.StepAsync(other, theirs, "preview", HttpStatusCode.Redirect, ("title", "Infirmière ou infirmier, leur titre"));
        await other.FillAsync(Newsroom.Preview(theirs), "form.publish-now", HttpStatusCode.Redirect);

        var conflict = await one.FillAsync(Newsroom.Preview(mine), "form.publish-now", HttpStatusCode.Conflict);

        var difference = conflict.QuerySelector(".publish-difference")!.TextContent;
        difference.ShouldContain("leur titre");
        difference.ShouldContain("mon titre");
        (await room.Site.ReadAsync(db => db.Listings.SingleAsync())).Texts[0].Title.ShouldEndWith("leur titre");
        (await room.Site.ReadAsync(db => db.ListingForms.SingleAsync())).Fields["title"].ShouldBe(["Infirmière ou infirmier, mon titre"]);

        await one.SubmitAsync(conflict, Newsroom.Preview(mine), "form:has(input[name=over])", HttpStatusCode.Redirect);
        (await room.Site.ReadAsync(db => db.Listings.SingleAsync())).Texts[0].Title.ShouldEndWith("mon titre");
        (await room.Site.ReadAsync(db => db.ListingRevisions.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Two_tabs_of_one_form_show_both_and_keep_both()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);
        var (first, second) = (await visitor.GetAsync(step), await visitor.GetAsync(step));
        await visitor.SubmitAsync(first, step, "form#step", HttpStatusCode.Redirect, ("title", "Premier onglet"), ("go", "leave"));

        var conflict = await visitor.SubmitAsync(second, step, "form#step", HttpStatusCode.Conflict, ("title", "Second onglet"), ("go", "leave"));

        conflict.QuerySelector(".publish-difference")!.TextContent.ShouldContain("Premier onglet");
        conflict.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Second onglet");
        (await room.Site.ReadAsync(db => db.ListingForms.SingleAsync())).Fields["title"].ShouldBe(["Premier onglet"]);
        await visitor.SubmitAsync(conflict, step, "form#step", HttpStatusCode.Redirect, ("go", "leave"));
        (await room.Site.ReadAsync(db => db.ListingForms.SingleAsync())).Fields["title"].ShouldBe(["Second onglet"]);
    }

    [Fact]
    public async Task The_page_that_saves_by_itself_keeps_what_is_typed_and_says_when_it_cannot()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);
        var page = await visitor.GetAsync(step);
        var token = page.QuerySelector("form#step input[name=form-token]")!.GetAttribute("value")!;
        var mark = page.QuerySelector("input[name=mark]")!.GetAttribute("value")!;

        await visitor.PostAsync(step + "?handler=Save", HttpStatusCode.OK, [("form-token", token), ("mark", mark), ("title", "Cab")]);
        (await visitor.Answer.Content.ReadAsStringAsync()).ShouldContain("mark");
        await visitor.PostAsync(step + "?handler=Save", HttpStatusCode.Conflict, [("form-token", token), ("mark", mark), ("title", "Autre")]);

        (await room.Site.ReadAsync(db => db.ListingForms.SingleAsync())).Fields["title"].ShouldBe(["Cab"]);
    }

    [Fact]
    public async Task What_is_not_a_field_of_the_step_changes_nothing()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);

        await Newsroom.StepAsync(
            visitor,
            step,
            "leave",
            HttpStatusCode.Redirect,
            ("title", "Cabinet"),
            ("OrganisationId", room.Other.Id.ToString()),
            ("AccountId", room.Stranger.Id.ToString()),
            ("Status", "Live"),
            ("Form.OrganisationId", room.Other.Id.ToString()),
            ("ListingId", Guid.CreateVersion7().ToString()),
            ("equipment", "d’une autre étape")
        );

        var form = await room.Site.ReadAsync(db => db.ListingForms.SingleAsync());
        (form.OrganisationId, form.AccountId, form.ListingId).ShouldBe((room.Hospital.Id, room.Recruiter.Id, null));
        form.Fields.Keys.ShouldNotContain(key => key.Contains("rganisation", StringComparison.Ordinal) || key == "Status" || key == "equipment");
    }

    [Fact]
    public async Task One_publishes_only_for_whom_one_recruits()
    {
        await using var room = await Newsroom.OpenAsync();
        (await (await room.Site.SignedInAsync(room.Viewer)).GetAsync("/fr/mon-espace/publier/nouvelle-offre")).QuerySelector("main form").ShouldBeNull();
        foreach (var account in new[] { room.Stranger, room.Nurse })
        {
            var visitor = await room.Site.SignedInAsync(account);
            await visitor.FillAsync(
                "/fr/mon-espace/publier/nouvelle-offre",
                "main form",
                HttpStatusCode.UnprocessableEntity,
                ("For", room.Hospital.Slug),
                ("Kind", "premises")
            );
        }
        (await room.Site.ReadAsync(db => db.ListingForms.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_colleague_who_no_longer_recruits_no_longer_finds_the_own_draft()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);

        await room.Site.WriteAsync(db => db.Memberships.Where(one => one.AccountId == room.Recruiter.Id).ExecuteDeleteAsync());

        (await visitor.StatusOfAsync(step)).ShouldBe(HttpStatusCode.NotFound);
        (await visitor.StatusOfAsync(Newsroom.Preview(step))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_listing_is_extended_copied_and_closed_with_what_became_of_it()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        room.Site.Time.Now = TestData.Now.AddDays(55);
        var visitor = await room.Site.SignedInAsync(room.Recruiter);

        (await visitor.GetAsync("/fr/mon-espace/publier")).QuerySelector(".alert-warn")!.TextContent.ShouldContain("dix jours");
        await visitor.FillAsync(Page(listing), "form[action$='handler=Extend']", HttpStatusCode.Redirect);
        (await room.Site.ReadAsync(db => db.Listings.SingleAsync())).ExpiresAt.ShouldBe(TestData.Now.AddDays(115));
        (await visitor.GetAsync(visitor.Location!)).QuerySelector(".alert-good")!.TextContent.ShouldContain("prolong");

        var page = await visitor.GetAsync(Page(listing));
        await visitor.SubmitAsync(page, Page(listing), "form[action$='handler=Clone']", HttpStatusCode.Redirect);
        await visitor.SubmitAsync(page, Page(listing), "form[action$='handler=Clone']", HttpStatusCode.Redirect);
        var copy = await room.Site.ReadAsync(db => db.ListingForms.SingleAsync());
        (copy.ListingId, copy.Fields["title"][0]).ShouldBe((null, "Infirmière ou infirmier de nuit"));

        (await visitor.FillAsync(Page(listing), "form[action$='handler=Close']", HttpStatusCode.UnprocessableEntity))
            .QuerySelector("#outcome .error")
            .ShouldNotBeNull();
        await visitor.FillAsync(Page(listing), "form[action$='handler=Close']", HttpStatusCode.UnprocessableEntity, ("outcome", "Expired"));
        await visitor.FillAsync(Page(listing), "form[action$='handler=Close']", HttpStatusCode.Redirect, ("outcome", "FilledHere"));
        var closed = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        (closed.Status, closed.Outcome).ShouldBe((ListingStatus.Closed, CloseOutcome.FilledHere));
        (await visitor.GetAsync(Page(listing))).QuerySelector("form[action$='handler=Edit']").ShouldBeNull();
    }

    [Fact]
    public async Task Hidden_contacts_stop_a_listing_and_warnings_are_confirmed()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        await visitor.FillAsync(Page(listing), "form[action$='handler=Clone']", HttpStatusCode.Redirect);
        var step = visitor.Location!;
        await Newsroom.StepAsync(
            visitor,
            step,
            "preview",
            HttpStatusCode.Redirect,
            ("body", "Appelez le 02 37 30 30 30, une équipe de douze personnes vous attend.")
        );

        var refused = await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.UnprocessableEntity, ("agreed", "true"));
        refused.QuerySelector(".publish-remarks .alert-bad")!.TextContent.ShouldContain("02 37 30 30 30");

        await Newsroom.StepAsync(visitor, step, "preview", HttpStatusCode.Redirect, ("body", "Une équipe de douze personnes vous attend en gériatrie."));
        var warned = await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.UnprocessableEntity);
        warned.QuerySelector(".publish-remarks .alert-warn")!.TextContent.ShouldContain("très proche");
        await visitor.SubmitAsync(warned, Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect, ("agreed", "true"));
        (await room.Site.ReadAsync(db => db.Listings.CountAsync(one => one.Status == ListingStatus.Live))).ShouldBe(2);
    }

    [Fact]
    public async Task Looks_by_people_are_counted_and_no_others()
    {
        await using var room = await Newsroom.OpenAsync();
        var listing = await room.PublishedAsync();
        var address = ListingsLinks.Listing(listing.Reference, "x", Releve.Core.Languages.Language.French);
        foreach (
            var (method, agent, purpose) in new[]
            {
                ("GET", "Mozilla/5.0 Firefox/140", ""),
                ("HEAD", "Mozilla/5.0", ""),
                ("GET", "Googlebot/2.1", ""),
                ("GET", "", ""),
                ("GET", "Mozilla/5.0", "prefetch"),
            }
        )
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
            if (purpose.Length > 0)
            {
                request.Headers.Add("Sec-Purpose", purpose);
            }
            using var answer = await room.Site.Client.SendAsync(request);
        }
        var recruiter = await room.Site.SignedInAsync(room.Recruiter);
        using (var own = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)))
        {
            own.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 Firefox/140");
            await recruiter.SendAnyAsync(own);
        }

        await room.Site.App.Services.GetRequiredService<ViewCounter>().WriteAsync(CancellationToken.None);

        (await room.Site.ReadAsync(db => db.ListingViews.SingleAsync())).Count.ShouldBe(1);
        (await recruiter.GetAsync("/fr/mon-espace/publier")).QuerySelector(".publish-line")!.TextContent.ShouldContain("vue 1 fois");
    }

    private static string Page(Listing listing) => "/fr/mon-espace/publier/offre/" + listing.Reference;

    private static async Task<string> EditAsync(TestVisitor visitor, Listing listing)
    {
        await visitor.FillAsync(Page(listing), "form[action$='handler=Edit']", HttpStatusCode.Redirect);
        return visitor.Location!;
    }
}
