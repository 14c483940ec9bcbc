using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.LocalLife;

/// <summary>Every address of this module.</summary>
public static class LocalLifeLinks
{
    /// <summary>The communes for which a person answers.</summary>
    public static LocalPath ListPath { get; } = new("mon-espace/accueil", "mijn-ruimte/onthaal", "my-space/welcome");

    /// <summary>What one commune answers, as a form.</summary>
    public static string Edit(string slug, Language language) => $"{ListPath.In(language)}/{slug}";
}
