using System.Data;
using System.Data.Common;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>Reads the register from the database, by plain ADO: at start 36,000 rows must not cost a second.</summary>
internal sealed class ReadPlaces(DbConnection connection)
{
    private readonly Dictionary<string, string> once = [];
    private readonly Dictionary<string, string?[]> areasOf = [];

    public async Task<Gazetteer> RunAsync(CancellationToken cancellation) => new(await CommunesAsync(cancellation), await AreasAsync(cancellation));

    private async Task<List<Commune>> CommunesAsync(CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        // Each value read costs more than all of SQLite's work for it: the areas, alike for many communes, come as one.
        command.CommandText = """
            SELECT "Code", "NameFr", COALESCE("NameNl", ''), "Postcodes", "Population", "Latitude", "Longitude", COALESCE("AreaKm2", -1),
                   COALESCE("DistrictCode", '') || ' ' || COALESCE("DepartmentCode", '') || ' ' || COALESCE("RegionCode", '') || ' ' || COALESCE("ParentCode", '')
            FROM "communes" ORDER BY "Code"
            """;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellation);
        var communes = new List<Commune>(36_000);
        var arrays = reader.GetFieldType(3) != typeof(string);
        // Not awaited row by row: the rows come in large pieces, and waiting 36,000 times costs more than reading.
        while (Next(reader))
        {
            communes.Add(CommuneOf(reader, arrays));
        }
        return communes;
    }

    private async Task<List<Area>> AreasAsync(CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Code", "Kind", "Country", "Names", "ParentCode" FROM "areas" ORDER BY "Code" """;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellation);
        var areas = new List<Area>(1_500);
        while (Next(reader))
        {
            areas.Add(
                new Area
                {
                    Code = Once(reader.GetString(0)),
                    Kind = Enum.Parse<AreaKind>(reader.GetString(1)),
                    Country = Once(reader.GetString(2)),
                    Names = StoredJson.Read<LocalText>(reader.GetString(3)),
                    ParentCode = Text(reader, 4),
                }
            );
        }
        return areas;
    }

    private static bool Next(DbDataReader reader) => reader.Read();

    private Commune CommuneOf(DbDataReader reader, bool arrays)
    {
        var code = reader.GetString(0);
        var areas = AreasOf(reader.GetString(8));
        return new Commune
        {
            Code = code,
            Country = code[0] == 'F' ? "FR" : "BE",
            NameFr = reader.GetString(1),
            NameNl = reader.GetString(2) is { Length: > 0 } dutch ? dutch : null,
            Postcodes = arrays ? reader.GetFieldValue<string[]>(3) : Postcodes(reader.GetString(3)),
            Population = reader.GetInt32(4),
            Latitude = reader.GetDouble(5),
            Longitude = reader.GetDouble(6),
            AreaKm2 = reader.GetDouble(7) is >= 0 and var area ? area : null,
            DistrictCode = areas[0],
            DepartmentCode = areas[1],
            RegionCode = areas[2],
            ParentCode = areas[3],
        };
    }

    private string?[] AreasOf(string joined)
    {
        if (!areasOf.TryGetValue(joined, out var areas))
        {
            areasOf.Add(joined, areas = [.. joined.Split(' ').Select(code => code.Length == 0 ? null : Once(code))]);
        }
        return areas;
    }

    /// <summary>PostgreSQL has arrays; SQLite keeps them as JSON, ["28000","28001"].</summary>
    private static string[] Postcodes(string json) =>
        json.Length == 9 ? [json[2..^2]]
        : json == "[]" ? []
        : json[2..^2].Split("\",\"");

    private string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Once(reader.GetString(column));

    private string Once(string code)
    {
        if (!once.TryGetValue(code, out var known))
        {
            once.Add(code, known = code);
        }
        return known;
    }
}
