namespace Releve.Core.Search.Index;

/// <summary>The numbers given to codes and words, shared by all parts of the index.</summary>
internal sealed class IndexTables(PlaceTable places)
{
    private volatile string[]?[] professionsOf = new string[]?[64];

    public PlaceTable Places { get; } = places;
    public CodeTable Words { get; } = new();
    public SetTable Professions { get; } = new(new CodeTable());
    public SetTable Specialties { get; } = new(new CodeTable());
    public SetTable Languages { get; } = new(new CodeTable());

    /// <summary>All numbers given so far. For the one writer.</summary>
    public TablesImage Image() =>
        new(
            Words.All,
            Professions.Codes.All,
            Professions.All,
            Specialties.Codes.All,
            Specialties.All,
            Languages.Codes.All,
            Languages.All,
            Places.Codes.All,
            Places.All
        );

    /// <summary>Takes over numbers. For empty tables.</summary>
    public void Restore(TablesImage image)
    {
        Words.Restore(image.Words);
        Professions.Codes.Restore(image.Professions);
        Professions.Restore(image.ProfessionSets);
        Specialties.Codes.Restore(image.Specialties);
        Specialties.Restore(image.SpecialtySets);
        Languages.Codes.Restore(image.Languages);
        Languages.Restore(image.LanguageSets);
        Places.Restore(image.PlaceCodes, image.Places);
    }

    /// <summary>The codes of a set of professions; one array shared by all cards that have it.</summary>
    public string[] ProfessionsOf(int set)
    {
        var known = professionsOf;
        if (set >= known.Length)
        {
            known = new string[]?[Math.Max(set + 1, Professions.Count)];
            professionsOf = known;
        }
        return known[set] ??= Professions.CodesOf(set);
    }
}
