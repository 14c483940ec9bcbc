using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>Reads the register from the database, by plain ADO: at start 36,000 rows must not cost a second.</summary>
internal sealed class ReadPlaces(AppDb db)
{
    private readonly Dictionary<string, string> once = [];

    public async Task<Gazetteer> RunAsync(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return new Gazetteer(await CommunesAsync(cancellation), await AreasAsync(cancellation));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<Commune>> CommunesAsync(CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            SELECT "Code", "Country", "NameFr", "NameNl", "Postcodes", "Population", "Latitude", "Longitude", "AreaKm2",
                   "DistrictCode", "DepartmentCode", "RegionCode", "ParentCode"
            FROM "communes" ORDER BY "Code"
            """;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellation);
        var communes = new List<Commune>(36_000);
        // Not awaited row by row: the rows come in large pieces, and waiting 36,000 times costs more than reading.
        while (Next(reader))
        {
            communes.Add(CommuneOf(reader));
        }
        return communes;
    }

    private async Task<List<Area>> AreasAsync(CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
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

    private Commune CommuneOf(DbDataReader reader) =>
        new()
        {
            Code = reader.GetString(0),
            Country = Once(reader.GetString(1)),
            NameFr = reader.GetString(2),
            NameNl = reader.IsDBNull(3) ? null : reader.GetString(3),
            Postcodes = Postcodes(reader.GetValue(4)),
            Population = reader.GetInt32(5),
            Latitude = reader.GetDouble(6),
            Longitude = reader.GetDouble(7),
            AreaKm2 = reader.IsDBNull(8) ? null : reader.GetDouble(8),
            DistrictCode = Text(reader, 9),
            DepartmentCode = Text(reader, 10),
            RegionCode = Text(reader, 11),
            ParentCode = Text(reader, 12),
        };

    /// <summary>PostgreSQL has arrays; SQLite keeps them as JSON, ["28000","28001"].</summary>
    private static string[] Postcodes(object stored) =>
        stored switch
        {
            string[] array => array,
            "[]" => [],
            string json => json[2..^2].Split("\",\""),
            _ => throw new InvalidDataException($"Postcodes are stored as {stored.GetType()}."),
        };

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
