using Releve.Core.Listings;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Bench.Search;

/// <summary>The same SQLite tables, asked as one would at first: one statement for the total, one for the page, one for each facet.</summary>
internal sealed class NaivePeer(SqlitePeer sqlite, PeerTables tables) : ISearchPeer
{
    private static readonly (string Field, string Sql)[] Facets =
    [
        ("kind", "SELECT l.kind, count(*) FROM listing l WHERE {0} GROUP BY l.kind"),
        ("status", "SELECT l.status, count(*) FROM listing l WHERE {0} GROUP BY l.status"),
        ("hours", "SELECT l.hours, count(*) FROM listing l WHERE {0} GROUP BY l.hours"),
        ("rhythm", "SELECT sum(l.rhythm & 1), sum(l.rhythm >> 1 & 1), sum(l.rhythm >> 2 & 1), sum(l.rhythm >> 3 & 1) FROM listing l WHERE {0}"),
        ("pay", "SELECT count(*) FROM listing l WHERE l.pay = 1 AND {0}"),
        ("lodging", "SELECT count(*) FROM listing l WHERE l.lodging = 1 AND {0}"),
        ("urgent", "SELECT count(*) FROM listing l WHERE l.urgent = 1 AND {0}"),
        ("source", "SELECT l.source, count(*) FROM listing l WHERE {0} GROUP BY l.source"),
        ("profession", "SELECT s.profession, count(*) FROM listing l JOIN seeks s ON s.id = l.id WHERE {0} GROUP BY s.profession"),
        ("specialty", "SELECT s.specialty, count(*) FROM listing l JOIN specialises s ON s.id = l.id WHERE {0} GROUP BY s.specialty"),
        ("language", "SELECT a.language, count(*) FROM listing l JOIN asks a ON a.id = l.id WHERE {0} GROUP BY a.language"),
    ];

    public (int Total, int Kinds, int Cards) Search(ListingSearch search)
    {
        var conditions = Conditions(search);
        (string, object)[] parameters = [.. conditions.SelectMany(condition => condition.Parameters)];
        var all = Where(conditions, "");
        var total = Convert.ToInt32(
            sqlite.Command($"SELECT count(*) FROM listing l WHERE {all}", parameters).ExecuteScalar(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        var kinds = 0;
        foreach (var (field, sql) in Facets)
        {
            var own = conditions.Where(condition => condition.Field != field).SelectMany(condition => condition.Parameters).ToArray();
            using var reader = sqlite
                .Command(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Where(conditions, field)), own)
                .ExecuteReader();
            while (reader.Read())
            {
                kinds += field == "kind" && reader.GetInt32(0) == 0 ? reader.GetInt32(1) : 0;
            }
        }
        return (total, kinds, Page(search, all, parameters));
    }

    private int Page(ListingSearch search, string where, (string, object)[] parameters)
    {
        var order =
            search.Sort == SearchSort.Distance || (search.Sort == SearchSort.Relevance && search.Circle is not null)
                ? "(l.x - $x) * (l.x - $x) + (l.y - $y) * (l.y - $y) + (l.z - $z) * (l.z - $z), l.published DESC"
                : "l.published DESC, l.id";
        var sql = $"SELECT c.* FROM (SELECT l.id, l.published FROM listing l WHERE {where} ORDER BY {order} LIMIT 20) p JOIN card c ON c.id = p.id";
        using var reader = sqlite.Command(sql, parameters).ExecuteReader();
        var cards = 0;
        while (reader.Read())
        {
            cards += reader.GetString(1).Length > 0 ? 1 : 0;
        }
        return cards;
    }

    private static string Where(List<Condition> conditions, string except)
    {
        var parts = conditions.Where(condition => condition.Field != except).Select(condition => condition.Sql).ToArray();
        return parts.Length == 0 ? "1" : string.Join(" AND ", parts);
    }

    private sealed record Condition(string Field, string Sql, params (string, object)[] Parameters);

    private List<Condition> Conditions(ListingSearch search)
    {
        var conditions = new List<Condition>();
        if (search.Circle is { } circle)
        {
            var (box, centre) = (Box.Around(circle), UnitVector.At(circle.Latitude, circle.Longitude));
            var chord = UnitVector.Chord(circle.RadiusKm);
            conditions.Add(
                new Condition(
                    "circle",
                    "l.id IN (SELECT g.id FROM geo g WHERE g.north >= $south AND g.south <= $north AND g.east >= $west AND g.west <= $east) "
                        + "AND (l.x - $x) * (l.x - $x) + (l.y - $y) * (l.y - $y) + (l.z - $z) * (l.z - $z) <= $square",
                    ("$south", box.South),
                    ("$north", box.North),
                    ("$west", box.West),
                    ("$east", box.East),
                    ("$x", centre.X),
                    ("$y", centre.Y),
                    ("$z", centre.Z),
                    ("$square", chord * chord)
                )
            );
        }
        if (search.Words.Length > 0)
        {
            conditions.Add(new Condition("words", "l.id IN (SELECT rowid FROM words WHERE words MATCH $match)", ("$match", SqlitePeer.Match(search.Words))));
        }
        if (search.AreaCode is { } area)
        {
            var column = area.Contains("-R", StringComparison.Ordinal) ? "region" : "department";
            conditions.Add(new Condition("area", $"l.{column} = $area", ("$area", tables.Number(area))));
        }
        if (search.From is { } from && search.Until is { } until)
        {
            conditions.Add(new Condition("dates", "l.last_day >= $from AND l.first_day <= $until", ("$from", from.DayNumber), ("$until", until.DayNumber)));
        }
        if (search.Professions.Count > 0)
        {
            var profession = tables.Number(search.Professions[0]);
            conditions.Add(new Condition("profession", "l.id IN (SELECT id FROM seeks WHERE profession = $profession)", ("$profession", profession)));
        }
        if (search.Kinds.Count > 0)
        {
            conditions.Add(new Condition("kind", "l.kind = $kind", ("$kind", (int)search.Kinds[0])));
        }
        if (search.Rhythm != WorkRhythm.None)
        {
            conditions.Add(new Condition("rhythm", "l.rhythm & $rhythm <> 0", ("$rhythm", (int)search.Rhythm)));
        }
        if (search.Lodging)
        {
            conditions.Add(new Condition("lodging", "l.lodging = 1"));
        }
        return conditions;
    }
}
