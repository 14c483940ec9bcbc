namespace Releve.Core.Territories.Contours;

/// <summary>Walks along the edges between squares of different labels and cuts them into lines where three or more meet.</summary>
internal sealed class BorderTrace
{
    private static readonly (int X, int Y)[] Ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private readonly int[] labels;
    private readonly int size;
    private readonly bool[] walked;

    private BorderTrace(int[] labels, int size)
    {
        this.labels = labels;
        this.size = size;
        walked = new bool[(size + 1) * (size + 1) * 2];
    }

    /// <summary>A line along corners of squares; the first and last are the same where it is closed.</summary>
    public sealed record Line(int Left, int Right, List<(double X, double Y)> Points, bool OnFrame);

    /// <summary>All lines of a grid.</summary>
    public static List<Line> Of(int[] labels, int size)
    {
        var trace = new BorderTrace(labels, size);
        var lines = new List<Line>();
        trace.Collect(lines, onlyMeetings: true);
        trace.Collect(lines, onlyMeetings: false);
        return lines;
    }

    // Lines between meetings first; what is left then are closed lines.
    private void Collect(List<Line> lines, bool onlyMeetings)
    {
        for (var y = 0; y <= size; y++)
        {
            for (var x = 0; x <= size; x++)
            {
                if (onlyMeetings && !IsMeeting(x, y))
                {
                    continue;
                }
                for (var way = 0; way < 4; way++)
                {
                    if (IsEdge(x, y, way) && !walked[Edge(x, y, way)])
                    {
                        lines.Add(Walk(x, y, way));
                    }
                }
            }
        }
    }

    private Line Walk(int x, int y, int way)
    {
        var (left, right) = Sides(x, y, way);
        var points = new List<(double X, double Y)> { (x, y) };
        var (startX, startY) = (x, y);
        var frame = IsFrame(x, y, way);
        do
        {
            walked[Edge(x, y, way)] = true;
            (x, y) = (x + Ways[way].X, y + Ways[way].Y);
            points.Add((x, y));
            if (IsMeeting(x, y) || (x == startX && y == startY))
            {
                break;
            }
            way = Onward(x, y, way);
        } while (way >= 0);
        return new Line(left, right, points, frame);
    }

    private int Onward(int x, int y, int way)
    {
        for (var next = 0; next < 4; next++)
        {
            if (next != (way + 2) % 4 && IsEdge(x, y, next))
            {
                return next;
            }
        }
        return -1;
    }

    // The corner where a line reaches the frame counts as a meeting, so that lines lie on the frame wholly or not at all.
    private bool IsMeeting(int x, int y)
    {
        var edges = 0;
        for (var way = 0; way < 4; way++)
        {
            edges += IsEdge(x, y, way) ? 1 : 0;
        }
        return edges > 2 || (edges == 2 && IsOnFrame(x, y) && MixesFrame(x, y));
    }

    private bool MixesFrame(int x, int y)
    {
        var (frame, inner) = (false, false);
        for (var way = 0; way < 4; way++)
        {
            if (IsEdge(x, y, way))
            {
                frame |= IsFrame(x, y, way);
                inner |= !IsFrame(x, y, way);
            }
        }
        return frame && inner;
    }

    private bool IsOnFrame(int x, int y) => x == 0 || y == 0 || x == size || y == size;

    private bool IsFrame(int x, int y, int way) => (way % 2 == 0 && (y == 0 || y == size)) || (way % 2 == 1 && (x == 0 || x == size));

    private bool IsEdge(int x, int y, int way)
    {
        var (left, right) = Sides(x, y, way);
        return left != right;
    }

    private (int Left, int Right) Sides(int x, int y, int way) =>
        way switch
        {
            0 => (Label(x, y - 1), Label(x, y)),
            1 => (Label(x, y), Label(x - 1, y)),
            2 => (Label(x - 1, y), Label(x - 1, y - 1)),
            _ => (Label(x - 1, y - 1), Label(x, y - 1)),
        };

    private int Label(int x, int y) => x < 0 || y < 0 || x >= size || y >= size ? Border.Nowhere : labels[(y * size) + x];

    private int Edge(int x, int y, int way) =>
        way switch
        {
            0 => Corner(x, y),
            1 => Corner(x, y) + 1,
            2 => Corner(x - 1, y),
            _ => Corner(x, y - 1) + 1,
        };

    private int Corner(int x, int y) => ((y * (size + 1)) + x) * 2;
}
