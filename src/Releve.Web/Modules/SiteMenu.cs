using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules;

/// <summary>An entry of the menu: its text's key and its address in one language.</summary>
public sealed record MenuLink(MenuEntry Entry, string Key, string Url);

/// <summary>The menu of the site, in the header and the footer.</summary>
public static class SiteMenu
{
    private static readonly (MenuEntry Entry, string Key, string Page)[] Pages =
    [
        (MenuEntry.Listings, "Shared.menu.listings", "/Listings/Index"),
        (MenuEntry.Organisations, "Shared.menu.organisations", "/Organisations/Index"),
        (MenuEntry.Territories, "Shared.menu.territories", "/Territories/Index"),
    ];

    private static readonly IReadOnlyList<MenuLink>[] Links = [.. LanguageExtensions.All.Select(language => Entries(language).ToList())];

    private static readonly string?[] RulesPages =
    [
        .. LanguageExtensions.All.Select(language => SiteModules.Routes.FirstOrDefault(route => route.Page == "/Matching/Rules/Index")?.Path.In(language)),
    ];

    /// <summary>The published rules of matching; the footer leads there.</summary>
    public static string? RulesIn(Language language) => RulesPages[(int)language];

    /// <summary>The entries in a language.</summary>
    public static IReadOnlyList<MenuLink> In(Language language) => Links[(int)language];

    private static IEnumerable<MenuLink> Entries(Language language)
    {
        foreach (var (entry, key, page) in Pages)
        {
            if (SiteModules.Routes.FirstOrDefault(route => route.Page == page) is { } route)
            {
                yield return new MenuLink(entry, key, route.Path.In(language));
            }
        }
    }
}
