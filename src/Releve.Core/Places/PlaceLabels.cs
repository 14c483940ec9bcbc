using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>Names that mean one place only, for fields and addresses, and how they are read back.</summary>
internal sealed class PlaceLabels(Gazetteer gazetteer)
{
    /// <summary>The shortest name that is read back as this place.</summary>
    public string Label(PlaceRef place, Language language)
    {
        var name = place.Name(language);
        var tail = Tail(place);
        var label = tail is null ? name : $"{name} ({tail})";
        return IsRead(label, place, language) ? label : $"{name} ({(place.IsArea ? place.Code[3..] : place.Code)})";
    }

    /// <summary>The part of an address: "chartres-28", "liege-4000", "eure-et-loir-d28".</summary>
    public string Slug(PlaceRef place)
    {
        if (place.Area is { } area)
        {
            return $"{Folding.Slug(area.Names.Fr)}-{Lower(area.Code[3..])}";
        }
        var commune = place.Commune!;
        var name = Folding.Slug(commune.LocalName());
        var slug = $"{name}-{Lower(CommuneTail(commune))}";
        return FromSlug(slug)?.Code == commune.Code ? slug : $"{name}-{Lower(commune.Code.Replace("-", "", StringComparison.Ordinal))}";
    }

    public PlaceRef? FromSlug(string? slug)
    {
        var at = slug is { Length: < 120 } ? slug.LastIndexOf('-') : -1;
        if (at <= 0 || at == slug!.Length - 1)
        {
            return null;
        }
        var tail = Folding.Fold(slug.AsSpan(at + 1)).ToUpperInvariant();
        return ByCode(tail) ?? Named(slug[..at], tail);
    }

    /// <summary>Reads a code, a slug, or a name followed by what tells it apart in brackets; null when it is none of these.</summary>
    public PlaceRef? Parse(string text)
    {
        var trimmed = text.Length > 200 ? "" : text.Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }
        if (trimmed[^1] == ')' && trimmed.LastIndexOf('(') is var open and > 0)
        {
            var tail = trimmed[(open + 1)..^1].Trim().ToUpperInvariant();
            return gazetteer.Place(tail) ?? Named(trimmed[..open], tail) ?? ByCode(tail);
        }
        return gazetteer.Place(trimmed.ToUpperInvariant()) ?? (trimmed.Contains(' ', StringComparison.Ordinal) ? null : FromSlug(trimmed));
    }

    private bool IsRead(string label, PlaceRef place, Language language) =>
        (Parse(label) ?? gazetteer.Lookup.Resolve(label, language).Best)?.Code == place.Code;

    private static string? Tail(PlaceRef place) =>
        place switch
        {
            { Commune.ParentCode: not null } => null,
            { Commune: { } commune } => CommuneTail(commune),
            { Area: { Kind: AreaKind.Department } area } => area.Code[4..],
            _ => null,
        };

    private static string CommuneTail(Commune commune) =>
        commune is { Country: "FR", DepartmentCode: { } department } ? department[4..]
        : commune.Postcodes.Length > 0 ? commune.Postcodes[0]
        : commune.Code;

    /// <summary>The place of this name in this département or with this postcode.</summary>
    private PlaceRef? Named(string name, string tail)
    {
        var found = new List<int>();
        gazetteer.Lookup.Exact(PlaceKey.Of(name), found);
        PlaceRef? area = null;
        foreach (var i in found)
        {
            var place = gazetteer.Lookup[i];
            if (place.Commune is { } commune)
            {
                if (CommuneTail(commune) == tail || commune.Postcodes.Contains(tail))
                {
                    return place;
                }
            }
            else if (place.Area is { Kind: AreaKind.Department } && place.Code.AsSpan(4).SequenceEqual(tail))
            {
                area = place;
            }
        }
        return area;
    }

    /// <summary>"D28" → FR-D28, "P60000" → BE-P60000, "FR28085" → FR-28085.</summary>
    private PlaceRef? ByCode(string tail) =>
        tail.Length < 3 ? null
        : tail[..2] is "FR" or "BE" ? gazetteer.Place($"{tail[..2]}-{tail[2..]}")
        : gazetteer.Place("FR-" + tail) ?? gazetteer.Place("BE-" + tail);

    // An address is written in small letters; this is no normalisation for comparing.
#pragma warning disable CA1308
    private static string Lower(string code) => code.ToLowerInvariant();
#pragma warning restore CA1308
}
