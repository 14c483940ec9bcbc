using System.Globalization;
using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>Gives organisations their parts of addresses, no two alike: the name, then name and locality, then a number.</summary>
public sealed class OrganisationSlugs(IEnumerable<string> taken)
{
    private const int MaxLength = 110;

    private readonly HashSet<string> taken = [.. taken];

    /// <summary>A slug that nobody has, and that nobody gets from now on.</summary>
    public string New(string name, string? locality)
    {
        var plain = StemOf(name);
        if (taken.Add(plain))
        {
            return plain;
        }
        var place = Folding.Slug(WithoutCedex(locality));
        var placed = plain.EndsWith(place, StringComparison.Ordinal) ? plain : Cut($"{plain}-{place}");
        if (taken.Add(placed))
        {
            return placed;
        }
        for (var i = 2; ; i++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{placed}-{i}");
            if (taken.Add(numbered))
            {
                return numbered;
            }
        }
    }

    /// <summary>With what every slug for a name begins: those that are taken are found by it. Letters of other scripts have no place in addresses.</summary>
    public static string StemOf(string name)
    {
        var latin = string.Concat(Folding.Slug(name).Where(c => char.IsAscii(c)));
        var words = string.Join('-', latin.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return Cut(words) is { Length: > 0 } stem ? stem : "organisation";
    }

    private static string WithoutCedex(string? locality) => (locality ?? "").Split(" Cedex")[0];

    private static string Cut(string slug) => slug.Length <= MaxLength ? slug : slug[..MaxLength].TrimEnd('-');
}
