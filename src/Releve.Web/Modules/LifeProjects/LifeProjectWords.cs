using System.Globalization;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Life projects in words.</summary>
public static class LifeProjectWords
{
    /// <summary>A borrowed name: "Alouette 27".</summary>
    public static string NameOf(this PageText text, Bird bird) =>
        text["LifeProjects.bird." + bird.Kind.ToString(CultureInfo.InvariantCulture)] + "\u00a0" + bird.Number.ToString(CultureInfo.InvariantCulture);
}
