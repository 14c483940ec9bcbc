using System.Net;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Organisations;

public sealed class OrganisationPagesTests
{
    [Theory]
    [InlineData("/fr/organisation/chartres", "Hôpital", "Présentation", "édition du 31 décembre 2023")]
    [InlineData("/nl/organisatie/chartres", "Ziekenhuis", "Voorstelling", "uitgave van 31 december 2023")]
    [InlineData("/en/organisation/chartres", "Hospital", "About", "edition of 31 December 2023")]
    public async Task An_organisation_says_who_and_where_it_is(string address, string kind, string about, string source)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync(address);

        page.QuerySelector("h1")!.TextContent.ShouldBe("CH de Chartres");
        page.QuerySelector("main")!.TextContent.ShouldContain(kind);
        page.QuerySelector("#about")!.TextContent.ShouldBe(about);
        page.QuerySelector(".plate[href]")!.TextContent.ShouldBe("Chartres");
        page.QuerySelector("address")!.TextContent.ShouldContain("28000 Chartres");
        page.QuerySelectorAll(".spec dd").Select(dd => dd.TextContent).ShouldContain("280000134");
        page.QuerySelector("aside")!.TextContent.ShouldContain(source);
        page.QuerySelectorAll("link[hreflang]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Its_open_listings_are_shown_and_nobody_elses()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisation/chartres");

        page.QuerySelectorAll("article.card .card-title").Select(title => title.TextContent).ShouldBe(["Cadre de nuit"]);
    }

    [Fact]
    public async Task A_text_that_exists_in_french_only_is_marked_as_french()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/nl/organisatie/chartres");

        page.QuerySelector(".prose")!.GetAttribute("lang").ShouldBe("fr");
    }

    [Fact]
    public async Task Without_listings_it_leads_to_those_around()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisation/liege");

        page.QuerySelector("#listings")!.ParentElement!.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/fr/offres?lieu=");
        page.QuerySelectorAll(".spec dd").Select(dd => dd.TextContent).ShouldContain("0403.170.701");
    }

    [Fact]
    public async Task A_site_that_is_no_web_address_is_no_link_and_markup_stays_text()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisation/liege");

        page.QuerySelectorAll("a[href^='javascript']").ShouldBeEmpty();
        page.QuerySelectorAll("main script").ShouldBeEmpty();
        page.QuerySelector(".prose")!.TextContent.ShouldContain("<script>alert(1)</script>");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("chartres%27--")]
    [InlineData("a/b")]
    public async Task An_unknown_organisation_is_not_found(string slug)
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.GetAsync("/fr/organisation/" + slug, HttpStatusCode.NotFound);

        page.QuerySelector("h1").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/fr/organisations", 25)]
    [InlineData("/fr/organisations?q=chartres", 1)]
    [InlineData("/nl/organisaties?q=LI%C3%88GE+4000", 1)]
    [InlineData("/en/organisations?kind=pharmacy", 23)]
    [InlineData("/en/organisations?type=pharmacie", 23)]
    [InlineData("/fr/organisations?q=chartres&type=pharmacie", 0)]
    public async Task Organisations_are_found_by_name_place_and_kind(string address, int count)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync(address);

        page.QuerySelectorAll(".org-list li").Length.ShouldBe(Math.Min(20, count));
        page.QuerySelectorAll(".empty").Length.ShouldBe(count == 0 ? 1 : 0);
        page.QuerySelectorAll(".pager").Length.ShouldBe(count > 20 ? 1 : 0);
    }

    [Fact]
    public async Task The_second_page_has_the_rest_and_its_address_in_each_language()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisations?type=pharmacie&page=2");

        page.QuerySelectorAll(".org-list li").Length.ShouldBe(3);
        page.QuerySelector("link[hreflang=nl]")!.GetAttribute("href")!.ShouldEndWith("/nl/organisaties?soort=apotheek&pagina=2");
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=1e309")]
    [InlineData("page=99999999999999999999")]
    [InlineData("type=%3Cscript%3E")]
    [InlineData("unknown=1")]
    public async Task What_an_address_means_nothing_by_is_told(string query)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisations?" + query);

        page.QuerySelectorAll(".alert").Length.ShouldBe(1);
        page.QuerySelectorAll(".org-list li").Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("/fr/organisations?type=pharmacie&type=clinique", "type=clinique", 20)]
    [InlineData("/fr/organisations?q=chartres&q=dreux", "q=dreux", 1)]
    [InlineData("/fr/organisations?page=2&pagina=1000", "pagina=1000", 5)]
    [InlineData("/fr/organisations?page=1000", "1", 5)]
    [InlineData("/nl/organisaties?pagina=1000", "dit is de laatste", 5)]
    public async Task What_is_asked_for_twice_or_lies_past_the_last_page_is_told(string address, string said, int count)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync(address);

        page.QuerySelectorAll(".alert").ShouldHaveSingleItem().TextContent.ShouldContain(said);
        page.QuerySelectorAll(".org-list li").Length.ShouldBe(count);
        page.QuerySelectorAll("meta[name=robots]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/fr/organisations?q=&type=&page=1", "/fr/organisations")]
    [InlineData("/fr/organisations?q=li%C3%A8ge+4000&type=", "/fr/organisations?q=li%C3%A8ge+4000")]
    public async Task What_a_form_leaves_empty_leaves_the_address(string address, string tidy)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(tidy);
        await site.GetAsync(tidy);
    }

    [Fact]
    public async Task A_page_of_listings_past_the_last_is_told()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisation/chartres?page=1000");

        page.QuerySelectorAll(".alert").Length.ShouldBe(1);
        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_of_listings_that_cannot_be_is_told_and_the_first_is_shown()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisation/chartres?page=-1");

        page.QuerySelectorAll(".alert").Length.ShouldBe(1);
        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%27%20OR%201=1;--")]
    [InlineData("q=%25")]
    [InlineData("page=900")]
    public async Task Odd_words_are_only_words(string query)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        await site.GetAsync("/fr/organisations?" + query);
    }

    [Fact]
    public async Task A_very_long_search_is_cut_and_told()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/organisations?q=" + new string('x', 7000));

        page.QuerySelectorAll(".alert").Length.ShouldBe(1);
        page.QuerySelector("input[name=q]")!.GetAttribute("value")!.Length.ShouldBe(100);
    }

    private static Task SeedAsync(AppDb db)
    {
        var chartres = Organisation("chartres", "CH de Chartres", OrganisationKind.Hospital, "FR-28085", "28000", "Chartres");
        (chartres.Finess, chartres.Source, chartres.SourceDate) = ("280000134", OrganisationSource.Register, new DateOnly(2023, 12, 31));
        chartres.Presentation = new LocalText("Un hôpital au bord de l’Eure.");
        var liege = Organisation("liege", "Cabinet Liégeois", OrganisationKind.PrivatePractice, "BE-62063", "4000", "Liège");
        (liege.Bce, liege.Website, liege.Presentation) = ("0403170701", "javascript:alert(1)", new LocalText("<script>alert(1)</script>"));
        db.Organisations.AddRange(chartres, liege);
        db.Organisations.AddRange(
            Enumerable.Range(10, 23).Select(i => Organisation($"pharmacie-{i}", $"Pharmacie {i}", OrganisationKind.Pharmacy, "FR-28134", "28100", "Dreux"))
        );
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(title: "Cadre de nuit"), chartres.Id, ListingSource.Here, TestData.Now);
        listing.Publish("test", TestData.Now);
        db.Listings.AddRange(listing, TestData.Live());
        return Task.CompletedTask;
    }

    private static Organisation Organisation(string slug, string name, OrganisationKind kind, string commune, string postcode, string locality) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Name = name,
            Kind = kind,
            CommuneCode = commune,
            Street = "1 rue du Test",
            Postcode = postcode,
            Locality = locality,
            Source = OrganisationSource.Here,
            SourceDate = new DateOnly(2026, 11, 1),
        };
}
