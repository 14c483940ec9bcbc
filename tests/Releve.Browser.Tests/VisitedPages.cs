using System.Text.RegularExpressions;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Home;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Territories;

namespace Releve.Browser.Tests;

/// <summary>A page that every check visits: how to find its address, and the answer that it gives.</summary>
/// <param name="Name">Its name in the results of tests.</param>
/// <param name="Address">Finds the address on the running site.</param>
/// <param name="Status">The answer.</param>
/// <param name="Share">1 visits it in every combination of language, theme and width; 2 in every second, 6 in every sixth.</param>
public sealed record VisitedPage(string Name, Func<RunningSite, Language, Task<string>> Address, int Status = 200, int Share = 2);

/// <summary>The pages that every check visits. A new page is added here.</summary>
public static class VisitedPages
{
    private static readonly ListingsLinks Listings = new(new ProfessionCatalogue([]));

    /// <summary>The list.</summary>
    public static IReadOnlyList<VisitedPage> All { get; } =
    [
        new("home", At(HomeModule.Path), Share: 1),
        new("search", At(ListingsLinks.SearchPath)),
        new("matching rules", At(MatchingLinks.RulesPath)),
        new("search for a phrase", (_, language) => Task.FromResult(Listings.Search(new SearchForm { Text = Phrase(language) }, language))),
        new(
            "search without results",
            (_, language) =>
                Task.FromResult(
                    Listings.Search(
                        new SearchForm
                        {
                            Text = "xyzzy infirmier",
                            Place = "Chartres",
                            RadiusKm = 5,
                        },
                        language
                    )
                )
        ),
        new(
            "search with nonsense",
            (_, language) => Task.FromResult(ListingsLinks.SearchPath.In(language) + "?page=-1&rayon=1e309&foo=%3Cscript%3E"),
            Share: 6
        ),
        .. ListingKinds.All.Select(kind => new VisitedPage("listing: " + kind.Slug(), (site, language) => FirstListingAsync(site, kind, language), Share: 6)),
        new(
            "report a listing",
            async (site, language) =>
                await FirstLinkAsync(site, await FirstListingAsync(site, ListingKind.SalariedPost, language), CoordinationLinks.TellPath.In(language)),
            Share: 6
        ),
        new("save a search", (_, language) => Task.FromResult(AlertsLinks.SavePath.In(language) + "?q=" + Uri.EscapeDataString(Phrase(language))), Share: 6),
        new("search saved", At(AlertsLinks.SentPath), Share: 6),
        new("apply to a listing", ApplyAsync, Share: 6),
        new(
            "apply to an organisation",
            async (site, language) =>
                ApplicationsLinks.ApplyToOrganisation(
                    language,
                    await FirstNameAsync(site, OrganisationsLinks.ListPath, OrganisationsLinks.OrganisationPath, language)
                ),
            Share: 6
        ),
        new(
            "apply to a territory",
            async (site, language) =>
                ApplicationsLinks.ApplyToTerritory(language, await FirstNameAsync(site, TerritoriesLinks.ListPath, TerritoriesLinks.TerritoryPath, language)),
            Share: 6
        ),
        new("application waits for its confirmation", At(ApplicationsLinks.WaitingPath), Share: 6),
        new("organisations", At(OrganisationsLinks.ListPath)),
        new(
            "organisation",
            (site, language) => FirstLinkAsync(site, OrganisationsLinks.ListPath.In(language), OrganisationsLinks.OrganisationPath.In(language))
        ),
        new("commune", (site, language) => FromFirstListingAsync(site, language, PlacesLinks.CommunePath.In(language))),
        new("territories", At(TerritoriesLinks.ListPath)),
        new("territory", (site, language) => FirstLinkAsync(site, TerritoriesLinks.ListPath.In(language), TerritoriesLinks.TerritoryPath.In(language))),
        new("missing", (_, language) => Task.FromResult($"/{language.Code()}/nowhere"), 404),
    ];

    /// <summary>The page of a name.</summary>
    public static VisitedPage Named(string name) => All.Single(page => page.Name == name);

    private static Func<RunningSite, Language, Task<string>> At(LocalPath path) => (_, language) => Task.FromResult(path.In(language));

    private static string Phrase(Language language) =>
        language switch
        {
            Language.Dutch => "huisarts vervanging Luik",
            Language.English => "night nurse Brussels",
            _ => "infirmière nuit Chartres",
        };

    private static Task<string> FirstListingAsync(RunningSite site, ListingKind kind, Language language) =>
        FirstLinkAsync(site, Listings.Search(new SearchForm { Kinds = [kind] }, language), ListingsLinks.ListingPath.In(language));

    private static async Task<string> FromFirstListingAsync(RunningSite site, Language language, string path) =>
        await FirstLinkAsync(site, await FirstListingAsync(site, ListingKind.SalariedPost, language), path);

    // Not every listing takes applications here: some give an address to write to.
    private static async Task<string> ApplyAsync(RunningSite site, Language language)
    {
        var found = Listings.Search(new SearchForm { Kinds = [ListingKind.SalariedPost], Place = "Dreux" }, language);
        foreach (var listing in await LinksAsync(site, found, ListingsLinks.ListingPath.In(language)))
        {
            if ((await LinksAsync(site, listing, ApplicationsLinks.ApplyPath.In(language))).FirstOrDefault() is { } apply)
            {
                return apply;
            }
        }
        throw new InvalidOperationException($"None of {found} can be applied to.");
    }

    /// <summary>The name in the address of the first thing of a list.</summary>
    private static async Task<string> FirstNameAsync(RunningSite site, LocalPath list, LocalPath one, Language language) =>
        (await FirstLinkAsync(site, list.In(language), one.In(language))).Split('/')[^1].Split('?', '#')[0];

    private static async Task<string> FirstLinkAsync(RunningSite site, string page, string path) =>
        (await LinksAsync(site, page, path)).FirstOrDefault() ?? throw new InvalidOperationException($"{page} has no link to {path}.");

    private static async Task<IEnumerable<string>> LinksAsync(RunningSite site, string page, string path)
    {
        var html = await site.Client.GetStringAsync(new Uri(site.Address + page));
        var links = Regex.Matches(html, "href=\"(" + Regex.Escape(path) + "/[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5));
        return links.Select(link => System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
    }
}
