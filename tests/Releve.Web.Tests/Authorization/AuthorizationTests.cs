using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Releve.Web.Tests.Authorization;

/// <summary>Every call of the site, as every kind of visitor, against the one table in docs/authorization.md.</summary>
public sealed class AuthorizationTests(UnchangedSite unchanged) : IClassFixture<UnchangedSite>
{
    private static readonly IReadOnlyList<AuthorizationLine> Table = AuthorizationLine.ReadAll();

    private static readonly HashSet<string> Methods = new(["GET", "POST"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<TheoryDataRow<string>> Calls => Table.Select(line => new TheoryDataRow<string>(line.Call));

    [Fact]
    public async Task The_table_has_every_call_and_no_other()
    {
        await using var site = await TestSite.StartAsync();
        var calls = await CallsAsync(site);
        Table.Select(line => line.Call).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(calls.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task Everybody_gets_what_the_table_says(string call)
    {
        foreach (var line in Table.Where(line => line.Call == call))
        {
            if (!line.IsPost)
            {
                await CheckAsync(unchanged.Site, unchanged.People, line);
                continue;
            }
            var people = new People();
            await using var site = await TestSite.StartAsync(people.SeedAsync);
            await people.CompleteAsync(site);
            await CheckAsync(site, people, line);
        }
    }

    private static async Task CheckAsync(TestSite site, People people, AuthorizationLine line)
    {
        foreach (var role in People.Roles)
        {
            var got = await AnswerAsync(site, people, line, role);
            got.ShouldBe(line.Answers[role], $"{line.Call} as {role} at {line.Address}");
        }
    }

    private static async Task<string> AnswerAsync(TestSite site, People people, AuthorizationLine line, string role)
    {
        var visitor = people.Of(role) is { } account ? await site.SignedInAsync(account) : site.Visitor();
        var address = people.Fill(line.Address);
        if (!line.IsPost)
        {
            return Word(await visitor.StatusOfAsync(address), visitor.Location);
        }
        var token = await TokenAsync(visitor, role);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", token)]),
        };
        await visitor.SendAnyAsync(request);
        return Word(visitor.Answer.StatusCode, visitor.Location);
    }

    // With a good token, so that what refuses is the right and not the form.
    private static async Task<string> TokenAsync(TestVisitor visitor, string role)
    {
        var page = await visitor.GetAsync(role == "anonymous" ? "/fr/connexion" : "/fr/mon-espace");
        return page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
    }

    private static string Word(HttpStatusCode status, string? location) =>
        status switch
        {
            HttpStatusCode.NotFound => "hidden",
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.Redirect
                when location!.StartsWith("/fr/connexion", StringComparison.Ordinal) && !location.Contains("second", StringComparison.Ordinal) => "sign in",
            HttpStatusCode.InternalServerError => "failed",
            _ => "yes",
        };

    private static async Task<IReadOnlyCollection<string>> CallsAsync(TestSite site)
    {
        var pages = site.App.Services.GetRequiredService<PageLoader>();
        var calls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // Files are public by lying under wwwroot; while developing, one endpoint looks for those not yet listed.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}")
            {
                continue;
            }
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await pages.LoadAsync(page, endpoint.Metadata);
                foreach (var handler in compiled.HandlerMethods.Where(handler => Methods.Contains(handler.HttpMethod)))
                {
                    calls.Add($"{handler.HttpMethod.ToUpperInvariant()} {page.ViewEnginePath} {handler.Name}".TrimEnd());
                }
                if (compiled.HandlerMethods.All(handler => !HttpMethods.IsGet(handler.HttpMethod)))
                {
                    calls.Add("GET " + page.ViewEnginePath);
                }
                continue;
            }
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD") ?? [])
            {
                calls.Add($"{method} {endpoint.RoutePattern.RawText}");
            }
        }
        return calls;
    }
}

/// <summary>One site for all the calls that change nothing.</summary>
public sealed class UnchangedSite : IAsyncLifetime
{
    public People People { get; } = new();
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(People.SeedAsync);
        await People.CompleteAsync(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
