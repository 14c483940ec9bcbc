using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Start;

namespace Releve.Web.Modules.Maps;

/// <summary>
/// &lt;map-view view="@Model.Map" /&gt;: the map in its frame. A view with an address to move to: the page then loads js/map.js. Without
/// scripts it is a picture with links.
/// </summary>
[HtmlTargetElement("map-view", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MapViewTag(Atlas atlas, PageText text, SiteOptions options) : TagHelper
{
    public required MapView View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "map-frame");
        output.Content.AppendHtml("<div class=\"map-canvas\">").AppendHtml(MapDrawing.Draw(View, atlas, text)).AppendHtml("</div>");
        if (View.MoveUrl is not null)
        {
            WriteLive(output);
        }
    }

    private void WriteLive(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-map", View.MoveUrl);
        output.Attributes.SetAttribute("data-failed", text["Maps.failed"]);
        WriteTools(output);
        if (View.ZoneUrl is not null)
        {
            output.Content.AppendHtml("<a class=\"btn btn-main map-here\" hidden href=\"#\" data-zone=\"").Append(View.ZoneUrl);
            output.Content.AppendHtml("\">").Append(text["Maps.here"]).AppendHtml("</a>");
        }
        if (Uri.TryCreate(options.MapTiles, UriKind.Absolute, out var tiles))
        {
            output.Attributes.SetAttribute("data-tiles", options.MapTiles);
            output.Content.AppendHtml("<p class=\"map-source\">").Append(text.With("Maps.tiles", ("host", tiles.Host))).AppendHtml("</p>");
        }
        output.PostElement.AppendHtml("<div class=\"map-card\" data-map-card hidden><p><a href=\"#\"></a></p></div>");
        if (View.Cards.Count > 0)
        {
            output.PostElement.AppendHtml("<p class=\"map-note\">").Append(text["Maps.note"]).AppendHtml("</p>");
        }
    }

    private void WriteTools(TagHelperOutput output)
    {
        output.Content.AppendHtml("<div class=\"map-tools\" hidden>");
        WriteTool(output, "closer", "plus", text["Maps.closer"]);
        WriteTool(output, "further", "minus", text["Maps.further"]);
        output.Content.AppendHtml("</div><div class=\"map-ways\" role=\"group\" hidden aria-label=\"").Append(text["Maps.tools"]).AppendHtml("\">");
        WriteTool(output, "west", "chevron-left", text["Maps.west"]);
        WriteTool(output, "north", "chevron-up", text["Maps.north"]);
        WriteTool(output, "south", "chevron-down", text["Maps.south"]);
        WriteTool(output, "east", "chevron-right", text["Maps.east"]);
        output.Content.AppendHtml("</div>");
    }

    private static void WriteTool(TagHelperOutput output, string act, string icon, string name)
    {
        output.Content.AppendHtml("<button class=\"btn-icon\" type=\"button\" data-act=\"" + act + "\">").AppendHtml(Icons.Svg(icon));
        output.Content.AppendHtml("<span class=\"vh\">").Append(name).AppendHtml("</span></button>");
    }
}
