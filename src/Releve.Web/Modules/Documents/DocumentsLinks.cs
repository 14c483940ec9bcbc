using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Documents;

/// <summary>Every address of this module.</summary>
public static class DocumentsLinks
{
    public static LocalPath ListPath { get; } = new("mon-espace/profil/documents", "mijn-ruimte/profiel/documenten", "my-space/profile/documents");
    public static LocalPath OpenPath { get; } = new("document", "document", "document");

    /// <summary>The file itself, for its owner and for those who may check it.</summary>
    public static string Open(Guid document, Language language) => $"{OpenPath.In(language)}/{document:N}";

    /// <summary>The list after something was done.</summary>
    public static string After(string done, Language language) => $"{ListPath.In(language)}?done={done}";
}
