using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>A part of a shaded map: which district or commune, its short name, its figure in words, its shade from 1 to 5.</summary>
public sealed record ShadedPart(string Code, string Name, string Value, int Shade);

/// <summary>
/// A territory by its parts, shaded by a figure. The page shows the same figures as a table near it; the label says in words
/// what they tell.
/// </summary>
public sealed class ShadedMap
{
    private const double Width = 560;

    // Measured on Radio Canada 600 at 14.5 px.
    private const double CharacterWidth = 8;
    private const double LineHeight = 17;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ContourSheet sheet;
    private readonly SheetBox sight;
    private readonly double unitsPerPixel;
    private readonly StringBuilder svg = new(24_000);

    private ShadedMap(ContourSheet sheet, MapBounds bounds)
    {
        this.sheet = sheet;
        var (left, top) = sheet.Place(bounds.North, bounds.West);
        var (right, bottom) = sheet.Place(bounds.South, bounds.East);
        sight = new SheetBox(left, top, right, bottom);
        unitsPerPixel = sight.Width / Width;
    }

    /// <summary>The svg element of a territory's parts. Communes are drawn one by one when the parts are communes.</summary>
    public static string Draw(ContourSheets sheets, MapBounds bounds, IReadOnlyList<string> focus, IReadOnlyList<ShadedPart> parts, string label)
    {
        var communes = parts.Any(part => char.IsAsciiDigit(part.Code[3]));
        return new ShadedMap(sheets.For(bounds, focus, communes ? ContourDetail.Communes : ContourDetail.Districts), bounds).Draw(parts, label, communes);
    }

    private string Draw(IReadOnlyList<ShadedPart> parts, string label, bool communes)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"map-svg choro\" viewBox=\"{sight.Left:0} {sight.Top:0} {sight.Width:0} {sight.Height:0}\" role=\"img\" aria-label=\""
        );
        svg.Append(Encoder.Encode(label)).Append("\">");
        foreach (var part in parts)
        {
            var rings = sheet.Rings(group => group.InFocus && CodeOf(group, communes) == part.Code);
            if (rings.Count > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"heat-{part.Shade}\" d=\"").Append(PathData.Of(rings)).Append("\"/>");
            }
        }
        svg.Append("<path class=\"map-edge\" d=\"").Append(PathData.Of(sheet.Rings(group => group.InFocus))).Append("\"/>");
        foreach (var part in parts)
        {
            WriteName(part, communes);
        }
        return svg.Append("</svg>").ToString();
    }

    private static string CodeOf(SheetGroup group, bool communes) => communes ? group.Example.Code : group.Example.DistrictCode ?? group.Example.Code;

    // The name stands where the part is widest, in one line or two, and only where it has room; the figure always does if any does.
    private void WriteName(ShadedPart part, bool communes)
    {
        var widest = sheet
            .Labels.Select(label => sheet.Group(label)!)
            .Where(group => group.InFocus && CodeOf(group, communes) == part.Code)
            .MaxBy(group => group.Depth);
        if (widest is null || widest.Depth / unitsPerPixel < 9)
        {
            return;
        }
        var room = widest.Depth / unitsPerPixel * 2.7;
        var lines = Lines(part.Name, room).ToList();
        if (lines.Exists(line => line.Length * CharacterWidth > room) || (lines.Count + 1) * LineHeight > room)
        {
            lines.Clear();
        }
        var (x, y) = (widest.Middle.X, widest.Middle.Y - ((lines.Count * LineHeight / 2) - 5) * unitsPerPixel);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g transform=\"translate({x} {y:0}) scale({unitsPerPixel:0.###})\"><text class=\"choro-t on-heat-{part.Shade}\" text-anchor=\"middle\">"
        );
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"0\" y=\"{i * LineHeight}\">").Append(Encoder.Encode(lines[i])).Append("</tspan>");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<tspan class=\"choro-v\" x=\"0\" y=\"{(lines.Count * LineHeight) + (lines.Count > 0 ? 4 : 2)}\">")
            .Append(Encoder.Encode(part.Value))
            .Append("</tspan></text></g>");
    }

    private static IEnumerable<string> Lines(string name, double room)
    {
        if (name.Length * CharacterWidth <= room || !name.Contains(' ', StringComparison.Ordinal))
        {
            return [name];
        }
        // The space nearest to the middle.
        var cut = Enumerable.Range(0, name.Length).Where(i => name[i] == ' ').MinBy(i => Math.Abs(i - (name.Length / 2)));
        return [name[..cut], name[(cut + 1)..]];
    }
}
