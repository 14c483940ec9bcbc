using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Shared;

/// <summary>By which names the site is reached, and what stands in the addresses that it gives out.</summary>
public sealed class AddressTests
{
    private static readonly SiteOptions Public = new() { DataFolder = ".", Address = "https://releve.example" };

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:5080")]
    [InlineData("127.0.0.1:81")]
    [InlineData("[::1]:5080")]
    [InlineData("192.168.1.20")]
    public async Task Without_an_address_this_machine_and_bare_numbers_are_served(string host)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await SendAsync(site, host);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
            $"<link rel=\"canonical\" href=\"http://{host}/fr/offres\""
        );
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example:5080")]
    public async Task Another_name_is_refused_in_a_line(string host)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await SendAsync(site, host);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("evil");
    }

    [Theory]
    [InlineData("releve.example", HttpStatusCode.OK)]
    [InlineData("RELEVE.example:443", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("www.releve.example", HttpStatusCode.BadRequest)]
    public async Task With_an_address_every_whole_link_has_it(string host, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync(options: Public);

        using var answer = await SendAsync(site, host);

        answer.StatusCode.ShouldBe(expected);
        if (expected == HttpStatusCode.OK)
        {
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            html.ShouldContain("<link rel=\"canonical\" href=\"https://releve.example/fr/offres\"");
            html.ShouldContain("hreflang=\"nl\" href=\"https://releve.example/nl/aanbod\"");
        }
    }

    [Fact]
    public async Task Without_a_request_there_is_an_address_too()
    {
        await using var site = await TestSite.StartAsync();
        var local = site.App.Services.GetRequiredService<SiteAddress>();
        local.Of("/fr/").ShouldBe("http://localhost:5080/fr/");
        new SiteAddress(Public).Of("/fr/").ShouldBe("https://releve.example/fr/");
    }

    [Theory]
    [InlineData("https://offres.example.org", "https://offres.example.org")]
    [InlineData("https://Offres.Example.org/", "https://offres.example.org")]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    [InlineData("https://relève.example", "https://xn--relve-6ra.example")]
    public void An_address_is_a_scheme_and_a_host(string given, string kept) => SiteOptions.Parse(["--address", given], out _).Address.ShouldBe(kept);

    [Theory]
    [InlineData("offres.example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://example.org/releve")]
    [InlineData("https://example.org/?a=b")]
    [InlineData("https://a:b@example.org")]
    [InlineData("")]
    public void Anything_else_is_refused(string given) =>
        Should.Throw<FormatException>(() => SiteOptions.Parse(["--address", given], out _)).Message.ShouldContain("--address");

    [Theory]
    [InlineData("https", "https://localhost/fr/offres")]
    [InlineData("javascript", "http://localhost/fr/offres")]
    [InlineData("https, javascript", "http://localhost/fr/offres")]
    public async Task A_proxy_says_http_or_https_and_nothing_else(string scheme, string canonical)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await SendAsync(site, "localhost", ("X-Forwarded-Proto", scheme));

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"<link rel=\"canonical\" href=\"{canonical}\"");
    }

    private static async Task<HttpResponseMessage> SendAsync(TestSite site, string host, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/offres");
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
