using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Publishing;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Publishing;

/// <summary>Every address of this module.</summary>
public static class PublishingLinks
{
    public static LocalPath BoardPath { get; } = new("mon-espace/publier", "mijn-ruimte/publiceren", "my-space/publish");
    public static LocalPath NewPath { get; } = new("mon-espace/publier/nouvelle-offre", "mijn-ruimte/publiceren/nieuw", "my-space/publish/new");
    public static LocalPath FormPath { get; } = new("mon-espace/publier/saisie", "mijn-ruimte/publiceren/invullen", "my-space/publish/form");
    public static LocalPath PreviewPath { get; } = new("mon-espace/publier/apercu", "mijn-ruimte/publiceren/voorbeeld", "my-space/publish/preview");
    public static LocalPath ListingPath { get; } = new("mon-espace/publier/offre", "mijn-ruimte/publiceren/aanbieding", "my-space/publish/listing");

    public static LocalPath PhotoPath { get; } = new("mon-espace/publier/photo", "mijn-ruimte/publiceren/foto", "my-space/publish/photo");

    /// <summary>The name of the query that says for whom.</summary>
    public const string For = "for";

    /// <summary>What is said of one's own name there.</summary>
    public const string OwnName = "me";

    /// <summary>The listings of one publisher: an organisation's slug, or null for one's own name.</summary>
    public static string Board(string? organisation, Language language) => $"{BoardPath.In(language)}?{For}={organisation ?? OwnName}";

    public static string Form(Guid id, FormStep step, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{FormPath.In(language)}/{id:N}/{(int)step}");

    public static string Preview(Guid id, Language language) => $"{PreviewPath.In(language)}/{id:N}";

    /// <summary>A photograph in a form.</summary>
    public static string Photo(Guid form, Guid photo, Language language) => $"{PhotoPath.In(language)}/{form:N}/{photo:N}";

    public static string Listing(string reference, Language language) => $"{ListingPath.In(language)}/{reference}";

    /// <summary>The listing, just extended.</summary>
    public static string Extended(string reference, Language language) => Listing(reference, language) + "?extended=true";
}
