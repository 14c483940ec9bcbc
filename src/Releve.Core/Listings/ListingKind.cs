namespace Releve.Core.Listings;

/// <summary>The nine kinds of listing. See docs/glossary.md for the words in three languages.</summary>
public enum ListingKind
{
    /// <summary>Offre d'emploi, vacature.</summary>
    SalariedPost,

    /// <summary>Garde, vacation, astreinte; wacht.</summary>
    Shift,

    /// <summary>Remplacement libéral, vervanging.</summary>
    Locum,

    /// <summary>Cession d'un cabinet, overname.</summary>
    Handover,

    /// <summary>Association, collaboration, assistanat; associatie.</summary>
    Partnership,

    /// <summary>Local professionnel à louer, praktijkruimte.</summary>
    Premises,

    /// <summary>Stage.</summary>
    Placement,

    /// <summary>Projet de territoire, gemeenteproject.</summary>
    CommunityProject,

    /// <summary>Formation, opleiding.</summary>
    TrainingOffer,
}

/// <summary>The stable slugs of the kinds, used in styles, stored data and the API.</summary>
public static class ListingKinds
{
    private static readonly string[] Slugs =
    [
        "salaried-post",
        "shift",
        "locum",
        "handover",
        "partnership",
        "premises",
        "placement",
        "community-project",
        "training-offer",
    ];

    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static IReadOnlyList<ListingKind> All { get; } = Enum.GetValues<ListingKind>();

    /// <summary>The slug of a kind: "salaried-post".</summary>
    public static string Slug(this ListingKind kind) => Slugs[(int)kind];

    /// <summary>Reads a slug; null when there is no such kind.</summary>
    public static ListingKind? FromSlug(string? slug) => Array.IndexOf(Slugs, slug) is var i and >= 0 ? (ListingKind)i : null;
}
