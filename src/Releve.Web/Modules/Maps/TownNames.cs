using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Web.Modules.Maps;

/// <summary>Where a name stands from its dot.</summary>
internal enum NameSide
{
    Right,
    Left,
    Above,
    Below,
}

/// <summary>Chooses which towns are named on a view, and on which side of their dot, so that no name covers another.</summary>
internal sealed class TownNames(SheetBox sight, double unitsPerPixel, bool hasFocus)
{
    private const int Most = 9;

    // A territory whose own towns lie under pins is told by those around it.
    private const int FewestInFocus = 3;

    // Measured on Radio Canada 600 at 14 px: mean advance, height, gap to the dot.
    private const double CharacterWidth = 7.7;
    private const double Height = 18;

    // From the dot to its name, or from the pin that covers the dot.
    private const double Gap = 7;
    private const double GapToPin = 4;

    // Pins slant: a corner of the box around one is empty.
    private const double Squeeze = 4;

    private readonly List<SheetBox> pins = [];
    private readonly List<SheetBox> taken = [];
    private readonly List<PlacedName> placed = [];

    /// <summary>A name, the point that it names, the side on which it stands, and how far from the point, in pixels.</summary>
    /// <param name="CoversPins">True when there was room nowhere: it is written over what it covers, for it must be read.</param>
    public sealed record PlacedName(string Name, double X, double Y, NameSide Side, double Gap, bool CoversPins = false);

    /// <summary>Keeps a place on the view free of names: a pin.</summary>
    public void Avoid(double x, double y, double halfWidth, double up, double down)
    {
        var box = new SheetBox(x - (halfWidth * unitsPerPixel), y - (up * unitsPerPixel), x + (halfWidth * unitsPerPixel), y + (down * unitsPerPixel));
        pins.Add(box);
        taken.Add(box);
    }

    /// <summary>Names the towns, the first ones first. The place of the page, if any, is named whatever it covers.</summary>
    public IReadOnlyList<PlacedName> Choose(IEnumerable<Town> towns, Language language, Town? always)
    {
        if (always is not null)
        {
            PlaceAnyhow(always, always.Commune.NameIn(language));
        }
        foreach (var town in towns)
        {
            if (placed.Count >= Most || (hasFocus && !town.InFocus && placed.Count >= FewestInFocus))
            {
                break;
            }
            if (town.Commune.Code != always?.Commune.Code && sight.Holds(town.X, town.Y))
            {
                TryPlace(town, language);
            }
        }
        return placed;
    }

    // Beside its pin, else above or below the crowd of pins around it.
    private void PlaceAnyhow(Town town, string name)
    {
        var sides = Enum.GetValues<NameSide>();
        if (!sides.Any(side => TryPlace(town, name, side)) && !sides.Any(side => TryPlace(town, name, side, Squeeze)))
        {
            var side = town.X > (sight.Left + sight.Right) / 2 ? NameSide.Left : NameSide.Right;
            placed.Add(new PlacedName(name, town.X, town.Y, side, GapOf(town, side), CoversPins: true));
        }
    }

    private bool TryPlace(Town town, Language language)
    {
        var name = town.Commune.NameIn(language);
        return TryPlace(town, name, NameSide.Right) || TryPlace(town, name, NameSide.Left);
    }

    private bool TryPlace(Town town, string name, NameSide side, double squeeze = 0)
    {
        var gap = GapOf(town, side);
        var full = BoxOf(town, name, side, gap);
        var less = squeeze * unitsPerPixel;
        var box = new SheetBox(full.Left + less, full.Top + less, full.Right - less, full.Bottom - less);
        if (!sight.Holds(box.Left, box.Top) || !sight.Holds(box.Right, box.Bottom) || taken.Exists(other => other.Touches(box)))
        {
            return false;
        }
        taken.Add(box);
        placed.Add(new PlacedName(name, town.X, town.Y, side, gap));
        return true;
    }

    private SheetBox BoxOf(Town town, string name, NameSide side, double gap)
    {
        var (width, near) = (name.Length * CharacterWidth * unitsPerPixel, gap * unitsPerPixel);
        var (halfWidth, halfHeight, height) = (width / 2, Height / 2 * unitsPerPixel, Height * unitsPerPixel);
        return side switch
        {
            NameSide.Left => new SheetBox(town.X - near - width, town.Y - halfHeight, town.X - near, town.Y + halfHeight),
            NameSide.Above => new SheetBox(town.X - halfWidth, town.Y - near - height, town.X + halfWidth, town.Y - near),
            NameSide.Below => new SheetBox(town.X - halfWidth, town.Y + near, town.X + halfWidth, town.Y + near + height),
            _ => new SheetBox(town.X + near, town.Y - halfHeight, town.X + near + width, town.Y + halfHeight),
        };
    }

    // In pixels. Rounded, for it stands in the drawing.
    private double GapOf(Town town, NameSide side)
    {
        var over = pins.FindIndex(pin => pin.Holds(town.X, town.Y));
        if (over < 0)
        {
            return Gap;
        }
        var pin = pins[over];
        var toEdge = side switch
        {
            NameSide.Left => town.X - pin.Left,
            NameSide.Above => town.Y - pin.Top,
            NameSide.Below => pin.Bottom - town.Y,
            _ => pin.Right - town.X,
        };
        return Math.Ceiling((toEdge / unitsPerPixel) + GapToPin);
    }
}
