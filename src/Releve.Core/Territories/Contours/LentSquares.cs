using System.Buffers;

namespace Releve.Core.Territories.Contours;

/// <summary>The grids of sheets that are being drawn, a few for the whole process: those of .NET would keep some for every thread.</summary>
internal static class LentSquares
{
    /// <summary>How many sheets are drawn at once; whoever wants another waits.</summary>
    public const int SheetsAtOnce = 2;

    private const int Squares = CommuneGrid.Size * CommuneGrid.Size;

    public static ArrayPool<int> Marks { get; } = ArrayPool<int>.Create(Squares, 2 * SheetsAtOnce);
    public static ArrayPool<float> Distances { get; } = ArrayPool<float>.Create(Squares, 2 * SheetsAtOnce);
    public static ArrayPool<(float, float)> Points { get; } = ArrayPool<(float, float)>.Create(Squares, SheetsAtOnce);
}
