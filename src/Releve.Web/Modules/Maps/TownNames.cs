using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Web.Modules.Maps;

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

    private readonly List<SheetBox> pins = [];
    private readonly List<SheetBox> taken = [];
    private readonly List<PlacedName> placed = [];

    /// <summary>A name with the end at which it meets its dot.</summary>
    public sealed record PlacedName(string Name, double X, double Y, double Gap, bool ToTheLeft);

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
        if (always is not null && !TryPlace(always, language))
        {
            var left = always.X > (sight.Left + sight.Right) / 2;
            placed.Add(new PlacedName(always.Commune.NameIn(language), always.X, always.Y, GapOf(always, left), left));
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

    private bool TryPlace(Town town, Language language)
    {
        var name = town.Commune.NameIn(language);
        return TryPlace(town, name, left: false) || TryPlace(town, name, left: true);
    }

    private bool TryPlace(Town town, string name, bool left)
    {
        var gap = GapOf(town, left);
        var (near, far) = (gap * unitsPerPixel, (gap + (name.Length * CharacterWidth)) * unitsPerPixel);
        var half = Height / 2 * unitsPerPixel;
        var box = left
            ? new SheetBox(town.X - far, town.Y - half, town.X - near, town.Y + half)
            : new SheetBox(town.X + near, town.Y - half, town.X + far, town.Y + half);
        if (!sight.Holds(box.Left, box.Top) || !sight.Holds(box.Right, box.Bottom) || taken.Exists(other => other.Touches(box)))
        {
            return false;
        }
        taken.Add(box);
        placed.Add(new PlacedName(name, town.X, town.Y, gap, left));
        return true;
    }

    // In pixels. Rounded, for it stands in the drawing.
    private double GapOf(Town town, bool left)
    {
        var over = pins.FindIndex(pin => pin.Holds(town.X, town.Y));
        return over < 0 ? Gap : Math.Ceiling(((left ? town.X - pins[over].Left : pins[over].Right - town.X) / unitsPerPixel) + GapToPin);
    }
}
