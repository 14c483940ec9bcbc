using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Releve.Bench.Search;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Search.Index;
using Releve.TestKit;

namespace Releve.Bench.Matching;

/// <summary>
/// The plain join in a database, in its favour: the best index that it has, all rows in its memory, one prepared statement,
/// and fewer wishes to compare than the rules have. It finds the zones that hold a listing, of its profession and way to
/// work, leaves out musts that are missing, and ranks by the liking of the zone and the wishes that are met.
/// </summary>
internal sealed class MatchPeer : IDisposable
{
    private const string Columns = "project, x, y, z, square, ways, must, matters, nice, month, flexible, settings, days, liking";

    private readonly DbConnection connection;
    private readonly IDisposable? server;
    private readonly string? file;
    private readonly Dictionary<string, int> numbers = [];
    private readonly Gazetteer gazetteer;

    private MatchPeer(DbConnection connection, Gazetteer gazetteer, IDisposable? server = null, string? file = null)
    {
        (this.connection, this.gazetteer, this.server, this.file) = (connection, gazetteer, server, file);
        connection.Open();
    }

    /// <summary>SQLite: a covering table by profession and cell of the map, so that one range of rows beside each other answers.</summary>
    public static MatchPeer Sqlite(MatchCorpus corpus)
    {
        var path = Path.Combine(Path.GetTempPath(), $"releve-bench-{Guid.NewGuid():N}.db");
        var peer = new MatchPeer(new SqliteConnection($"Data Source={path};Pooling=False"), corpus.Corpus.Gazetteer, file: path);
        peer.Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4000000; PRAGMA mmap_size=16000000000; PRAGMA temp_store=MEMORY;");
        peer.Run(
            $"CREATE TABLE raw (profession INTEGER, cell INTEGER, {Columns}); CREATE TABLE zone (profession INTEGER, cell INTEGER, n INTEGER, {Columns}, PRIMARY KEY (profession, cell, n)) WITHOUT ROWID;"
        );
        peer.FillSqlite(corpus);
        peer.Run($"INSERT INTO zone SELECT profession, cell, rowid, {Columns} FROM raw ORDER BY profession, cell, rowid; DROP TABLE raw; ANALYZE;");
        return peer;
    }

    /// <summary>PostgreSQL: GiST on boxes, the profession as a shift of the map, so that one search of the tree decides on both; clustered.</summary>
    public static MatchPeer? Postgres(MatchCorpus corpus)
    {
        if (
            TemporaryPostgres.Start("shared_buffers=3GB", "work_mem=64MB", "maintenance_work_mem=1GB", "jit=off", "max_wal_size=8GB", "random_page_cost=1.1")
            is not { } server
        )
        {
            return null;
        }
        var peer = new MatchPeer(
            new NpgsqlConnection(server.ConnectionString("postgres") + ";Max Auto Prepare=20;Auto Prepare Min Usages=2;Command Timeout=3600"),
            corpus.Corpus.Gazetteer,
            server
        );
        peer.Run(
            """
            CREATE UNLOGGED TABLE zone (reach box, area int, profession int, project int, x float8, y float8, z float8, square float8, ways int, must int, matters int, nice int,
              month int, flexible int, settings int, days int, liking int)
            """
        );
        peer.FillPostgres(corpus);
        peer.Run("CREATE INDEX reach ON zone USING gist (reach)");
        peer.Run("CLUSTER zone USING reach");
        peer.Run($"CREATE INDEX ON zone (profession, area) INCLUDE ({Columns}) WHERE area <> 0");
        peer.Run("VACUUM ANALYZE zone");
        return peer;
    }

    /// <summary>The best so many projects for an offer; how many came.</summary>
    public int Best(Offer offer, int most)
    {
        using var command = connection.CreateCommand();
        var sqlite = connection is SqliteConnection;
        var point = offer.At;
        var (latitude, longitude) = PointOf(point);
        var areas = offer.Areas.Select(area => numbers.GetValueOrDefault(area, -1)).Where(area => area > 0).ToList();
        var profession = numbers.GetValueOrDefault(offer.Professions[0], -1);
        var within = sqlite
            ? $"profession = @profession AND cell IN (@cell{string.Concat(areas.Select(area => FormattableString.Invariant($", {-area}")))})"
            : "reach @> box(point(@east, @north), point(@east, @north))";
        var rows = sqlite
            ? $"SELECT {Columns} FROM zone WHERE {within}"
            : $"SELECT {Columns} FROM zone WHERE {within} UNION ALL SELECT {Columns} FROM zone WHERE profession = @profession AND area IN ({string.Join(", ", areas.Append(-9))}) AND area <> 0";
        command.CommandText = $"""
            SELECT project, max(liking + {Met("must", 5)} + {Met("matters", 3)} + {Met("nice", 1)}) AS points FROM ({rows}) AS near
            WHERE (x - @x) * (x - @x) + (y - @y) * (y - @y) + (z - @z) * (z - @z) <= square
              AND (ways = 0 OR ways & @ways <> 0) AND must & @no = 0
              AND (must & 1 = 0 OR @month < 0 OR abs(month - @month) <= flexible)
              AND (must & 2 = 0 OR @settings = 0 OR settings & @settings <> 0)
              AND (must & 4 = 0 OR @days < 0 OR days = @days)
            GROUP BY project ORDER BY points DESC, project LIMIT {most}
            """;
        var (yes, no) = Facts(offer);
        Add(command, "@x", point.X);
        Add(command, "@y", point.Y);
        Add(command, "@z", point.Z);
        Add(command, "@ways", (int)offer.Ways);
        Add(command, "@yes", yes);
        Add(command, "@no", no);
        Add(command, "@month", offer.Start is { } start ? (start.Year * 12) + start.Month - 1 : -1);
        Add(command, "@settings", (int)offer.Settings);
        Add(command, "@days", offer.Days ?? -1);
        Add(command, "@profession", profession);
        if (sqlite)
        {
            Add(command, "@cell", Cell(latitude, longitude));
        }
        else
        {
            Add(command, "@east", longitude + Shift(profession));
            Add(command, "@north", latitude);
        }
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            count++;
        }
        return count;
    }

    public void Dispose()
    {
        connection.Dispose();
        server?.Dispose();
        if (file is not null)
        {
            File.Delete(file);
        }
    }

    // The eight wishes that are facts of the place, by their numbers.
    private static readonly int[] FactBits = [5, 6, 7, 8, 10, 13, 14, 15];

    private static string Met(string column, int points) => $"{points} * ({string.Join(" + ", FactBits.Select(bit => $"(({column} & @yes) >> {bit} & 1)"))})";

    private static (int Yes, int No) Facts(Offer offer)
    {
        var facts = new[]
        {
            (offer.Colleagues, Wish.Colleagues),
            (offer.Secretary, Wish.Secretary),
            (offer.Station, Wish.Station),
            (offer.NoDuty, Wish.NoDuty),
            (offer.Aid, Wish.Aid),
            (offer.Creche, Wish.Creche),
            (offer.School, Wish.School),
            (offer.SecondarySchool, Wish.SecondarySchool),
        };
        int Bits(bool value) => facts.Where(fact => fact.Item1 == value).Aggregate(0, (bits, fact) => bits | (1 << (int)fact.Item2));
        return (Bits(true), Bits(false));
    }

    private IEnumerable<(int Profession, int Area, double Latitude, double Longitude, double Km, object[] Values)> Rows(MatchCorpus corpus)
    {
        var number = 0;
        foreach (var project in corpus.Projects())
        {
            var (wishes, seeker) = (project.Wishes, Seeker.Of(project.Wishes, gazetteer));
            number++;
            int Weighted(WishWeight weight) => wishes.Weights.Where(pair => pair.Value == weight).Aggregate(0, (bits, pair) => bits | (1 << (int)pair.Key));
            var month = wishes.Start is { } start ? (start.Year * 12) + start.Month - 1 : -1;
            foreach (var (zone, found) in wishes.Zones.Zip(seeker.Zones))
            {
                var centre = gazetteer.CentreOf(gazetteer.Place(zone.PlaceCode)!.Value);
                object[] values =
                [
                    number,
                    (double)found.X,
                    (double)found.Y,
                    (double)found.Z,
                    found.Area is null ? (double)found.Square : 9.0,
                    (int)wishes.Ways,
                    Weighted(WishWeight.Must),
                    Weighted(WishWeight.Matters),
                    Weighted(WishWeight.Nice),
                    month,
                    wishes.FlexibleMonths,
                    (int)wishes.Settings,
                    wishes.DaysPerWeek ?? -1,
                    (int)zone.Liking + 1,
                ];
                yield return (
                    Number(wishes.Professions[0]),
                    found.Area is { } area ? Number(area) : 0,
                    centre.Latitude,
                    centre.Longitude,
                    zone.RadiusKm ?? 0,
                    values
                );
            }
        }
    }

    private void FillSqlite(MatchCorpus corpus)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO raw VALUES ({string.Join(", ", Enumerable.Range(0, 16).Select(i => $"@p{i}"))})";
        for (var i = 0; i < 16; i++)
        {
            Add(command, $"@p{i}", 0);
        }
        foreach (var (profession, area, latitude, longitude, km, values) in Rows(corpus))
        {
            foreach (var cell in area > 0 ? [-area] : Cells(latitude, longitude, km))
            {
                (command.Parameters[0].Value, command.Parameters[1].Value) = (profession, cell);
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters[i + 2].Value = values[i];
                }
                command.ExecuteNonQuery();
            }
        }
        transaction.Commit();
    }

    private void FillPostgres(MatchCorpus corpus)
    {
        using var copy = ((NpgsqlConnection)connection).BeginBinaryImport($"COPY zone (reach, area, profession, {Columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var (profession, area, latitude, longitude, km, values) in Rows(corpus))
        {
            // Areas lie beyond the pole, where no point is looked for: they have an index of their own.
            var box = Box.Around(new Core.Search.SearchCircle(area > 0 ? 85 : latitude, longitude, km));
            copy.StartRow();
            copy.Write(new NpgsqlTypes.NpgsqlBox(box.North, box.East + Shift(profession), box.South, box.West + Shift(profession)));
            copy.Write(area);
            copy.Write(profession);
            foreach (var value in values)
            {
                if (value is double real)
                {
                    copy.Write(real);
                }
                else
                {
                    copy.Write((int)value);
                }
            }
        }
        copy.Complete();
    }

    private static double Shift(int profession) => profession * 1000.0;

    // Cells of half a degree: a zone of the usual size lies in some ten of them.
    private static int Cell(double latitude, double longitude) => ((int)Math.Floor((latitude + 90) * 2) * 1000) + (int)Math.Floor((longitude + 180) * 2);

    private static IEnumerable<int> Cells(double latitude, double longitude, double km)
    {
        var box = Box.Around(new Core.Search.SearchCircle(latitude, longitude, km));
        for (var north = Math.Floor(box.South * 2); north <= Math.Floor(box.North * 2); north++)
        {
            for (var east = Math.Floor(box.West * 2); east <= Math.Floor(box.East * 2); east++)
            {
                yield return Cell((north / 2) + 0.1, (east / 2) + 0.1);
            }
        }
    }

    private static (double Latitude, double Longitude) PointOf(UnitVector at) => (Math.Asin(at.Z) * 180 / Math.PI, Math.Atan2(at.Y, at.X) * 180 / Math.PI);

    private int Number(string code) => numbers.TryGetValue(code, out var known) ? known : numbers[code] = numbers.Count + 1;

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 3600;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
