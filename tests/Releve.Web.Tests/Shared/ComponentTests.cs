using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Tests.Shared;

public sealed class ComponentTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 2, "1 2")]
    [InlineData(1, 8, "1 2 8")]
    [InlineData(3, 8, "1 2 3 4 8")]
    [InlineData(4, 8, "1 2 3 4 5 8")]
    [InlineData(5, 12, "1 4 5 6 12")]
    [InlineData(8, 8, "1 7 8")]
    [InlineData(2, 3, "1 2 3")]
    public void Pager_shows_the_ends_the_page_and_its_neighbours(int page, int pages, string shown) =>
        string.Join(' ', PagerTag.Shown(page, pages)).ShouldBe(shown);

    [Theory]
    [InlineData("Ehpad Les Tilleuls", "ET")]
    [InlineData("Cabinet médical du Mail", "CM")]
    [InlineData("Commune de Brou", "CB")]
    [InlineData("Woonzorgcentrum De Linde", "WL")]
    [InlineData("L’Étoile", "É")]
    [InlineData("De", "D")]
    [InlineData("« 3 Rivières »", "3R")]
    [InlineData("", "")]
    public void Logo_takes_the_initials_of_telling_words(string name, string initials) => OrgLogoTag.InitialsOf(name).ShouldBe(initials);

    [Fact]
    public void Logo_keeps_its_tone()
    {
        OrgLogoTag.ToneOf("Ehpad Les Tilleuls").ShouldBe(OrgLogoTag.ToneOf("Ehpad Les Tilleuls"));
        Enumerable.Range(0, 200).Select(i => OrgLogoTag.ToneOf($"Cabinet {i}")).Distinct().Order().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Card_encodes_what_recruiters_write()
    {
        var card = new ListingCard
        {
            Kind = ListingKind.Locum,
            KindName = "Remplacement",
            Title = "<script>alert(1)</script>",
            Url = "/fr/offres/1?a=1&b=\"2\"",
            Organisation = "Martin & fils",
            Place = "L’Haÿ-les-Roses",
            PlaceNote = "<b>",
            Key = "\"x",
            Tag = "<i>",
            Facts = [new("<dt>", "<dd>")],
        };
        var html = Html(card);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("<i>");
        html.ShouldNotContain("b=\"2\"");
        html.ShouldContain("Martin &amp; fils");
        html.ShouldContain("L’Haÿ-les-Roses");
    }

    [Fact]
    public void Every_kind_has_a_mark_of_its_own() => ListingKinds.All.Select(KindMark.IconOf).ShouldBeUnique();

    [Fact]
    public void Every_icon_that_a_kind_names_exists()
    {
        foreach (var kind in ListingKinds.All)
        {
            Html(Icons.Svg(KindMark.IconOf(kind))).ShouldStartWith("<svg class=\"icon\"");
        }
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }
}
