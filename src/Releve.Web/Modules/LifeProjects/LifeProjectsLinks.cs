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

    /// <summary>Erasing it.</summary>
    public static LocalPath ErasePath { get; } = new("mon-espace/projet/effacer", "mijn-ruimte/project/wissen", "my-space/project/erase");

    /// <summary>The empty form after it was erased.</summary>
    public static string Erased(Language language) => ProjectPath.In(language) + "?erased=true";

    /// <summary>The life project after it was stored.</summary>
    public static string Saved(Language language) => ProjectPath.In(language) + "?saved=true";

    /// <summary>The moved map of the form: the land, with these areas standing out.</summary>
    public static string Map(IReadOnlyList<string> areas, Language language) =>
        ProjectPath.In(language) + "?handler=Map" + string.Concat(areas.Select(area => "&areas=" + area));

    /// <summary>Where a place lies, or which one lies nearest to a point: asked by scripts.</summary>
    public static string Place(Language language) => ProjectPath.In(language) + "?handler=Place";

    /// <summary>What is done to one's own life project: Pause, Resume, Found.</summary>
    public static string Act(string handler, Language language) => ProjectPath.In(language) + "?handler=" + handler;

    /// <summary>The pages of a life project: the text that names each, and its address.</summary>
    public static IReadOnlyList<(string Key, LocalPath Path)> Nav { get; } =
    [("LifeProjects.nav.project", ProjectPath), ("LifeProjects.nav.visibility", VisibilityPath)];
}
