using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>The nine kinds of listing in words.</summary>
public static class KindNames
{
    private static readonly string[] Ones = [.. ListingKinds.All.Select(kind => "Shared.kind." + kind.Slug())];
    private static readonly string[] Manys = [.. ListingKinds.All.Select(kind => "Shared.kinds." + kind.Slug())];

    /// <summary>"Remplacement".</summary>
    public static string One(PageText text, ListingKind kind) => text[Ones[(int)kind]];

    /// <summary>"Remplacements".</summary>
    public static string Many(PageText text, ListingKind kind) => text[Manys[(int)kind]];
}
