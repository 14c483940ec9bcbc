using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Memberships;

/// <summary>Adding an organisation that the register does not have.</summary>
public sealed class AddTests
{
    private const string Add = "/fr/mon-espace/organisations/ajouter";

    private readonly Account claire = TestData.Account();
    private readonly Organisation hospital = TestData.Organisation();

    public AddTests() => hospital.Finess = "280000134";

    [Fact]
    public async Task A_practice_is_added_and_its_creator_owns_it()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await FillAsync(visitor, HttpStatusCode.Redirect, ("Street", "1, rue de l'Épée d'Or"), ("Bce", "BE 0403.170.701"));

        visitor.Location.ShouldBe("/fr/mon-espace/organisations");
        var practice = await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id));
        (practice.Name, practice.Slug, practice.Kind).ShouldBe(("Cabinet d’Arc & O'Brien", "cabinet-d-arc-o-brien", OrganisationKind.PrivatePractice));
        (practice.CommuneCode, practice.Postcode, practice.Locality, practice.Street).ShouldBe(("FR-28085", "28000", "Chartres", "1, rue de l'Épée d'Or"));
        (practice.Source, practice.CheckedAt, practice.Bce).ShouldBe((OrganisationSource.Here, null, "0403170701"));
        var membership = await site.ReadAsync(db => db.Memberships.SingleAsync());
        (membership.OrganisationId, membership.AccountId, membership.Role).ShouldBe((practice.Id, claire.Id, OrganisationRole.Owner));
        (await visitor.GetAsync("/fr/mon-espace/organisations")).QuerySelector(".org-list .tag-warn").ShouldNotBeNull();
        await visitor.GetAsync("/fr/organisation/cabinet-d-arc-o-brien");
    }

    [Fact]
    public async Task A_double_press_at_the_same_instant_adds_one()
    {
        await using var site = await StartAsync();
        var visitors = new[] { await site.SignedInAsync(claire), await site.SignedInAsync(claire), await site.SignedInAsync(claire) };

        await Task.WhenAll(visitors.Select(visitor => FillAsync(visitor, HttpStatusCode.Redirect)));

        (await site.ReadAsync(db => db.Organisations.CountAsync(one => one.Id != hospital.Id))).ShouldBe(1);
        (await site.ReadAsync(db => db.Memberships.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await FillAsync(
            visitor,
            HttpStatusCode.UnprocessableEntity,
            ("Name", "<b>?"),
            ("Kind", "Ministry"),
            ("Where", "Nulle-Part-sur-Rien"),
            ("Finess", "28"),
            ("Siret", "12345678901234"),
            ("Bce", "0403170702")
        );

        foreach (var field in new[] { "kind", "where", "finess", "siret", "bce" })
        {
            page.QuerySelector($"#{field}-error").ShouldNotBeNull(field);
        }
        page.QuerySelector("#siret")!.GetAttribute("value")!.ShouldBe("12345678901234");
        page.QuerySelector("#name")!.GetAttribute("value")!.ShouldBe("<b>?");
        (await site.ReadAsync(db => db.Memberships.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_commune_of_a_common_name_is_asked_for_with_its_postcode()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await FillAsync(visitor, HttpStatusCode.UnprocessableEntity, ("Where", "Saint-Martin"));
        page.QuerySelector("#where-error")!.TextContent.ShouldContain("Saint-Martin (");
        await FillAsync(visitor, HttpStatusCode.Redirect, ("Where", "Saint-Martin (65)"));

        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id))).CommuneCode.ShouldStartWith("FR-65");
    }

    [Fact]
    public async Task An_unusual_finess_is_questioned_once_and_then_believed()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await FillAsync(visitor, HttpStatusCode.UnprocessableEntity, ("Finess", "280000135"));
        page.QuerySelector("#finess-error")!.TextContent.ShouldContain("inhabituel");
        await visitor.SubmitAsync(page, Add, "main form", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_number_that_is_there_leads_to_the_claim()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await FillAsync(visitor, HttpStatusCode.UnprocessableEntity, ("Finess", "28 000 0134"), ("Another", "true"));

        page.QuerySelector("#same a")!.GetAttribute("href").ShouldBe("/fr/mon-espace/organisations/demande/centre-hospitalier-de-chartres");
    }

    [Fact]
    public async Task The_same_name_in_the_same_commune_is_asked_about()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await FillAsync(visitor, HttpStatusCode.UnprocessableEntity, ("Name", "CENTRE HOSPITALIER DE CHARTRES"));
        page.QuerySelector("#alike a").ShouldNotBeNull();
        await visitor.SubmitAsync(page, Add, "main form", HttpStatusCode.Redirect, ("Another", "true"));

        (await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id))).Slug.ShouldBe("centre-hospitalier-de-chartres-2");
    }

    [Theory]
    [InlineData("\u202egro.eriavrès\u202c Cabinet", "gro.eriavrès Cabinet")]
    [InlineData("  Maison   de santé van ’t Hoff-d’Ursel ", "Maison de santé van ’t Hoff-d’Ursel")]
    [InlineData("عيادة شارتر", "عيادة شارتر")]
    public async Task Names_are_kept_as_people_see_them(string typed, string kept)
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await FillAsync(visitor, HttpStatusCode.Redirect, ("Name", typed));

        var added = await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id));
        added.Name.ShouldBe(kept);
        await visitor.GetAsync("/fr/organisation/" + added.Slug);
    }

    [Fact]
    public async Task Two_hundred_characters_fit_and_one_more_does_not()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        var name = string.Concat(Enumerable.Repeat("Éloi-", 40));

        await FillAsync(visitor, HttpStatusCode.UnprocessableEntity, ("Name", name + "s"));
        await FillAsync(visitor, HttpStatusCode.Redirect, ("Name", name));

        var added = await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id));
        added.Name.ShouldBe(name);
        added.Slug.Length.ShouldBeLessThanOrEqualTo(120);
        await visitor.GetAsync("/fr/organisation/" + added.Slug);
    }

    [Fact]
    public async Task Fields_that_are_not_asked_for_change_nothing()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await FillAsync(
            visitor,
            HttpStatusCode.Redirect,
            ("CheckedAt", "2026-01-01"),
            ("Source", "Register"),
            ("ParentId", hospital.Id.ToString()),
            ("Id", hospital.Id.ToString()),
            ("AccountId", Guid.NewGuid().ToString()),
            ("MailDomain", "gmail.com"),
            ("Slug", "moi")
        );

        var added = await site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id != hospital.Id));
        (added.CheckedAt, added.Source, added.ParentId, added.MailDomain).ShouldBe((null, OrganisationSource.Here, null, null));
        added.Slug.ShouldStartWith("cabinet");
    }

    private static Task<IHtmlDocument> FillAsync(TestVisitor visitor, HttpStatusCode expected, params (string Name, string? Value)[] fields)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Kind"] = "PrivatePractice",
            ["Name"] = "Cabinet d’Arc & O'Brien",
            ["Where"] = "Chartres",
        };
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }
        return visitor.FillAsync(Add, "main form", expected, [.. all.Select(field => (field.Key, field.Value))]);
    }

    private Task<TestSite> StartAsync() =>
        TestSite.StartAsync(db =>
        {
            db.Add(hospital);
            db.Add(claire);
            return Task.CompletedTask;
        });
}
