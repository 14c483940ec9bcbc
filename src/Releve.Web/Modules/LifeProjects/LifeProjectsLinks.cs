using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Every address of this module: one's own life project, and who may see it.</summary>
public static class LifeProjectsLinks
{
    /// <summary>The life project of a signed-in person.</summary>
    public static LocalPath ProjectPath { get; } = new("mon-espace/projet", "mijn-ruimte/project", "my-space/project");

    /// <summary>Who may see it, and how it looks to them.</summary>
    public static LocalPath VisibilityPath { get; } = new("mon-espace/projet/visibilite", "mijn-ruimte/project/zichtbaarheid", "my-space/project/visibility");

    /// <summary>The life project after it was stored.</summary>
    public static string Saved(Language language) => ProjectPath.In(language) + "?saved=true";
}
