using Npgsql;
using NpgsqlTypes;
using Releve.Core.Search;
using Releve.Core.Search.Words;
using Releve.TestKit;

namespace Releve.Bench.Search;

/// <summary>
/// PostgreSQL at its best: its own text search with a GIN index, GiST on points, B-trees, prepared statements, all tables in
/// its buffers, one statement whose rows are counted as they come.
/// </summary>
internal sealed class PostgresPeer : ISearchPeer, IDisposable
{
    private const string Columns = "l.id, l.facets, l.profession_set, l.specialty_set, l.language_set, l.latitude, l.longitude, l.published";

    private readonly TemporaryPostgres server;
    private readonly NpgsqlConnection connection;
    private readonly PeerTables tables;

    private PostgresPeer(TemporaryPostgres server, PeerTables tables)
    {
        this.server = server;
        this.tables = tables;
        connection = new NpgsqlConnection(
            server.ConnectionString("postgres") + ";Max Auto Prepare=100;Auto Prepare Min Usages=2;Read Buffer Size=65536;Command Timeout=600"
        );
        connection.Open();
        Run(
            """
            CREATE UNLOGGED TABLE listing (
              id int PRIMARY KEY, facets int, profession_set int, specialty_set int, language_set int,
              latitude float8, longitude float8, published int8, first_day int, last_day int, department int, region int,
              place point, words tsvector);
            CREATE UNLOGGED TABLE card (id int PRIMARY KEY, title text, organisation text, commune text, details text);
            CREATE UNLOGGED TABLE seeks (profession int, published int8, id int);
            """
        );
        Fill();
        Run(
            """
            CREATE INDEX ON listing USING gist (place);
            CREATE INDEX ON listing USING gin (words) WITH (fastupdate = off);
            CREATE INDEX ON listing (department);
            CREATE INDEX ON listing (region);
            CREATE INDEX ON seeks (profession, published DESC, id);
            CREATE TABLE profession_totals AS SELECT profession_set, count(*)::int AS count FROM listing GROUP BY profession_set;
            """
        );
        Run("VACUUM ANALYZE");
    }

    /// <summary>Starts a server with these listings; null when PostgreSQL is not installed.</summary>
    public static PostgresPeer? Start(PeerTables tables) =>
        TemporaryPostgres.Start("shared_buffers=2GB", "work_mem=64MB", "maintenance_work_mem=512MB", "jit=off", "max_wal_size=4GB", "random_page_cost=1.1")
            is { } server
            ? new PostgresPeer(server, tables)
            : null;

    public (int Total, int Kinds, int Cards) Search(ListingSearch search)
    {
        var count = new PeerCount(search, tables);
        var restricted = search.Circle is not null || search.AreaCode is not null || search.Words.Length > 0 || search.From is not null;
        var byProfession = !restricted && search.Professions.Count == 1 && search.Kinds.Count == 0;
        Stream(search, count, byProfession);
        if (byProfession)
        {
            using var command = new NpgsqlCommand("SELECT profession_set, count FROM profession_totals", connection);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                count.AddProfessions(reader.GetInt32(0), reader.GetInt32(1));
            }
        }
        return (count.Total, count.Counts[0], Cards(count.Page()));
    }

    public void Dispose()
    {
        connection.Dispose();
        server.Dispose();
    }

    private void Stream(ListingSearch search, PeerCount count, bool byProfession)
    {
        using var command = Statement(search, byProfession);
        var words = search.Words.Length > 0;
        using var reader = command.ExecuteReader();
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
                words ? reader.GetFloat(8) : 0,
                countProfessions: !byProfession
            );
        }
    }

    private NpgsqlCommand Statement(ListingSearch search, bool byProfession)
    {
        var command = new NpgsqlCommand { Connection = connection };
        var (from, columns) = ("listing l", Columns);
        var where = new List<string>();
        if (search.Words.Length > 0)
        {
            columns += ", ts_rank('{0.125, 0.25, 0.5, 1}', l.words, to_tsquery('simple', $1))";
            where.Add("l.words @@ to_tsquery('simple', $1)");
            var query = string.Join(" & ", WordReader.Stems(search.Words).Distinct().Select(stem => $"'{stem}'"));
            command.Parameters.Add(new NpgsqlParameter { Value = query });
        }
        if (search.Circle is { } circle)
        {
            var box = Box.Around(circle);
            where.Add($"l.place <@ ${command.Parameters.Count + 1}");
            command.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlBox(box.North, box.East, box.South, box.West) });
        }
        if (search.AreaCode is { } area)
        {
            where.Add($"l.{(area.Contains("-R", StringComparison.Ordinal) ? "region" : "department")} = ${command.Parameters.Count + 1}");
            command.Parameters.Add(new NpgsqlParameter { Value = tables.Number(area) });
        }
        if (search.From is { } first && search.Until is { } last)
        {
            where.Add($"l.last_day >= ${command.Parameters.Count + 1} AND l.first_day <= ${command.Parameters.Count + 2}");
            command.Parameters.Add(new NpgsqlParameter { Value = first.DayNumber });
            command.Parameters.Add(new NpgsqlParameter { Value = last.DayNumber });
        }
        if (byProfession)
        {
            from = "seeks s JOIN listing l ON l.id = s.id";
            where.Add("s.profession = $1");
            command.Parameters.Add(new NpgsqlParameter { Value = tables.Number(search.Professions[0]) });
        }
        command.CommandText = $"SELECT {columns} FROM {from}{(where.Count > 0 ? " WHERE " : "")}{string.Join(" AND ", where)}";
        return command;
    }

    private int Cards(List<int> ids)
    {
        using var command = new NpgsqlCommand("SELECT id, title, organisation, commune, details FROM card WHERE id = ANY($1)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        using var reader = command.ExecuteReader();
        var read = 0;
        while (reader.Read())
        {
            read += reader.GetString(1).Length + reader.GetString(3).Length + reader.GetString(4).Length > 0 ? 1 : 0;
        }
        return read;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private void Fill()
    {
        using var cards = new NpgsqlConnection(connection.ConnectionString);
        using var professions = new NpgsqlConnection(connection.ConnectionString);
        cards.Open();
        professions.Open();
        Run("CREATE TEMP TABLE raw (LIKE listing); ALTER TABLE raw DROP COLUMN words; ALTER TABLE raw ADD a text, ADD b text, ADD c text, ADD d text");
        using (var into = connection.BeginBinaryImport("COPY raw FROM STDIN (FORMAT BINARY)"))
        using (var card = cards.BeginBinaryImport("COPY card FROM STDIN (FORMAT BINARY)"))
        using (var seeks = professions.BeginBinaryImport("COPY seeks FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in tables.Rows())
            {
                Copy(row, into, card, seeks);
            }
            into.Complete();
            card.Complete();
            seeks.Complete();
        }
        Run(
            """
            INSERT INTO listing SELECT id, facets, profession_set, specialty_set, language_set, latitude, longitude, published, first_day, last_day,
              department, region, place, setweight(to_tsvector('simple', a), 'A') || setweight(to_tsvector('simple', b), 'B')
              || setweight(to_tsvector('simple', c), 'C') || setweight(to_tsvector('simple', d), 'D')
            FROM raw;
            DROP TABLE raw;
            """
        );
    }

    private static void Copy(PeerRow row, NpgsqlBinaryImporter into, NpgsqlBinaryImporter card, NpgsqlBinaryImporter seeks)
    {
        into.StartRow();
        foreach (var number in (int[])[row.Id, row.Facets, row.ProfessionSet, row.SpecialtySet, row.LanguageSet])
        {
            into.Write(number);
        }
        into.Write(row.Latitude);
        into.Write(row.Longitude);
        into.Write(row.Published);
        foreach (var number in (int[])[row.FirstDay, row.LastDay, row.Department, row.Region])
        {
            into.Write(number);
        }
        into.Write(new NpgsqlPoint(row.Longitude, row.Latitude));
        foreach (var words in (string[])[row.TitleWords, row.ProfessionWords, row.OrganisationWords, row.BodyWords])
        {
            into.Write(words);
        }
        card.StartRow();
        card.Write(row.Id);
        card.Write(row.Title);
        card.Write(row.Organisation ?? "");
        card.Write(row.CommuneCode);
        card.Write(row.Details);
        foreach (var profession in row.Professions)
        {
            seeks.StartRow();
            seeks.Write(profession);
            seeks.Write(row.Published);
            seeks.Write(row.Id);
        }
    }
}
