namespace Releve.Core.Territories.Contours;

/// <summary>
/// A line between two groups, from one meeting of borders to the next; drawn once, so that both sides always match.
/// Left and right are as one walks along it, north up. <see cref="Nowhere"/> is the sea, another country, or beyond the sheet.
/// </summary>
public sealed record Border(int Left, int Right, IReadOnlyList<SheetPoint> Points, bool OnFrame)
{
    /// <summary>The label of what is no group.</summary>
    public const int Nowhere = 0;
}

/// <summary>A point of a sheet in its units.</summary>
public readonly record struct SheetPoint(int X, int Y);
