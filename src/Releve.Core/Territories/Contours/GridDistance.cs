namespace Releve.Core.Territories.Contours;

/// <summary>How far each square of a grid is from the nearest of some squares, in squares, by two passes over the grid.</summary>
internal static class GridDistance
{
    private const float Diagonal = 1.4142f;

    /// <summary>
    /// The distances, row by row, in an array that is lent and may be longer; squares outside of the grid do not count.
    /// </summary>
    public static float[] From(int size, Func<int, bool> source)
    {
        var far = LentSquares.Distances.Rent(size * size);
        for (var at = 0; at < size * size; at++)
        {
            far[at] = source(at) ? 0 : 2 * size;
        }
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                Lower(far, size, column, row, -1);
            }
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = size - 1; column >= 0; column--)
            {
                Lower(far, size, column, row, 1);
            }
        }
        return far;
    }

    // Looks at the four neighbours that the pass has already seen: behind it in the row, and the row before.
    private static void Lower(float[] far, int size, int column, int row, int side)
    {
        var at = (row * size) + column;
        var least = far[at];
        if (column + side >= 0 && column + side < size)
        {
            least = Math.Min(least, far[at + side] + 1);
        }
        if (row + side >= 0 && row + side < size)
        {
            var before = at + (side * size);
            least = Math.Min(least, far[before] + 1);
            least = column > 0 ? Math.Min(least, far[before - 1] + Diagonal) : least;
            least = column < size - 1 ? Math.Min(least, far[before + 1] + Diagonal) : least;
        }
        far[at] = least;
    }
}
