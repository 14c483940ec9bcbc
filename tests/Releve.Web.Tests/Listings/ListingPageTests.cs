using System.Net;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Listings;

public sealed class ListingPageTests
{
    [Theory]
    [InlineData("/fr/offre/", "Salaire")]
    [InlineData("/nl/aanbieding/", "Loon")]
    [InlineData("/en/listing/", "Pay")]
    public async Task A_listing_shows_its_fields_in_words(string path, string pay)
    {
        var listing = TestData.Live();
        await using var site = await TestSite.StartWithAsync(listing);

        var page = await site.GetAsync(path + listing.Reference);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Infirmière ou infirmier de nuit");
        page.QuerySelectorAll(".spec dt").Select(dt => dt.TextContent).ShouldContain(pay);
    }

    [Fact]
    public async Task A_closed_listing_says_so_and_is_not_indexed()
    {
        var listing = TestData.Live();
        listing.Close(CloseOutcome.FilledHere, "test", TestData.Now);
        await using var site = await TestSite.StartWithAsync(listing);

        var page = await site.GetAsync("/fr/offre/" + listing.Reference);

        page.QuerySelector(".alert")!.TextContent.ShouldContain("n’est plus ouverte");
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task A_listing_past_its_days_is_closed_before_any_job_ran()
    {
        var listing = TestData.Live();
        await using var site = await TestSite.StartWithAsync(listing);
        site.Time.Now = TestData.Now.AddDays(61);

        var page = await site.GetAsync("/fr/offre/" + listing.Reference);
        var search = await site.GetAsync("/fr/offres");

        page.QuerySelector(".alert").ShouldNotBeNull();
        search.QuerySelectorAll("article.card").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0000000000")]
    [InlineData("x")]
    [InlineData("%27%20OR%201=1--")]
    public async Task An_unknown_reference_is_not_found(string reference)
    {
        await using var site = await TestSite.StartAsync();

        await site.GetAsync("/fr/offre/" + reference, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_nobodys_business()
    {
        var draft = TestData.Draft();
        await using var site = await TestSite.StartWithAsync(draft);

        await site.GetAsync("/fr/offre/" + draft.Reference, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Markup_in_a_text_is_shown_as_it_was_written()
    {
        var content = TestData.Content() with { Texts = [new ListingText(Language.French, "<b>Titre</b>", "<script>alert(1)</script>")] };
        var listing = TestData.Live(content);
        await using var site = await TestSite.StartWithAsync(listing);

        var page = await site.GetAsync("/fr/offre/" + listing.Reference);

        page.QuerySelector("h1")!.TextContent.ShouldBe("<b>Titre</b>");
        page.QuerySelector(".prose script").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_each_kind_opens_in_each_language()
    {
        var listings = SampleDetails.OneOfEachKind().Select(details => TestData.Live(TestData.Content(details))).ToArray();
        await using var site = await TestSite.StartWithAsync(listings);

        foreach (var listing in listings)
        {
            foreach (var path in new[] { "/fr/offre/", "/nl/aanbieding/", "/en/listing/" })
            {
                await site.GetAsync(path + listing.Reference);
            }
        }
    }
}
