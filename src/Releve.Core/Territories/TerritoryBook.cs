using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Core.Territories;

/// <summary>The territories that this installation serves, held in the process: there are few, and most pages name one.</summary>
public sealed class TerritoryBook
{
    private readonly Gazetteer gazetteer;
    private volatile Edition edition;

    /// <summary>Makes the book; the first territory that names an area keeps it.</summary>
    public TerritoryBook(IEnumerable<Territory> territories, Gazetteer gazetteer)
    {
        this.gazetteer = gazetteer;
        edition = new Edition(territories);
    }

    /// <summary>Puts these territories in the place of all that it held, after an administrator's change.</summary>
    public void Replace(IEnumerable<Territory> territories) => edition = new Edition(territories);

    /// <summary>Reads the territories from the database.</summary>
    public static async Task<TerritoryBook> LoadAsync(AppDb db, Gazetteer gazetteer, CancellationToken cancellation = default) =>
        new(await db.Territories.AsNoTracking().ToListAsync(cancellation), gazetteer);

    /// <summary>Reads the territories over an open connection, without waiting for the object mapper's start.</summary>
    public static async Task<TerritoryBook> LoadAsync(DbConnection connection, Gazetteer gazetteer, CancellationToken cancellation = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Slug", "Names", "Presentation", "AreaCodes", "Languages", "Position", "Hue" FROM territories""";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var territories = new List<Territory>();
        while (await reader.ReadAsync(cancellation))
        {
            territories.Add(
                new Territory
                {
                    Slug = reader.GetString(0),
                    Names = StoredJson.Read<LocalText>(reader.GetString(1)),
                    Presentation = StoredJson.Read<LocalText>(reader.GetString(2)),
                    AreaCodes = StoredTexts.Read(reader, 3),
                    Languages = StoredTexts.Read(reader, 4),
                    Position = reader.GetInt32(5),
                    Hue = reader.IsDBNull(6) ? null : reader.GetInt32(6),
                }
            );
        }
        return new TerritoryBook(territories, gazetteer);
    }

    /// <summary>All territories in the order in which they are listed.</summary>
    public IReadOnlyList<Territory> All => edition.All;

    /// <summary>The territory with that part of the address; null when there is none.</summary>
    public Territory? Find(string? slug) => All.FirstOrDefault(territory => territory.Slug == slug);

    /// <summary>The territory that a commune lies in, by its smallest area that is part of one; null when it lies in none.</summary>
    public Territory? Of(Commune commune)
    {
        var byCode = edition.ByCode;
        foreach (var code in new[] { commune.Code, commune.DistrictCode, commune.DepartmentCode, commune.RegionCode })
        {
            if (code is not null && byCode.TryGetValue(code, out var territory))
            {
                return territory;
            }
        }
        return null;
    }

    /// <summary>The whole communes of a territory, by code.</summary>
    public IReadOnlyList<Commune> CommunesOf(Territory territory) =>
        [
            .. territory
                .AreaCodes.SelectMany(Members)
                .Where(commune => commune.ParentCode is null)
                .DistinctBy(commune => commune.Code)
                .OrderBy(commune => commune.Code, StringComparer.Ordinal),
        ];

    private IEnumerable<Commune> Members(string code) => gazetteer.Commune(code) is { } commune ? [commune] : gazetteer.CommunesOf(code);

    /// <summary>What it holds at one time; never changes.</summary>
    private sealed class Edition
    {
        public Edition(IEnumerable<Territory> territories)
        {
            All = [.. territories.OrderBy(territory => territory.Position).ThenBy(territory => territory.Slug, StringComparer.Ordinal)];
            foreach (var territory in All)
            {
                foreach (var code in territory.AreaCodes)
                {
                    ByCode.TryAdd(code, territory);
                }
            }
        }

        public IReadOnlyList<Territory> All { get; }
        public Dictionary<string, Territory> ByCode { get; } = [];
    }
}
