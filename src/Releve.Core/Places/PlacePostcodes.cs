using System.Globalization;

namespace Releve.Core.Places;

/// <summary>Which communes a postcode means: five digits are French, four Belgian.</summary>
internal sealed class PlacePostcodes
{
    private readonly int[] french;
    private readonly int[] frenchPlaces;
    private readonly int[] belgian;
    private readonly int[] belgianPlaces;

    public PlacePostcodes(IReadOnlyList<Commune> communes)
    {
        (french, frenchPlaces) = Sorted(communes, "FR");
        (belgian, belgianPlaces) = Sorted(communes, "BE");
    }

    /// <summary>Offers the communes whose postcode is, or begins with, these digits; the country can be known.</summary>
    public void Find(ReadOnlySpan<char> digits, IReadOnlyList<Commune> communes, ref BestPlaces best)
    {
        if (digits.Length is >= 2 and <= 5)
        {
            Find(french, frenchPlaces, digits, 5, communes, ref best);
        }
        if (digits.Length is >= 2 and <= 4)
        {
            Find(belgian, belgianPlaces, digits, 4, communes, ref best);
        }
    }

    private static void Find(int[] postcodes, int[] places, ReadOnlySpan<char> digits, int length, IReadOnlyList<Commune> communes, ref BestPlaces best)
    {
        var scale = 1;
        for (var i = digits.Length; i < length; i++)
        {
            scale *= 10;
        }
        var from = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * scale;
        var at = Array.BinarySearch(postcodes, from);
        at = at < 0 ? ~at : at;
        while (at > 0 && postcodes[at - 1] == from)
        {
            at--;
        }
        for (; at < postcodes.Length && postcodes[at] < from + scale; at++)
        {
            var commune = communes[places[at]];
            var whole = digits.Length == length;
            // The commune's own postcode before one that it shares; an arrondissement before its city.
            var bonus = whole && commune.Postcodes[0].AsSpan().SequenceEqual(digits) && !(commune.Postcodes.Length > 8) ? 1_000_000_000L : 0;
            best.Offer(places[at], whole ? NameFit.Exact : NameFit.Prefix, bonus + commune.Population);
        }
    }

    private static (int[] Postcodes, int[] Places) Sorted(IReadOnlyList<Commune> communes, string country)
    {
        var postcodes = new List<int>(communes.Count);
        var places = new List<int>(communes.Count);
        for (var i = 0; i < communes.Count; i++)
        {
            if (communes[i].Country != country)
            {
                continue;
            }
            foreach (var postcode in communes[i].Postcodes)
            {
                if (int.TryParse(postcode, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    postcodes.Add(number);
                    places.Add(i);
                }
            }
        }
        int[] sorted = [.. postcodes];
        int[] with = [.. places];
        Array.Sort(sorted, with);
        return (sorted, with);
    }
}
