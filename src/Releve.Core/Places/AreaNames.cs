using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>By which names an area is found, and what it counts for beside communes.</summary>
internal static class AreaNames
{
    /// <summary>What people leave out; longer ones first.</summary>
    private static readonly string[] Prefixes =
    [
        "province de l ", "province de la ", "province de ", "province du ", "province d ", "province of ", "provincie ",
        "region de ", "region ", "cc de la ", "cc de l ", "cc des ", "cc du ", "cc de ", "cc d ", "cc ", "ca de la ", "ca de l ",
        "ca des ", "ca du ", "ca de ", "ca d ", "ca ", "cu de ", "cu d ", "cu ", "territoire de ",
    ];

    /// <summary>Everyday names that no official one begins with.</summary>
    private static readonly Dictionary<string, string[]> Everyday = new()
    {
        ["BE-R02000"] = ["flandre", "flandres", "vlaanderen"],
        ["BE-R03000"] = ["wallonie"],
        ["BE-R04000"] = ["bruxelles capitale", "region bruxelloise", "brussel hoofdstad", "brussels gewest", "brussels capital"],
        ["FR-R11"] = ["idf", "region parisienne"],
        ["FR-R24"] = ["centre val loire"],
        ["FR-R93"] = ["paca"],
        ["FR-R94"] = ["corse"],
    };

    /// <summary>The keys of an area in all its languages, with and without "province of", "communauté de communes".</summary>
    public static IEnumerable<string> Keys(Area area)
    {
        var keys = new HashSet<string>();
        foreach (var name in new[] { area.Names.Fr, area.Names.Nl, area.Names.En })
        {
            if (name is null)
            {
                continue;
            }
            var key = PlaceKey.Of(name);
            keys.Add(key);
            var prefix = Prefixes.FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
            if (prefix is not null && key.Length > prefix.Length + 2)
            {
                keys.Add(key[prefix.Length..]);
            }
            // "CA Pornic Agglo Pays de Retz" is the Pays de Retz to its people.
            if (area.Kind == AreaKind.Intercommunality && key.IndexOf(" pays de ", StringComparison.Ordinal) is > 0 and var at)
            {
                keys.Add(key[(at + 1)..]);
            }
        }
        keys.UnionWith(Everyday.GetValueOrDefault(area.Code, []));
        return keys;
    }

    /// <summary>
    /// Larger places have more inhabitants by their nature, and "Namur" means the town: an area counts only in part. It comes
    /// first only where the commune of that name is a hundred times smaller (Limbourg, Allier).
    /// </summary>
    public static int Weight(AreaKind kind, int population) =>
        kind switch
        {
            AreaKind.Department or AreaKind.Province => population / 100,
            AreaKind.Region => population / 200,
            _ => population / 1000,
        };
}
