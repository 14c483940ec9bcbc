using System.Net;
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
}
