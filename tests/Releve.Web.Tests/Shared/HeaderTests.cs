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
}
