using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Home;

/// <summary>The home page and its addresses.</summary>
public static class HomeModule
{
    /// <summary>/fr/, /nl/, /en/.</summary>
    public static LocalPath Path { get; } = new("", "", "");

    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } = [new("/Home/Index", Path)];
}
