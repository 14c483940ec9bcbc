using System.Net;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Listings;

public sealed class SearchPageTests
{
    [Theory]
    [InlineData("/fr/offres", "2 offres")]
    [InlineData("/nl/aanbod", "2 aanbiedingen")]
    [InlineData("/en/listings", "2 listings")]
    public async Task The_same_listings_are_found_in_three_languages(string address, string heading)
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync(address);

        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelectorAll("article.card").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_control_narrows_the_results_and_can_be_taken_away()
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres?type=garde");

        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
        page.QuerySelector("input[name=type][value=garde]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector(".chosen a")!.GetAttribute("href").ShouldBe("/fr/offres");
    }

    [Fact]
    public async Task A_shared_address_works_in_another_language()
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/nl/aanbod?type=garde");

        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
        page.QuerySelector("link[hreflang=fr]")!.GetAttribute("href")!.ShouldEndWith("/fr/offres?type=garde");
        page.QuerySelector("link[hreflang=nl]")!.GetAttribute("href")!.ShouldEndWith("/nl/aanbod?soort=wacht");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_widen_and_what_that_brings()
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres?type=garde&lieu=Dreux&rayon=5");

        page.QuerySelectorAll("article.card").ShouldBeEmpty();
        page.QuerySelectorAll(".wider li")
            .Select(li => li.TextContent.Trim())
            .ShouldContain(text => text.StartsWith("Jusqu’à 50", StringComparison.Ordinal) && text.EndsWith("1 offre", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("rayon=1e309")]
    [InlineData("rayon=99999999999999999999")]
    [InlineData("q=%00%00")]
    [InlineData("lieu=%00")]
    [InlineData("q='%20OR%201=1;%20DROP%20TABLE%20listings;--")]
    [InlineData("q=<script>alert(1)</script>")]
    [InlineData("du=2026-02-31")]
    [InlineData("du=2027-01-01&au=2026-01-01")]
    [InlineData("type=x&metier=x&tri=x&langue=x&zone=1,2,3&zone=NaN,NaN,NaN,NaN")]
    [InlineData("zone=90,180,-90,-180")]
    [InlineData("%F0%28%8C%28=%FF%FE")]
    [InlineData("type=garde&type=garde&type=garde&type=%ED%A0%80")]
    public async Task Nonsense_in_the_address_gives_a_page(string query)
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres?" + query);

        page.QuerySelector("h1").ShouldNotBeNull();
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("page=-1", "-1")]
    [InlineData("rayon=1e309", "1e309")]
    [InlineData("du=2026-02-31", "2026-02-31")]
    [InlineData("couleur=bleu", "couleur")]
    [InlineData("q=garde&q=stage", "stage")]
    [InlineData("page=2&page=3", "3")]
    [InlineData("lieu=Chartres&plaats=Luik", "Luik")]
    public async Task What_was_ignored_is_said(string query, string word)
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres?" + query);

        page.QuerySelector(".alert, .note")!.TextContent.ShouldContain(word);
    }

    [Theory]
    [InlineData("/fr/offres?q=&lieu=", "/fr/offres")]
    [InlineData("/fr/offres?q=garde+d%27%C3%A9t%C3%A9&lieu=&rayon=30&page=1", "/fr/offres?q=garde+d%27%C3%A9t%C3%A9")]
    [InlineData("/nl/aanbod?plaats=Mechelen+%28Malines%29,&straal=&du=", "/nl/aanbod?plaats=Mechelen+(Malines),")]
    [InlineData("/fr/offres?type=garde&type=&type=stage&couleur=bleu", "/fr/offres?type=garde&type=stage&couleur=bleu")]
    [InlineData("/fr/offres?a&%00=+&q=a%26b%3Dc%23", "/fr/offres?q=a%26b%3Dc%23")]
    public async Task What_a_form_leaves_empty_leaves_the_address_once(string address, string tidy)
    {
        await using var site = await TwoListings();

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(tidy);
        await site.GetAsync(tidy);
    }

    [Fact]
    public async Task The_map_speaks_of_a_list_only_where_one_stands()
    {
        await using var site = await TwoListings();

        (await site.GetAsync("/fr/offres")).QuerySelector(".map-note").ShouldNotBeNull();
        (await site.GetAsync("/fr/")).QuerySelector(".map-note").ShouldBeNull();
    }

    [Theory]
    [InlineData("/fr/", "1 offre")]
    [InlineData("/nl/", "1 aanbieding")]
    [InlineData("/en/", "1 listing")]
    public async Task One_is_not_several_for_those_who_listen_either(string address, string one)
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync(address);

        page.QuerySelectorAll(".kind-n").Select(count => count.TextContent).ShouldContain(one);
    }

    [Fact]
    public async Task Seven_thousand_characters_give_a_page()
    {
        await using var site = await TwoListings();

        await site.GetAsync("/fr/offres?q=" + new string('é', 7_000));
    }

    [Fact]
    public async Task An_unknown_address_gives_the_sites_own_page_in_its_language()
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/nl/nergens", HttpStatusCode.NotFound);

        page.DocumentElement.GetAttribute("lang").ShouldBe("nl");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Deze pagina bestaat niet");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?type=garde", true)]
    [InlineData("?q=garde+Chartres", true)]
    [InlineData("?type=garde&lieu=Dreux&rayon=5", false)]
    [InlineData("?type=garde&couleur=bleu", false)]
    [InlineData("?lieu=Zzyzx", false)]
    [InlineData("?page=2", false)]
    [InlineData("?zone=45,-2,50,4", false)]
    public async Task Search_engines_list_searches_that_find_something(string query, bool indexed)
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres" + query);

        page.QuerySelectorAll("meta[name=robots]").Length.ShouldBe(indexed ? 0 : 1);
    }

    [Fact]
    public async Task The_canonical_address_says_what_was_understood()
    {
        await using var site = await TwoListings();

        var page = await site.GetAsync("/fr/offres?kind=shift&q=Chartres");

        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!.ShouldEndWith("/fr/offres?type=garde&lieu=Chartres+(28)");
    }

    private static Task<TestSite> TwoListings() =>
        TestSite.StartWithAsync(
            TestData.Live(),
            TestData.Live(
                TestData.Content(
                    new ShiftDetails
                    {
                        StartsAt = TestData.Now.AddDays(13),
                        EndsAt = TestData.Now.AddDays(13).AddHours(12),
                        TimeZone = "Europe/Paris",
                        PayCents = 300_00,
                    },
                    "Garde aux urgences"
                )
            )
        );
}
