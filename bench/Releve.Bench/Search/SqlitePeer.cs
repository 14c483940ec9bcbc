using System.Globalization;
using Microsoft.Data.Sqlite;
using Releve.Core.Search;
using Releve.Core.Search.Words;

namespace Releve.Bench.Search;

/// <summary>
/// SQLite at its best: an FTS5 index without content, an R*Tree, covering indexes, one statement whose rows are counted as
/// they come, the cards of twenty by primary key. All in memory of the page cache.
/// </summary>
internal sealed class SqlitePeer : ISearchPeer, IDisposable
{
    private const string Columns = "l.id, l.facets, l.profession_set, l.specialty_set, l.language_set, l.latitude, l.longitude, l.published";

    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private readonly PeerTables tables;
    private readonly string path;

    public SqlitePeer(PeerTables tables)
    {
        this.tables = tables;
        path = Path.Combine(Path.GetTempPath(), $"releve-bench-{Guid.NewGuid():N}.db");
        Connection = new SqliteConnection($"Data Source={path};Pooling=False");
        Connection.Open();
        Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000; PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY;");
        Run(SqlitePeerTables.Create);
        Fill();
        Run(SqlitePeerTables.Index);
    }

    public SqliteConnection Connection { get; }

    public (int Total, int Kinds, int Cards) Search(ListingSearch search)
    {
        var count = new PeerCount(search, tables);
        var restricted = search.Circle is not null || search.AreaCode is not null || search.Words.Length > 0 || search.From is not null;
        var byProfession = !restricted && search.Professions.Count == 1 && search.Kinds.Count == 0;
        Stream(search, count, byProfession);
        if (byProfession)
        {
            using var reader = Command("SELECT profession_set, count FROM profession_totals").ExecuteReader();
            while (reader.Read())
            {
                count.AddProfessions(reader.GetInt32(0), reader.GetInt32(1));
            }
        }
        return (count.Total, count.Counts[0], Cards(count.Page()));
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
        Connection.Dispose();
        File.Delete(path);
    }

    /// <summary>The text that FTS5 is asked: all stems of the phrase.</summary>
    public static string Match(string words) => string.Join(' ', WordReader.Stems(words).Distinct().Select(stem => $"\"{stem}\""));

    public SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = Connection.CreateCommand();
            command.CommandText = sql;
        }
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
        return command;
    }

    private void Stream(ListingSearch search, PeerCount count, bool byProfession)
    {
        var (sql, parameters) = Statement(search, byProfession);
        var words = search.Words.Length > 0;
        using var reader = Command(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            count.Add(
                reader.GetInt32(0),
                reader.GetInt32(1),
                reader.GetInt32(2),
                reader.GetInt32(3),
                reader.GetInt32(4),
                reader.GetDouble(5),
                reader.GetDouble(6),
                reader.GetInt64(7),
                words ? -reader.GetDouble(8) : 0,
                countProfessions: !byProfession
            );
        }
    }

    private (string Sql, (string, object)[] Parameters) Statement(ListingSearch search, bool byProfession)
    {
        var where = new List<string>();
        var parameters = new List<(string, object)>();
        // CROSS JOIN: SQLite keeps the order as written; left to itself it walks all listings and asks the R*Tree for each.
        var from = "listing l";
        var columns = Columns;
        if (search.Words.Length > 0)
        {
            from = "words w CROSS JOIN listing l ON l.id = w.rowid";
            columns += ", bm25(words, 8, 4, 2, 1)";
            where.Add("words MATCH $match");
            parameters.Add(("$match", Match(search.Words)));
        }
        if (search.Circle is { } circle)
        {
            var box = Box.Around(circle);
            from = search.Words.Length > 0 ? from : "geo g CROSS JOIN listing l ON l.id = g.id";
            where.Add(
                search.Words.Length > 0
                    ? "l.latitude BETWEEN $south AND $north AND l.longitude BETWEEN $west AND $east"
                    : "g.north >= $south AND g.south <= $north AND g.east >= $west AND g.west <= $east"
            );
            parameters.AddRange([("$south", box.South), ("$north", box.North), ("$west", box.West), ("$east", box.East)]);
        }
        if (search.AreaCode is { } area)
        {
            where.Add(area.Contains("-R", StringComparison.Ordinal) ? "l.region = $area" : "l.department = $area");
            parameters.Add(("$area", tables.Number(area)));
        }
        if (search.From is { } first && search.Until is { } last)
        {
            where.Add("l.last_day >= $from AND l.first_day <= $until");
            parameters.AddRange([("$from", first.DayNumber), ("$until", last.DayNumber)]);
        }
        if (byProfession)
        {
            from = "seeks s CROSS JOIN listing l ON l.id = s.id";
            where.Add("s.profession = $profession");
            parameters.Add(("$profession", tables.Number(search.Professions[0])));
        }
        return ($"SELECT {columns} FROM {from}{(where.Count > 0 ? " WHERE " : "")}{string.Join(" AND ", where)}", [.. parameters]);
    }

    private int Cards(List<int> ids)
    {
        var read = 0;
        if (ids.Count > 0)
        {
            using var reader = Command($"SELECT id, title, organisation, commune, details FROM card WHERE id IN ({string.Join(',', ids)})").ExecuteReader();
            while (reader.Read())
            {
                read += reader.GetString(1).Length + reader.GetString(3).Length + reader.GetString(4).Length > 0 ? 1 : 0;
            }
        }
        // The text differs from page to page: kept, these commands would pile up.
        foreach (var sql in prepared.Keys.Where(sql => sql.Contains(" FROM card ", StringComparison.Ordinal)).ToList())
        {
            prepared.Remove(sql, out var command);
            command!.Dispose();
        }
        return read;
    }

    private void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Fill()
    {
        using var transaction = Connection.BeginTransaction();
        var inserts = new SqlitePeerTables(Connection, transaction);
        foreach (var row in tables.Rows())
        {
            inserts.Insert(row);
        }
        transaction.Commit();
    }
}

/// <summary>The rectangle around a circle.</summary>
internal readonly record struct Box(double South, double West, double North, double East)
{
    public static Box Around(SearchCircle circle)
    {
        var height = circle.RadiusKm / 111.19 * 1.0001;
        var width = height / Math.Cos((Math.Abs(circle.Latitude) + height) * (Math.PI / 180));
        return new Box(circle.Latitude - height, circle.Longitude - width, circle.Latitude + height, circle.Longitude + width);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{South},{West},{North},{East}");
}
