using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Inbox;

/// <summary>Every address of this module: applications received, and how they are answered.</summary>
public static class InboxLinks
{
    /// <summary>The applications received, and below it one of them by its id.</summary>
    public static LocalPath ListPath { get; } = new("mon-espace/recues", "mijn-ruimte/ontvangen", "my-space/inbox");

    /// <summary>The same as a file for a spreadsheet.</summary>
    public static LocalPath ExportPath { get; } = new("mon-espace/recues/export", "mijn-ruimte/ontvangen/export", "my-space/inbox/export");

    /// <summary>One answer to several.</summary>
    public static LocalPath BatchPath { get; } = new("mon-espace/recues/repondre", "mijn-ruimte/ontvangen/antwoorden", "my-space/inbox/answer");

    /// <summary>The words with which an organisation answers, and below it one of them.</summary>
    public static LocalPath TemplatesPath { get; } = new("mon-espace/recues/modeles", "mijn-ruimte/ontvangen/sjablonen", "my-space/inbox/templates");

    /// <summary>The words with which a person answers who publishes in own name, and below it one of them.</summary>
    public static LocalPath OwnTemplatesPath { get; } =
        new("mon-espace/recues/mes-modeles", "mijn-ruimte/ontvangen/mijn-sjablonen", "my-space/inbox/my-templates");

    /// <summary>The name of the query that says for which listing, by its reference.</summary>
    public const string ListingQuery = "listing";

    /// <summary>The list.</summary>
    public static string List(Language language) => ListPath.In(language);

    /// <summary>The applications to one listing.</summary>
    public static string ListOf(Language language, string reference) => $"{ListPath.In(language)}?{ListingQuery}={reference}";

    /// <summary>One application, for those who receive it.</summary>
    public static string One(Language language, Guid id) => $"{ListPath.In(language)}/{id:N}";

    /// <summary>The templates of an organisation; without a slug, one's own.</summary>
    public static string Templates(Language language, string? slug) => slug is null ? OwnTemplatesPath.In(language) : $"{TemplatesPath.In(language)}/{slug}";

    /// <summary>One template, or with a new id one that is begun.</summary>
    public static string Template(Language language, string? slug, Guid id) => $"{Templates(language, slug)}/{id:N}";
}
