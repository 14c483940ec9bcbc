using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Memberships;

/// <summary>What owners write of their organisation, and the sites of a group.</summary>
public sealed class OwnPageTests
{
    private const string Edit = "/fr/mon-espace/organisations/fiche/centre-hospitalier-de-chartres";
    private const string Sites = "/fr/mon-espace/organisations/sites/centre-hospitalier-de-chartres";

    private readonly Organisation hospital = TestData.Organisation();
    private readonly Organisation home = TestData.Organisation("Ehpad de Dreux", "FR-28134", OrganisationKind.Ehpad);
    private readonly Account owner = Secured("odile@ch-chartres.fr");
    private readonly Account recruiter = Secured("remi@exemple.fr");
    private readonly Account stranger = Secured("sam@exemple.fr");

    [Fact]
    public async Task The_public_page_says_what_the_owner_writes()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);

        await visitor.FillAsync(
            Edit,
            "main form",
            HttpStatusCode.Redirect,
            ("Nl", "Een ziekenhuis\r\n\r\nmet <b>hart</b>"),
            ("FactsFr", "480 lits\r\nGare à 5 min\u202e"),
            ("Website", "www.ch-chartres.fr"),
            ("Phone", "02 37 30 30 30"),
            ("Email", "contact@ch-chartres.fr"),
            ("Domain", "ch-chartres.fr"),
            ("Name", "Autre nom"),
            ("Slug", "autre"),
            ("CheckedAt", "2026-01-01"),
            ("ParentId", home.Id.ToString())
        );

        var saved = await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == hospital.Id));
        saved.Presentation.ShouldBe(new LocalText("", "Een ziekenhuis\n\nmet <b>hart</b>"));
        saved.Facts.ShouldBe(new LocalText("480 lits\nGare à 5 min"));
        (saved.Website, saved.MailDomain, saved.Name).ShouldBe(("https://www.ch-chartres.fr/", "ch-chartres.fr", hospital.Name));
        (saved.CheckedAt, saved.ParentId, saved.Version).ShouldBe((null, null, 1));
        var logged = await site.ReadAsync(db => db.AuditEntries.SingleAsync());
        (logged.Action, logged.By, logged.Detail).ShouldBe(("organisation.mail-domain", owner.Id, "– → ch-chartres.fr"));
        var page = await site.GetAsync("/fr/organisation/centre-hospitalier-de-chartres");
        page.QuerySelector("[aria-labelledby=about] .prose")!.GetAttribute("lang").ShouldBe("nl");
        page.QuerySelector("[aria-labelledby=about] b").ShouldBeNull();
        page.QuerySelector("a[href='/fr/mon-espace/organisations/demande/centre-hospitalier-de-chartres']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Website", "javascript:alert(1)", "website")]
    [InlineData("Website", "ftp://ch-chartres.fr", "website")]
    [InlineData("Website", "https://user:secret@ch-chartres.fr", "website")]
    [InlineData("Website", "http://127.0.0.1/", "website")]
    [InlineData("Phone", "appelez-moi", "phone")]
    [InlineData("Email", "contact", "email")]
    [InlineData("Domain", "gmail.com", "domain")]
    [InlineData("Domain", "ch-dreux.fr", "domain")]
    public async Task What_is_wrong_stands_beside_its_field(string field, string value, string id)
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);

        var page = await visitor.FillAsync(Edit, "main form", HttpStatusCode.UnprocessableEntity, (field, value), ("Fr", "Mon texte"));

        page.QuerySelector($"#{id}-error").ShouldNotBeNull();
        page.QuerySelector("#fr")!.TextContent.ShouldBe("Mon texte");
        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == hospital.Id))).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Two_tabs_conflict_and_nothing_is_lost()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        var (first, second) = (await visitor.GetAsync(Edit), await visitor.GetAsync(Edit));

        await visitor.SubmitAsync(first, Edit, "main form", HttpStatusCode.Redirect, ("Fr", "Premier onglet"), ("Phone", "150"));
        var conflict = await visitor.SubmitAsync(second, Edit, "main form", HttpStatusCode.Conflict, ("Fr", "Second onglet"));

        conflict.QuerySelector("#fr")!.TextContent.ShouldBe("Second onglet");
        conflict.QuerySelectorAll(".saved .kept").Select(one => one.TextContent).ShouldBe(["Premier onglet", "150"]);
        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == hospital.Id))).Presentation!.Fr.ShouldBe("Premier onglet");

        await visitor.SubmitAsync(conflict, Edit, "main form", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == hospital.Id))).Presentation!.Fr.ShouldBe("Second onglet");
    }

    [Fact]
    public async Task Pressing_twice_is_no_conflict()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        var page = await visitor.GetAsync(Edit);

        await visitor.SubmitAsync(page, Edit, "main form", HttpStatusCode.Redirect, ("Fr", "Texte"));
        await visitor.SubmitAsync(page, Edit, "main form", HttpStatusCode.Redirect, ("Fr", "Texte"));
    }

    [Theory]
    [InlineData(Edit)]
    [InlineData(Sites)]
    public async Task It_is_the_owners_alone(string address)
    {
        await using var site = await StartAsync();
        (await (await site.SignedInAsync(recruiter)).StatusOfAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignedInAsync(stranger)).StatusOfAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_group_serves_its_sites_until_they_are_taken_out()
    {
        await using var site = await StartAsync(alsoHome: true);
        var visitor = await site.SignedInAsync(owner);

        await visitor.FillAsync(Sites, "#add-form", HttpStatusCode.Redirect, ("Site", "ehpad-de-dreux"));
        var colleague = await site.SignedInAsync(recruiter);
        (await colleague.GetAsync("/fr/mon-espace/organisations")).QuerySelectorAll(".org-list .org-name").Length.ShouldBe(2);
        (await colleague.GetAsync("/fr/mon-espace/organisations/equipe/ehpad-de-dreux")).QuerySelector("#invite-form").ShouldBeNull();

        // One level: the site becomes no group, the group no site.
        await visitor.FillAsync(Sites, "main form", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == home.Id))).ParentId.ShouldBeNull();
        (await (await site.SignedInAsync(recruiter)).StatusOfAsync("/fr/mon-espace/organisations/equipe/ehpad-de-dreux")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_cycle_no_second_level_and_nobody_elses_site()
    {
        await using var site = await StartAsync(alsoHome: true);
        var visitor = await site.SignedInAsync(owner);
        await visitor.FillAsync(Sites, "#add-form", HttpStatusCode.Redirect, ("Site", "ehpad-de-dreux"));
        var page = await visitor.GetAsync(Sites);
        var token = page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;

        await visitor.PostAsync(
            "/fr/mon-espace/organisations/sites/ehpad-de-dreux?handler=Add",
            HttpStatusCode.Conflict,
            [("Site", "centre-hospitalier-de-chartres"), ("form-token", token)]
        );
        await visitor.PostAsync(Sites + "?handler=Add", HttpStatusCode.Conflict, [("Site", "centre-hospitalier-de-chartres"), ("form-token", token)]);
        await visitor.PostAsync(Sites + "?handler=Add", HttpStatusCode.NotFound, [("Site", "chu-de-lyon"), ("form-token", token)]);
        await visitor.PostAsync(Sites + "?handler=Remove", HttpStatusCode.NotFound, [("Site", "chu-de-lyon"), ("form-token", token)]);
        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == hospital.Id))).ParentId.ShouldBeNull();
    }

    private static Account Secured(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }

    private Task<TestSite> StartAsync(bool alsoHome = false) =>
        TestSite.StartAsync(db =>
        {
            var lyon = TestData.Organisation("CHU de Lyon", "FR-69123");
            db.AddRange(hospital, home, lyon);
            db.AddRange(owner, recruiter, stranger);
            db.AddRange(
                TestData.Membership(hospital, owner),
                TestData.Membership(hospital, recruiter, OrganisationRole.Recruiter),
                TestData.Membership(lyon, stranger)
            );
            if (alsoHome)
            {
                db.Add(TestData.Membership(home, owner));
            }
            return Task.CompletedTask;
        });
}
