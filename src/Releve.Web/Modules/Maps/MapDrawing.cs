using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Maps;

/// <summary>Draws a view as one svg element: land, borders, circle, names, pins. Works as it is, without any script.</summary>
internal sealed class MapDrawing : IHtmlContent
{
    private const string PinShape = "M0 0L-7 -8H-15L-19 -36H11L19 -8H7Z";
    private const string ClusterShape = "M-17 -14H10L17 14H-10Z";

    // From a hundred on, and from ten thousand on: the slant stays, the bar grows with its number.
    private const string WideClusterShape = "M-23 -14H16L23 14H-16Z";
    private const string WidestClusterShape = "M-33 -14H26L33 14H-26Z";

    // Letters with accents stay letters.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string[] KindKeys = [.. ListingKinds.All.Select(kind => "Listings.kind." + kind)];

    private readonly MapView view;
    private readonly AtlasSheet atlas;
    private readonly PageText text;
    private readonly SheetBox sight;
    private readonly double unitsPerPixel;
    private readonly IReadOnlyList<MapPin> pins;
    private readonly string scale;
    private readonly string land;
    private readonly StringBuilder before = new(2_000);
    private readonly StringBuilder after = new(16_000);
    private StringBuilder svg;

    private MapDrawing(MapView view, AtlasSheet atlas, PageText text)
    {
        this.view = view;
        this.atlas = atlas;
        this.text = text;
        var (left, top) = atlas.Sheet.Place(view.Bounds.North, view.Bounds.West);
        var (right, bottom) = atlas.Sheet.Place(view.Bounds.South, view.Bounds.East);
        sight = new SheetBox(left, top, right, bottom);
        unitsPerPixel = Math.Max(sight.Width / view.Size.Width, sight.Height / view.Size.Height);
        scale = unitsPerPixel.ToString("0.###", CultureInfo.InvariantCulture);
        land = atlas.Base(sight);
        svg = before;
        pins = PinCrowd.Thin(view.Pins, view.Highlighted, atlas.Sheet, unitsPerPixel);
    }

    /// <summary>The svg element of a view.</summary>
    public static MapDrawing Draw(MapView view, Atlas atlas, PageText text)
    {
        var drawing = new MapDrawing(view, atlas.Sheet(view.Bounds, view.Focus), text);
        drawing.Draw();
        return drawing;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(before);
        writer.Write(land);
        writer.Write(after);
    }

    public override string ToString() => $"{before}{land}{after}";

    private void Draw()
    {
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map-svg\" viewBox=\"{sight.Left:0} {sight.Top:0} {sight.Width:0} {sight.Height:0}\"");
        svg.Append(" preserveAspectRatio=\"xMidYMid meet\" role=\"group\" aria-label=\"");
        Encode(view.Label);
        svg.Append(CultureInfo.InvariantCulture, $"\" data-sheet=\"{Window}\"");
        WriteHits();
        svg.Append("><g class=\"map-base\" aria-hidden=\"true\">");
        // The land, most of the drawing, is shared by many pages and never copied into one of them.
        svg = after.Append("</g>");
        foreach (var circle in view.Circle is { } searched ? [searched, .. view.Circles] : view.Circles)
        {
            WriteCircle(circle);
        }
        var names = Names();
        WriteNames(names.Where(name => !name.CoversPins));
        WritePins();
        WriteNames(names.Where(name => name.CoversPins));
        svg.Append("</svg>");
    }

    // West, north and side of the sheet in the square of the world, and its units: scripts turn points into degrees with them.
    private string Window
    {
        get
        {
            var window = atlas.Sheet.Window;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{window.West:0.########},{window.North:0.########},{window.Side:0.##########},{ContourSheet.Units}"
            );
        }
    }

    private void WriteHits()
    {
        if (view.Cards.Count == 0)
        {
            return;
        }
        svg.Append(" data-hits=\"");
        foreach (var card in view.Cards)
        {
            var (x, y) = atlas.Sheet.Place(card.Latitude, card.Longitude);
            Encode(card.Reference);
            svg.Append(' ').Append(Whole(x)).Append(' ').Append(Whole(y)).Append(';');
        }
        svg.Append('"');
    }

    private void WriteCircle(SearchCircle circle)
    {
        var (x, y) = atlas.Sheet.Place(circle.Latitude, circle.Longitude);
        var radius = circle.RadiusKm * atlas.Sheet.UnitsPerKm(circle.Latitude);
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"map-zone\" cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0}\"/>");
        svg.Append("<g");
        WriteFixed(x, y);
        svg.Append("><circle class=\"map-zone-dot\" r=\"4\"/></g>");
    }

    private IReadOnlyList<TownNames.PlacedName> Names()
    {
        var names = new TownNames(sight, unitsPerPixel, atlas.HasFocus);
        foreach (var pin in pins)
        {
            var (x, y) = atlas.Sheet.Place(pin.Latitude, pin.Longitude);
            names.Avoid(x, y, HalfWidthOf(pin.Count), pin.Count > 1 ? 14 : 36, pin.Count > 1 ? 14 : 2);
        }
        return names.Choose(atlas.Towns, text.Language, view.Place is { } place ? TownOf(place) : null);
    }

    private void WriteNames(IEnumerable<TownNames.PlacedName> names)
    {
        svg.Append("<g class=\"map-names\" aria-hidden=\"true\">");
        foreach (var name in names)
        {
            svg.Append("<g");
            WriteFixed(name.X, name.Y);
            svg.Append('>');
            if (!name.CoversPins)
            {
                svg.Append("<circle class=\"map-dot\" r=\"2.6\"/>");
            }
            svg.Append("<text class=\"map-town\" ").Append(FromDot(name)).Append('>');
            Encode(name.Name);
            svg.Append("</text></g>");
        }
        svg.Append("</g>");
    }

    // The line of letters stands 5 pixels below the middle of a name, and 4 above its lower edge.
    private static string FromDot(TownNames.PlacedName name) =>
        name.Side switch
        {
            NameSide.Left => string.Create(CultureInfo.InvariantCulture, $"y=\"5\" x=\"{-name.Gap}\" text-anchor=\"end\""),
            NameSide.Above => string.Create(CultureInfo.InvariantCulture, $"y=\"{-name.Gap - 4}\" text-anchor=\"middle\""),
            NameSide.Below => string.Create(CultureInfo.InvariantCulture, $"y=\"{name.Gap + 14}\" text-anchor=\"middle\""),
            _ => string.Create(CultureInfo.InvariantCulture, $"y=\"5\" x=\"{name.Gap}\""),
        };

    private Town TownOf(Commune commune)
    {
        var (x, y) = atlas.Sheet.Place(commune.Latitude, commune.Longitude);
        return new Town(commune, x, y, InFocus: true);
    }

    private void WritePins()
    {
        // From north to south, so that the point of a pin is never under another pin; the highlighted one last, on top.
        foreach (var pin in pins.OrderBy(pin => IsHighlighted(pin)).ThenByDescending(pin => pin.Latitude))
        {
            WritePin(pin);
        }
    }

    private bool IsHighlighted(MapPin pin) => pin.Card is { } card && card.Reference == view.Highlighted;

    private void WritePin(MapPin pin)
    {
        var (x, y) = atlas.Sheet.Place(pin.Latitude, pin.Longitude);
        var url = UrlOf(pin);
        svg.Append(url is null ? "<g" : "<a tabindex=\"-1\" href=\"");
        if (url is not null)
        {
            Encode(url);
            svg.Append('"');
        }
        WriteFixed(x, y);
        if (pin.Count == 1)
        {
            svg.Append(" class=\"map-pin").Append(IsHighlighted(pin) ? " is-on" : "").Append("\" data-kind=\"").Append(pin.Kind.Slug());
            svg.Append("\" data-pin=\"");
            Encode(pin.Card?.Reference ?? "");
        }
        else
        {
            svg.Append(" class=\"map-cluster");
        }
        svg.Append("\"><title>");
        Encode(TitleOf(pin));
        svg.Append("</title>");
        WriteShape(pin);
        svg.Append(url is null ? "</g>" : "</a>");
    }

    private void WriteShape(MapPin pin)
    {
        if (pin.Count == 1)
        {
            svg.Append("<path d=\"").Append(PinShape).Append("\"/><g transform=\"translate(-9 -31) scale(.75)\">");
            svg.Append(Icons.Shapes(KindMark.IconOf(pin.Kind))).Append("</g>");
        }
        else
        {
            svg.Append("<path d=\"").Append(ShapeOf(pin.Count)).Append("\"/><text y=\"5.5\">").Append(text.Number(pin.Count)).Append("</text>");
        }
    }

    private string? UrlOf(MapPin pin)
    {
        if (pin is { Count: 1, Card: { } card })
        {
            return view.ListingUrl?.Invoke(card);
        }
        // A group is a smaller zone: its cell, about as large as the mark.
        var km = 36 * unitsPerPixel / atlas.Sheet.UnitsPerKm(pin.Latitude);
        return view.ZoneUrl?.Replace(MapZone.Placeholder, MapZone.Write(MapZone.Around(pin.Latitude, pin.Longitude, km)), StringComparison.Ordinal);
    }

    private string TitleOf(MapPin pin) =>
        pin is { Count: 1, Card: { } card }
            ? text.With("Maps.pin", ("kind", text[KindKeys[(int)pin.Kind]]), ("title", card.TitleIn(text.Language)))
            : text.Count("Maps.group", pin.Count);

    private void WriteFixed(double x, double y) =>
        svg.Append(" data-fixed transform=\"translate(").Append(Whole(x)).Append(' ').Append(Whole(y)).Append(") scale(").Append(scale).Append(")\"");

    private static long Whole(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);

    private void Encode(string value) => svg.Append(Encoder.Encode(value));

    private static double HalfWidthOf(int count) =>
        count < 100 ? 19
        : count < 10_000 ? 24
        : 34;

    private static string ShapeOf(int count) =>
        count < 100 ? ClusterShape
        : count < 10_000 ? WideClusterShape
        : WidestClusterShape;
}
