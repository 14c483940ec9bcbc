using Microsoft.AspNetCore.Mvc.RazorPages;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>What every page of the site knows: its language, its texts, its address in the other languages.</summary>
public abstract class SitePage : PageModel
{
    private PageText? text;
    private string?[]? addresses;

    /// <summary>The texts in the language of the request.</summary>
    public PageText T => text ??= HttpContext.RequestServices.GetRequiredService<PageText>();

    /// <summary>The language of the request.</summary>
    public Language Language => T.Language;

    /// <summary>The title, without the site's name.</summary>
    public abstract string Title { get; }

    /// <summary>One sentence for search engines; null leaves it out.</summary>
    public virtual string? Description => null;

    /// <summary>False keeps search engines from listing the page.</summary>
    public virtual bool Indexed => true;

    /// <summary>The place whose plate stands in the header; null on pages of the whole site.</summary>
    public virtual string? Territory => null;

    /// <summary>The hue that the header wears, one of TerritoryHues; null for the site's own colours.</summary>
    public virtual int? Hue => null;

    /// <summary>The menu entry that this page belongs to.</summary>
    public virtual MenuEntry Menu => MenuEntry.None;

    /// <summary>The same page in a language, path and query; null when it has no other.</summary>
    public abstract string? AddressIn(Language language);

    /// <summary>The same, worked out once: head, header and canonical link all name it.</summary>
    public string? LocalAddress(Language language) => (addresses ??= [.. LanguageExtensions.All.Select(AddressIn)])[(int)language];
}

/// <summary>The entries of the site's menu.</summary>
public enum MenuEntry
{
    None,
    Listings,
    Shifts,
    Organisations,
    Territories,
    CommunityProjects,
}
