using System.Text;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Organisations;

/// <summary>Small registers, and the few communes that they name.</summary>
internal static class RegisterSamples
{
    public const string Header = "finess,name,finess_legal_entity,category_code,siret,commune,street,postcode,locality";
    public const string Fleyriat = "010000024,CH DE FLEYRIAT,010780054,355,26010004500012,01451,900 RTE DE PARIS,01440,VIRIAT";
    public const string Bugey = "010000032,CH BUGEY SUD,010780062,355,26010003700019,01034,700 AV DE NARVIK,01300,BELLEY";
    public static DateOnly Edition { get; } = new(2023, 12, 31);

    public static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows]) + "\n");

    public static IReadOnlyList<RegisterRow> Rows(params string[] rows) => RegisterFile.Read(File(rows));

    public static async Task<TestDatabase> DatabaseAsync(string name)
    {
        var database = await TestDatabase.CreateAsync(name);
        await using var db = database.Open();
        db.Communes.AddRange(Communes());
        await db.SaveChangesAsync();
        return database;
    }

    public static IEnumerable<Commune> Communes() =>
        [
            Commune("FR-01451", "Viriat", "01440"),
            Commune("FR-01034", "Belley", "01300"),
            Commune("FR-75056", "Paris", "75001", "75015"),
            District("FR-75115", "Paris 15e Arrondissement", "FR-75056", "75015"),
            District("FR-75112", "Paris 12e Arrondissement", "FR-75056", "75012"),
            Commune("FR-97101", "Les Abymes", "97139"),
            Commune("FR-69149", "Oullins-Pierre-Bénite", "69310", "69600"),
            Commune("FR-62447", "Hesdin-la-Forêt", "62140"),
            Commune("FR-62550", "Marconnelle", "62140"),
        ];

    private static Commune Commune(string code, string name, params string[] postcodes) =>
        new()
        {
            Code = code,
            Country = "FR",
            NameFr = name,
            Postcodes = postcodes,
        };

    private static Commune District(string code, string name, string parent, string postcode) =>
        new()
        {
            Code = code,
            Country = "FR",
            NameFr = name,
            Postcodes = [postcode],
            ParentCode = parent,
        };
}
