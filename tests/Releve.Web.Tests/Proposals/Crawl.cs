using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Releve.Web.Tests.Proposals;

/// <summary>
/// Follows every link and opens every address without parameters that somebody can, and reads what comes back: bodies, alternative
/// texts and headers. What is the visitor's own to change is not posted.
/// </summary>
internal sealed partial class Crawl(CanaryScene scene)
{
    private const int Most = 400;

    /// <summary>What was read.</summary>
    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads all that can be reached; each place that betrays somebody, with the word.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(TestVisitor visitor, string begin = "/fr/")
    {
        var language = begin[..4];
        Visited.Clear();
        var waiting = new Queue<string>([
            begin,
            language + Space(language),
            .. Fixed().Where(address => address.StartsWith(language, StringComparison.Ordinal) || !LocalAddress().IsMatch(address)),
        ]);
        var betrayals = new List<string>();
        while (waiting.TryDequeue(out var address) && Visited.Count < Most)
        {
            if (!Visited.Add(address))
            {
                continue;
            }
            await visitor.StatusOfAsync(address);
            var body = await visitor.Answer.Content.ReadAsStringAsync();
            var headers = string.Join('\n', visitor.Answer.Headers.Concat(visitor.Answer.Content.Headers).SelectMany(header => header.Value));
            if ((scene.Found(body) ?? scene.Found(headers)) is { } word)
            {
                betrayals.Add($"{address}: {word}");
            }
            foreach (var link in Links(body, visitor.Location))
            {
                if (link.StartsWith(language, StringComparison.Ordinal) && !Visited.Contains(link) && !IsOfSearch(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }
        return betrayals;
    }

    /// <summary>A body without what differs at each answer: tokens of forms, nonces.</summary>
    public static string WithoutTokens(string body) => Tokens().Replace(body, "…");

    private static string Space(string language) =>
        language switch
        {
            "/nl/" => "mijn-ruimte/kennismaken",
            "/en/" => "my-space/meet",
            _ => "mon-espace/rencontres",
        };

    // The public lists have one address for each of thousands of places.
    private static bool IsOfSearch(string link) => SearchAddress().IsMatch(link);

    private IEnumerable<string> Fixed() =>
        ((IEndpointRouteBuilder)scene.Site.App)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => !address.Contains("deconnexion", StringComparison.Ordinal) && !address.Contains("live", StringComparison.Ordinal))
            .Distinct();

    private static IEnumerable<string> Links(string body, string? location)
    {
        var page = new HtmlParser().ParseDocument(body);
        var links = page.QuerySelectorAll("a[href]")
            .Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("img[src], source[src]").Select(one => one.GetAttribute("src")!));
        return links.Append(location ?? "").Where(link => link.StartsWith('/')).Select(link => link.Split('#')[0]);
    }

    [GeneratedRegex(@"value=""CfDJ[^""]*""|nonce-[\w+/=-]+|nonce=""[^""]*""")]
    private static partial Regex Tokens();

    [GeneratedRegex("^/(fr|nl|en)/")]
    private static partial Regex LocalAddress();

    [GeneratedRegex(
        @"^/\w\w/(offres|aanbod|listings|emploi|lieux|communes?|gemeenten?|organisations|organisaties|territoires?|gebieden?)[/?]|[?&](page|sort|tri)="
    )]
    private static partial Regex SearchAddress();
}
