using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>A commune or an area: what people mean by a place. Exactly one of the two is set.</summary>
public readonly record struct PlaceRef(Commune? Commune, Area? Area)
{
    /// <summary>The code of whichever it is.</summary>
    public string Code => Commune?.Code ?? Area!.Code;

    /// <summary>Two-letter country code.</summary>
    public string Country => Commune?.Country ?? Area!.Country;

    /// <summary>True for a département, a province and the like.</summary>
    public bool IsArea => Area is not null;

    /// <summary>The customary name in a language.</summary>
    public string Name(Language language) => Commune is null ? Area!.Names.In(language) : Commune.NameIn(language);

    public static implicit operator PlaceRef(Commune commune) => new(commune, null);

    public static implicit operator PlaceRef(Area area) => new(null, area);
}

/// <summary>What a text meant as a place: the best fit, if any, and what else it could have been.</summary>
public sealed record PlaceResolution(PlaceRef? Best, IReadOnlyList<PlaceRef> Others)
{
    /// <summary>Nothing fits.</summary>
    public static PlaceResolution None { get; } = new(null, []);

    /// <summary>The best commune and those of the same name: there are dozens of Saint-Martin. Just the best when a number tells which; none when it is no commune.</summary>
    public IReadOnlyList<Commune> Namesakes(string typed)
    {
        if (Best?.Commune is not { } best)
        {
            return [];
        }
        var name = Folding.Fold(best.LocalName());
        return typed.Any(char.IsAsciiDigit) || Folding.Fold(typed) != name
            ? [best]
            : [best, .. Others.Select(other => other.Commune).OfType<Commune>().Where(one => one.ParentCode is null && Folding.Fold(one.LocalName()) == name)];
    }
}

/// <summary>A rectangle around places, degrees WGS 84.</summary>
public readonly record struct PlaceBounds(double South, double West, double North, double East);

/// <summary>A commune and how far it is, km as the crow flies.</summary>
public readonly record struct NearCommune(Commune Commune, double DistanceKm);

/// <summary>How a commune is called in each language.</summary>
public static class CommuneNames
{
    private const string Flanders = "BE-R02000";

    /// <summary>The customary name: in English the exonym, else what its own people say.</summary>
    public static string NameIn(this Commune commune, Language language) =>
        language switch
        {
            Language.French => commune.NameFr,
            Language.Dutch => commune.NameNl ?? Exonyms.Find(commune.Code, language) ?? commune.NameFr,
            _ => Exonyms.Find(commune.Code, language) ?? commune.LocalName(),
        };

    /// <summary>What its own people say: Dutch in Flanders, else French.</summary>
    public static string LocalName(this Commune commune) => commune.RegionCode == Flanders && commune.NameNl is { } dutch ? dutch : commune.NameFr;
}
