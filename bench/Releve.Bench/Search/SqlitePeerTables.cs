using Microsoft.Data.Sqlite;
using Releve.Core.Search.Index;

namespace Releve.Bench.Search;

/// <summary>The tables of the SQLite peers, and one prepared insert for each.</summary>
internal sealed class SqlitePeerTables(SqliteConnection connection, SqliteTransaction transaction)
{
    public const string Create = """
        CREATE TABLE listing (
          id INTEGER PRIMARY KEY, facets INTEGER, profession_set INTEGER, specialty_set INTEGER, language_set INTEGER,
          latitude REAL, longitude REAL, published INTEGER, first_day INTEGER, last_day INTEGER, department INTEGER, region INTEGER,
          kind INTEGER, status INTEGER, hours INTEGER, rhythm INTEGER, pay INTEGER, lodging INTEGER, urgent INTEGER, source INTEGER,
          x REAL, y REAL, z REAL);
        CREATE TABLE card (id INTEGER PRIMARY KEY, title TEXT, organisation TEXT, commune TEXT, details TEXT);
        CREATE TABLE seeks (profession INTEGER, published INTEGER, id INTEGER, PRIMARY KEY (profession, published DESC, id)) WITHOUT ROWID;
        CREATE TABLE asks (language INTEGER, id INTEGER, PRIMARY KEY (language, id)) WITHOUT ROWID;
        CREATE TABLE specialises (specialty INTEGER, id INTEGER, PRIMARY KEY (specialty, id)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE geo USING rtree(id, south, north, west, east);
        CREATE VIRTUAL TABLE words USING fts5(title, profession, organisation, body, content='', detail='column');
        """;

    public const string Index = """
        CREATE INDEX by_department ON listing (department);
        CREATE INDEX by_region ON listing (region);
        CREATE INDEX by_date ON listing (published DESC, id);
        CREATE INDEX seeks_by_id ON seeks (id, profession);
        CREATE INDEX asks_by_id ON asks (id, language);
        CREATE INDEX specialises_by_id ON specialises (id, specialty);
        CREATE TABLE profession_totals AS SELECT profession_set, count(*) AS count FROM listing GROUP BY profession_set;
        INSERT INTO words(words) VALUES ('optimize');
        ANALYZE;
        """;

    private readonly SqliteCommand listing = Prepare(connection, transaction, "listing", 23);
    private readonly SqliteCommand card = Prepare(connection, transaction, "card", 5);
    private readonly SqliteCommand seeks = Prepare(connection, transaction, "seeks", 3);
    private readonly SqliteCommand asks = Prepare(connection, transaction, "asks", 2);
    private readonly SqliteCommand specialises = Prepare(connection, transaction, "specialises", 2);
    private readonly SqliteCommand geo = Prepare(connection, transaction, "geo", 5);
    private readonly SqliteCommand words = Prepare(connection, transaction, "words(rowid, title, profession, organisation, body)", 5);

    public void Insert(PeerRow row)
    {
        var f = row.Facets;
        var place = UnitVector.At(row.Latitude, row.Longitude);
        Insert(
            listing,
            [
                row.Id,
                f,
                row.ProfessionSet,
                row.SpecialtySet,
                row.LanguageSet,
                row.Latitude,
                row.Longitude,
                row.Published,
                row.FirstDay,
                row.LastDay,
                row.Department,
                row.Region,
                f & 15,
                f >> 4 & 7,
                f >> 7 & 3,
                f >> 9 & 15,
                f >> 13 & 1,
                f >> 14 & 1,
                f >> 15 & 1,
                f >> 16 & 3,
                place.X,
                place.Y,
                place.Z,
            ]
        );
        Insert(card, [row.Id, row.Title, (object?)row.Organisation ?? DBNull.Value, row.CommuneCode, row.Details]);
        foreach (var profession in row.Professions)
        {
            Insert(seeks, [profession, row.Published, row.Id]);
        }
        foreach (var language in row.Languages)
        {
            Insert(asks, [language, row.Id]);
        }
        foreach (var specialty in row.Specialties)
        {
            Insert(specialises, [specialty, row.Id]);
        }
        Insert(geo, [row.Id, row.Latitude, row.Latitude, row.Longitude, row.Longitude]);
        Insert(words, [row.Id, row.TitleWords, row.ProfessionWords, row.OrganisationWords, row.BodyWords]);
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = Enumerable.Range(0, columns).Select(i => $"$p{i}").ToArray();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', names)})";
        foreach (var name in names)
        {
            command.Parameters.AddWithValue(name, 0);
        }
        return command;
    }

    private static void Insert(SqliteCommand command, ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
        command.ExecuteNonQuery();
    }
}
