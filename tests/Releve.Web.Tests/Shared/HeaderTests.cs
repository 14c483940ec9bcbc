namespace Releve.Web.Tests.Shared;

/// <summary>The headers of pages and of what is missing; on the deployed site the browser tests read them too.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task Every_kind_of_answer_is_strict()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var address in new[] { "/", "/fr/", "/en/nowhere", "/nowhere.css" })
        {
            using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
            answer
                .Headers.GetValues("Content-Security-Policy")
                .ShouldHaveSingleItem()
                .ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin-when-cross-origin"]);
            answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/fr/offres")]
    [InlineData("/fr/nowhere")]
    public async Task A_page_is_kept_by_the_browser_alone_and_asked_for_again(string address)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        var caching = answer.Headers.CacheControl!;
        (caching.NoStore || caching is { Private: true, NoCache: true }).ShouldBeTrue(caching.ToString());
        answer.Headers.Vary.ShouldContain("Cookie");
    }

    [Fact]
    public async Task The_first_address_depends_on_the_languages_of_the_browser()
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        answer.Headers.Vary.ShouldBe(["Accept-Language", "Cookie"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_keeps_its_own_headers()
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri("/favicon.svg", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Headers.CacheControl?.Private.ShouldBeFalse();
        answer.Headers.Vary.ShouldNotContain("Cookie");
    }
}
