using System.Globalization;
using System.IO.Compression;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>The communes and areas of data/places.tsv.gz. Its form stands in tools/places/README.md.</summary>
public sealed class PlacesFile
{
    private readonly Dictionary<string, string> codes = [];

    private PlacesFile(string version, int areas, int communes)
    {
        Version = version;
        Areas = new List<Area>(areas);
        Communes = new List<Commune>(communes);
    }

    /// <summary>Day of the official codes and a hash of the content.</summary>
    public string Version { get; }

    /// <summary>Intercommunalities, arrondissements, départements, provinces, regions.</summary>
    public List<Area> Areas { get; }

    /// <summary>Communes and municipal arrondissements.</summary>
    public List<Commune> Communes { get; }

    /// <summary>Reads the version of a file and no more; null when it is no such file.</summary>
    public static string? ReadVersion(string path)
    {
        using var packed = File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return (reader.ReadLine() ?? "").Split('\t') is ["releve-places", "1", var version, ..] ? version : null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or not whole.</exception>
    public static PlacesFile Read(string path)
    {
        using var packed = File.OpenRead(path);
        return Read(packed);
    }

    /// <summary>Reads a gzipped stream.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or not whole.</exception>
    public static PlacesFile Read(Stream packed)
    {
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var head = (reader.ReadLine() ?? "").Split('\t');
        if (
            head is not ["releve-places", "1", var version, var areas, var communes]
            || !int.TryParse(areas, CultureInfo.InvariantCulture, out var areaCount)
            || !int.TryParse(communes, CultureInfo.InvariantCulture, out var communeCount)
        )
        {
            throw new InvalidDataException("This is no file of places: its first line is another.");
        }
        var file = new PlacesFile(version, areaCount, communeCount);
        while (reader.ReadLine() is { } line)
        {
            file.Add(line);
        }
        if (file.Areas.Count != areaCount || file.Communes.Count != communeCount)
        {
            throw new InvalidDataException("The file of places is not whole.");
        }
        return file;
    }

    private void Add(string line)
    {
        var cells = line.Split('\t');
        string? Cell(int i) => i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
        if (cells is ["A", var code, var kind, var fr, ..])
        {
            Areas.Add(
                new Area
                {
                    Code = Once(code)!,
                    Kind = Enum.Parse<AreaKind>(kind),
                    Country = Once(code[..2])!,
                    Names = new LocalText(fr, Cell(4), Cell(5)),
                    ParentCode = Once(Cell(6)),
                }
            );
        }
        else if (cells.Length >= 8 && cells[0] == "C")
        {
            Communes.Add(
                new Commune
                {
                    Code = cells[1],
                    Country = Once(cells[1][..2])!,
                    NameFr = cells[2],
                    NameNl = Cell(3),
                    Postcodes = cells[4].Length > 0 ? cells[4].Split(' ') : [],
                    Population = (int)Number(Cell(5)),
                    Latitude = Number(Cell(6)),
                    Longitude = Number(Cell(7)),
                    AreaKm2 = Cell(8) is { } area ? Number(area) : null,
                    DistrictCode = Once(Cell(9)),
                    DepartmentCode = Once(Cell(10)),
                    RegionCode = Once(Cell(11)),
                    ParentCode = Once(Cell(12)),
                }
            );
        }
        else
        {
            throw new InvalidDataException("The file of places has a line of an unknown form.");
        }
    }

    private static double Number(string? text) => text is null ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>One string for all communes of an area, not 35,000.</summary>
    private string? Once(string? code)
    {
        if (code is null)
        {
            return null;
        }
        codes.TryAdd(code, code);
        return codes[code];
    }
}
