namespace Releve.Browser.Tests;

/// <summary>The headers that every kind of answer carries, on the site as it is deployed.</summary>
public sealed class HeaderTests(RunningSite site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/fr/")]
    [InlineData("/nl/nowhere")]
    [InlineData("/favicon.svg")]
    [InlineData("/css/site.css")]
    [InlineData("/lib/nothing.js")]
    [InlineData("/fr/?page=%00")]
    public async Task Every_answer_is_strict(string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(site.Address + address));
        var policy = Only("Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        Only("X-Content-Type-Options").ShouldBe("nosniff");
        Only("Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        Only("Permissions-Policy").ShouldContain("camera=()");
        Only("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();

        string Only(string header) =>
            answer.Headers.TryGetValues(header, out var values)
                ? values.ShouldHaveSingleItem()
                : throw new InvalidOperationException($"{address} has no {header}.");
    }

    [Theory]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/lib/fonts/radio-canada-latin.woff2", "font/woff2")]
    [InlineData("/js/theme.js", "text/javascript")]
    public async Task Static_files_are_there(string address, string type)
    {
        using var answer = await site.Client.GetAsync(new Uri(site.Address + address));
        answer.IsSuccessStatusCode.ShouldBeTrue(address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }
}
