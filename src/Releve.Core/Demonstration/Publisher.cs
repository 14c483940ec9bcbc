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

    /// <summary>True when that profession can be sought there: a dentist's practice seeks no speech therapist.</summary>
    public bool Seeks(string profession) =>
        (
            Organisation?.Kind is not (OrganisationKind.Hospital or OrganisationKind.Clinic)
            || !Wards.TryGetValue(profession, out var ward)
            || Tags.Contains(ward)
        ) && SeeksAtAll(profession);

    private bool SeeksAtAll(string profession) =>
        Organisation is null
        || Tags.Concat([Organisation.Kind.ToString()]).Select(Sought.GetValueOrDefault).OfType<string[]>().FirstOrDefault() is not { } sought
        || sought.Contains(profession.Split('.')[0]);

    // What a hospital must have for some to find work in it.
    private static readonly Dictionary<string, string> Wards = new(StringComparer.Ordinal)
    {
        ["nurse.dialysis"] = "dialyse",
        ["nurse.paediatric"] = "pediatrie",
        ["nurse.emergency"] = "urgences",
        ["nurse.oncology"] = "bloc",
        ["nurse.diabetes"] = "bloc",
        ["nurse.palliative"] = "geriatrie",
        ["nurse.geriatrics"] = "geriatrie",
        ["physician.geriatrics"] = "geriatrie",
        ["physician.rheumatology"] = "bloc",
        ["physician.pulmonology"] = "imagerie",
        ["physician.endocrinology"] = "imagerie",
        ["physician.paediatrics"] = "pediatrie",
        ["physician.gynaecology"] = "maternite",
        ["physician.psychiatry"] = "psy",
        ["physician.emergency"] = "urgences",
        ["physician.cardiology"] = "bloc",
        ["physician.gastroenterology"] = "bloc",
        ["physician.neurology"] = "bloc",
        ["physician.radiology"] = "imagerie",
        ["midwife"] = "maternite",
        ["radiographer"] = "imagerie",
        ["lab-technician"] = "labo",
    };

    // By a practice's or an association's tag first, else by the kind of organisation; who is not here seeks everybody.
    private static readonly Dictionary<string, string[]> Sought = new(StringComparer.Ordinal)
    {
        ["gp"] = ["physician", "medical-assistant", "medical-secretary"],
        ["kine"] = ["physiotherapist", "osteopath"],
        ["ortho"] = ["speech-therapist"],
        ["dent"] = ["dentist", "dental-assistant", "dental-hygienist"],
        ["sf"] = ["midwife"],
        ["idel"] = ["nurse"],
        ["garde"] = ["physician"],
        ["domicile"] = ["nurse", "care-assistant", "home-carer", "home-help", "social-care-assistant", "home-care-manager", "social-worker"],
        ["psyonly"] =
        [
            "physician",
            "psychologist",
            "social-worker",
            "mediator",
            "educator",
            "special-needs-educator",
            "occupational-therapist",
            "medical-secretary",
            "adapted-activity-teacher",
            "hospital-service-worker",
            "cleaner",
            "kitchen-assistant",
            "laundry-worker",
            "cook",
            "driver",
            "receptionist",
            "maintenance-technician",
            "it-technician",
            "hr-officer",
            "nurse-manager",
            "night-attendant",
            "social-care-assistant",
            "care-pathway-coordinator",
        ],
        ["Pharmacy"] = ["pharmacist", "pharmacy-technician"],
        ["Laboratory"] = ["lab-technician", "medical-biologist", "driver", "administrative-officer", "quality-officer"],
        ["Had"] = ["nurse", "pharmacist", "social-worker", "care-pathway-coordinator", "care-assistant"],
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
