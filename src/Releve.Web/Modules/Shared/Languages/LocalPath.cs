using Releve.Core.Languages;

namespace Releve.Web.Modules.Shared.Languages;

/// <summary>The path of a page in each language, without the prefix: "offres", "vacatures", "listings". Empty is the home page.</summary>
public sealed record LocalPath(string Fr, string Nl, string En)
{
    /// <summary>The path in a language, from the root: "/nl/vacatures".</summary>
    public string In(Language language)
    {
        var path = language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };
        return path.Length == 0 ? $"/{language.Code()}/" : $"/{language.Code()}/{path}";
    }
}

/// <summary>The address of a Razor page in each language; each module lists its own.</summary>
/// <param name="Page">The page's name: "/Listings/Search".</param>
/// <param name="Path">Its paths.</param>
/// <param name="Parameters">What follows the path: "{reference}/{slug?}".</param>
public sealed record PageRoute(string Page, LocalPath Path, string Parameters = "");
