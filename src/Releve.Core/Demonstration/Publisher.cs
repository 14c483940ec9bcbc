using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.Demonstration;

/// <summary>Who publishes and where: an invented organisation, or a carer in person, at one point of one commune.</summary>
internal sealed class Publisher
{
    public required string Key { get; init; }

    /// <summary>Null for a carer in person.</summary>
    public required Organisation? Organisation { get; init; }
    public required Commune Commune { get; init; }
    public required string Territory { get; init; }
    public required string TimeZone { get; init; }
    public required string[] Languages { get; init; }
    public required string[] Tags { get; init; }
    public required IReadOnlyDictionary<string, string> Words { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }

    /// <summary>How many listings it carries without looking odd.</summary>
    public double Capacity =>
        Organisation?.Kind switch
        {
            null => 1.2,
            OrganisationKind.Hospital => 14,
            OrganisationKind.Clinic => 7,
            OrganisationKind.Ehpad => 6,
            OrganisationKind.Ssiad or OrganisationKind.Had or OrganisationKind.HealthCentre or OrganisationKind.MaisonDeSante => 5,
            OrganisationKind.Association or OrganisationKind.TrainingSchool => 5,
            _ => 3,
        };

    /// <summary>A point near the centre of a commune: at most 1.5 km away and well inside small communes.</summary>
    public static (double Latitude, double Longitude) Near(Commune commune, Dice dice)
    {
        var most = Math.Min(1.5, 0.2 * Math.Sqrt(commune.AreaKm2 ?? 9));
        var distance = most * Math.Sqrt(dice.Part());
        var angle = dice.Part() * Math.Tau;
        var latitude = commune.Latitude + (distance * Math.Cos(angle) / 111.2);
        var longitude = commune.Longitude + (distance * Math.Sin(angle) / (111.2 * Math.Cos(commune.Latitude * Math.PI / 180)));
        return (Math.Round(latitude, 5), Math.Round(longitude, 5));
    }

    /// <summary>A number of a range that is given to nobody.</summary>
    public static string PhoneNumber(string prefix, Dice dice)
    {
        var number = dice.Next(10_000).ToString("0000", CultureInfo.InvariantCulture);
        return $"{prefix} {number[..2]} {number[2..]}";
    }

    /// <summary>The half of a bilingual name ("… · …") that is in this language; the first is French.</summary>
    public static string NameIn(string name, Language language)
    {
        var halves = name.Split(" · ");
        return halves.Length == 2 && language == Language.Dutch ? halves[1] : halves[0];
    }
}
