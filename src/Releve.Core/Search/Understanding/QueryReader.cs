using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Search.Understanding;

/// <summary>Reads a phrase. For now everything stays words; understanding comes with the tables of words.</summary>
public sealed class QueryReader(Gazetteer gazetteer, IEnumerable<Profession> professions)
{
    /// <summary>The register of places that phrases are read with.</summary>
    public Gazetteer Gazetteer { get; } = gazetteer;

    /// <summary>The professions that phrases are read with.</summary>
    public IReadOnlyList<Profession> Professions { get; } = [.. professions];

    /// <summary>Reads a phrase; never throws.</summary>
    public QueryReading Read(string text, Language language, DateOnly today) => new() { Text = text, Words = Professions.Count < 0 ? "" : text };
}
