using Releve.Core.Places;
using Releve.Core.Search;

namespace Releve.Web.Modules.Maps;

/// <summary>What a map shows. The page makes it, the tag helper draws it.</summary>
public sealed record MapView
{
    /// <summary>What the map is, in one sentence, for those who cannot see it.</summary>
    public required string Label { get; init; }

    /// <summary>What must be seen; the frame may show more.</summary>
    public required MapBounds Bounds { get; init; }

    /// <summary>Codes of the areas and communes drawn as one territory among its neighbours; empty draws all land alike.</summary>
    public IReadOnlyList<string> Focus { get; init; } = [];

    /// <summary>Listings and groups of listings.</summary>
    public IReadOnlyList<MapPin> Pins { get; init; } = [];

    /// <summary>The cards of the page beside the map: pointing at one lights its place.</summary>
    public IReadOnlyList<ListingCard> Cards { get; init; } = [];

    /// <summary>The circle that is searched.</summary>
    public SearchCircle? Circle { get; init; }

    /// <summary>Other circles, such as the zones in which somebody would live.</summary>
    public IReadOnlyList<SearchCircle> Circles { get; init; } = [];

    /// <summary>The reference of a listing whose pin stands out.</summary>
    public string? Highlighted { get; init; }

    /// <summary>The commune that the page is about: a dot and its name.</summary>
    public Commune? Place { get; init; }

    /// <summary>The address of a listing's page; null leaves pins without links.</summary>
    public Func<ListingCard, string>? ListingUrl { get; init; }

    /// <summary>The address of the same search within bounds, "{zone}" standing for south,west,north,east; null hides the button.</summary>
    public string? ZoneUrl { get; init; }

    /// <summary>
    /// The address that draws this map elsewhere, given view=south,west,north,east and size=width,height in pixels; null makes a
    /// still picture.
    /// </summary>
    public string? MoveUrl { get; init; }

    /// <summary>About how large the frame will be, in pixels. Scripts correct the size of pins to the real one.</summary>
    public (int Width, int Height) Size { get; init; } = Usual;

    /// <summary>The frame beside a list of results.</summary>
    public static (int Width, int Height) Usual { get; } = (410, 496);
}
