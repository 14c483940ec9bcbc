using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Releve.TestKit;

namespace Releve.Web.Tests.Shared;

/// <summary>What tools and other sites send: answered plainly, never with a failure.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("TRACE", "/fr/offres")]
    [InlineData("PUT", "/fr/")]
    [InlineData("DELETE", "/fr/nothing")]
    [InlineData("OPTIONS", "/fr/offres")]
    public async Task A_method_that_nothing_answers_is_refused_with_those_that_are(string method, string address)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
        response.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        (await TitleAsync(response)).ShouldBe("Cette page ne s’utilise pas ainsi");
    }

    [Theory]
    [InlineData("/fr/offres", "Cette action n’a pas été acceptée")]
    [InlineData("/nl/aanbod", "Deze actie is niet aanvaard")]
    [InlineData("/en/listings", "This action was not accepted")]
    public async Task What_another_site_sends_is_refused_with_a_page(string address, string title)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await TitleAsync(response)).ShouldBe(title);
    }

    [Theory]
    [InlineData("GET", "/theme/dark", HttpStatusCode.NotFound)]
    [InlineData("POST", "/healthz", HttpStatusCode.NotFound)]
    [InlineData("POST", "/theme/junk", HttpStatusCode.NotFound)]
    [InlineData("GET", "/error/500", HttpStatusCode.NotFound)]
    [InlineData("POST", "/error/503", HttpStatusCode.NotFound)]
    [InlineData("GET", "/error/-1", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_gives_a_page(string method, string address, HttpStatusCode status)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(status);
        (await TitleAsync(response)).ShouldNotBeNull();
        response.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith("theme", StringComparison.Ordinal));
    }

    // Kestrel refuses a NUL before any page; another server might not.
    [Theory]
    [InlineData("/\0")]
    [InlineData("/fr/\0")]
    [InlineData("/fr/offre/\0/x")]
    [InlineData("/fr/organisation/\0")]
    [InlineData("/fr/commune/\0")]
    [InlineData("/fr/territoire/\0")]
    [InlineData("/lib/\0.js")]
    public async Task A_nul_in_a_path_gives_a_page(string path)
    {
        await using var site = await TestSite.StartAsync();

        var context = await site
            .App.GetTestServer()
            .SendAsync(
                context =>
                {
                    context.Request.Method = HttpMethods.Get;
                    context.Request.Path = path;
                },
                TestContext.Current.CancellationToken
            );

        context.Response.StatusCode.ShouldBe(StatusCodes.Status404NotFound);
        using var body = new StreamReader(context.Response.Body);
        (await body.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("<h1");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/fr/offres")]
    public async Task A_head_is_answered_like_a_get(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBeLessThan(400);
    }

    [Fact]
    public async Task A_return_address_that_no_header_can_hold_leads_home()
    {
        await using var site = await TestSite.StartAsync();

        using var response = await site.Client.PostAsync(
            new Uri("/theme/dark?back=/%C3%A9", UriKind.Relative),
            content: null,
            TestContext.Current.CancellationToken
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_page_past_the_last_says_so_and_shows_the_first()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live());

        var page = await site.GetAsync("/fr/offres?page=100");

        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
        page.QuerySelector(".alert")!.TextContent.ShouldContain("100");
    }

    [Fact]
    public async Task An_unknown_place_is_said_above_the_results()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live());

        var page = await site.GetAsync("/fr/offres?lieu=Zzyzx");

        page.QuerySelector(".results > .alert")!.TextContent.ShouldContain("Zzyzx");
    }

    private static async Task<string?> TitleAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("h1")?.TextContent;
    }
}
