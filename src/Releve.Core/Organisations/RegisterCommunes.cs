using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Core.Organisations;

/// <summary>
/// Finds the commune that a register means. Registers keep codes of communes that have merged since, write those overseas
/// in a way of their own, and give Paris as one: the postcode and the locality then tell.
/// </summary>
public sealed class RegisterCommunes
{
    private readonly Dictionary<string, Commune> byCode;
    private readonly ILookup<string, Commune> byPostcode;
    private readonly ILookup<string, Commune> parts;

    /// <summary>Prepares the communes of France among those given.</summary>
    public RegisterCommunes(IEnumerable<Commune> communes)
    {
        var french = communes.Where(commune => commune.Country == "FR").ToList();
        byCode = french.ToDictionary(commune => commune.Code[3..]);
        parts = french.Where(commune => commune.ParentCode is not null).ToLookup(commune => commune.ParentCode![3..]);
        byPostcode = french
            .Where(commune => commune.ParentCode is null)
            .SelectMany(commune => commune.Postcodes.Select(postcode => (postcode, commune)))
            .ToLookup(pair => pair.postcode, pair => pair.commune);
    }

    /// <summary>The commune of a row, and whether its code alone told; null when nothing tells.</summary>
    public (Commune Commune, bool ByCode)? Find(string code, string postcode, string locality)
    {
        if (byCode.TryGetValue(Insee(code), out var commune))
        {
            return (PartOf(commune, postcode, locality), true);
        }
        var near = byPostcode[postcode].Where(candidate => SameDepartment(candidate, code)).ToList();
        var name = Folding.Fold(ReadableAddress.Locality(locality));
        var meant = near.Count == 1 ? near[0] : near.Find(candidate => Folding.Fold(candidate.NameFr) == name);
        return meant is null ? null : (meant, false);
    }

    // A code that was never of this département is an error and not an old code.
    private static bool SameDepartment(Commune commune, string code) => code.Length == 5 && commune.Code.AsSpan(3, 2).SequenceEqual(Insee(code).AsSpan(0, 2));

    // DREES writes 9A101 for Guadeloupe's 97101, 9B for Martinique, 9C Guyane, 9D La Réunion, 9F Mayotte.
    private static string Insee(string code) => code is ['9', >= 'A' and <= 'F', _, _, _] ? "97" + code[2..] : code;

    private Commune PartOf(Commune commune, string postcode, string locality)
    {
        var districts = parts[commune.Code[3..]].ToList();
        if (districts.Count == 0)
        {
            return commune;
        }
        var cedex = ReadableAddress.CedexNumber(locality);
        return districts.Find(district => district.Postcodes.Contains(postcode)) ?? districts.Find(district => Number(district) == cedex) ?? commune;
    }

    // Paris 75101 to 75120, Marseille 13201 to 13216, Lyon 69381 to 69389.
    private static int Number(Commune district) => int.Parse(district.Code[^2..], CultureInfo.InvariantCulture) % 80;
}
