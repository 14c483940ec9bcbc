using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Maps;

/// <summary>A view as an svg element alone, for maps that move.</summary>
public static class MapPicture
{
    /// <summary>The element.</summary>
    public static string Draw(MapView view, Atlas atlas, PageText text) => MapDrawing.Draw(view, atlas, text).ToString();
}
