using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>Names of communes in other languages than their own, where people use them.</summary>
internal static class Exonyms
{
    /// <summary>The names that are shown in their language; only looked up by, where it is marked as old or short.</summary>
    public static IReadOnlyList<(string Code, Language Language, string Name, bool Shown)> All { get; } =
    [
        ("BE-21004", Language.English, "Brussels", true),
        ("BE-11002", Language.English, "Antwerp", true),
        ("BE-44021", Language.English, "Ghent", true),
        ("BE-31005", Language.English, "Bruges", true),
        ("BE-35013", Language.English, "Ostend", true),
        ("BE-33011", Language.English, "Ypres", true),
        ("BE-12025", Language.English, "Mechlin", false),
        ("FR-69123", Language.English, "Lyons", false),
        ("FR-13055", Language.English, "Marseilles", false),
        ("FR-59183", Language.English, "Dunkirk", true),
        ("FR-51454", Language.English, "Rheims", false),
        ("FR-59350", Language.Dutch, "Rijsel", true),
        ("FR-59183", Language.Dutch, "Duinkerke", true),
        ("FR-75056", Language.Dutch, "Parijs", true),
        ("FR-67482", Language.Dutch, "Straatsburg", true),
        ("FR-59606", Language.Dutch, "Valencijn", false),
        ("FR-62041", Language.Dutch, "Atrecht", false),
        ("FR-62160", Language.Dutch, "Bonen", false),
        ("FR-59122", Language.Dutch, "Kamerijk", false),
        ("FR-50129", Language.French, "Cherbourg", false),
        ("FR-91228", Language.French, "Évry", false),
        ("FR-71076", Language.French, "Chalon", false),
    ];

    private static readonly Dictionary<(string, Language), string> Shown = All.Where(row => row.Shown)
        .ToDictionary(row => (row.Code, row.Language), row => row.Name);

    /// <summary>The exonym to show; null where there is none.</summary>
    public static string? Find(string code, Language language) => Shown.GetValueOrDefault((code, language));
}
