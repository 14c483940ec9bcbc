using Releve.Core.Languages;
using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.Demonstration;

/// <summary>Organisations by the thousand, spread as people are; and a carer anywhere.</summary>
internal sealed class ScaleCast
{
    private static readonly (OrganisationKind Kind, string Fr, string Nl, int Share)[] Kinds =
    [
        (OrganisationKind.Hospital, "Hôpital de {0}", "Ziekenhuis {0}", 14),
        (OrganisationKind.Clinic, "Clinique {1}", "Kliniek {1}", 7),
        (OrganisationKind.Ehpad, "Résidence {1}", "Woonzorgcentrum {1}", 22),
        (OrganisationKind.Ssiad, "Soins à domicile {1}", "Thuisverpleging {1}", 7),
        (OrganisationKind.Had, "Hospitalisation à domicile de {0}", "Thuishospitalisatie {0}", 2),
        (OrganisationKind.HealthCentre, "Centre de santé {1}", "Wijkgezondheidscentrum {1}", 5),
        (OrganisationKind.MaisonDeSante, "Maison de santé {1}", "Groepspraktijk {1}", 9),
        (OrganisationKind.Cpts, "Réseau de soins de {0}", "Zorgzone {0}", 2),
        (OrganisationKind.PrivatePractice, "Cabinet {1}", "Praktijk {1}", 12),
        (OrganisationKind.Pharmacy, "Pharmacie {1}", "Apotheek {1}", 6),
        (OrganisationKind.Laboratory, "Laboratoire {1}", "Labo {1}", 2),
        (OrganisationKind.Commune, "Commune de {0}", "Gemeente {0}", 4),
        (OrganisationKind.Intercommunality, "Communauté de {0}", "Zorgregio {0}", 1),
        (OrganisationKind.Department, "Département, antenne de {0}", "Provincie, loket {0}", 1),
        (OrganisationKind.TrainingSchool, "École du soin de {0}", "Zorgschool {0}", 2),
        (OrganisationKind.Order, "Conseil ordinal de {0}", "Orderaad {0}", 1),
        (OrganisationKind.Union, "Union des soignants de {0}", "Zorgunie {0}", 1),
        (OrganisationKind.Association, "Association {1}", "Vereniging {1}", 3),
        (OrganisationKind.Agency, "Intérim soins {0}", "Zorginterim {0}", 1),
    ];

    private static readonly string[] NamesFr =
    [
        "des Tilleuls",
        "du Vieux Lavoir",
        "des Trois Ponts",
        "de la Source",
        "du Grand Pré",
        "des Remparts",
        "du Canal",
        "de l’Étang",
        "des Coteaux",
        "du Belvédère",
        "des Quatre Vents",
        "de la Fontaine",
        "du Moulin",
        "des Alouettes",
        "de la Vallée",
        "du Parc",
        "des Hirondelles",
        "de la Gare",
    ];

    private static readonly string[] NamesNl =
    [
        "De Linde",
        "Ter Beke",
        "Het Veld",
        "De Molen",
        "Zonnehof",
        "De Brug",
        "Hof ten Dries",
        "De Kade",
        "Ter Elst",
        "Het Park",
        "De Wilg",
        "Zavelhof",
    ];

    private static readonly string[] Streets = ["rue de la Gare", "place du Marché", "avenue des Acacias", "rue Haute", "rue du Moulin", "chemin des Prés"];
    private static readonly string[] StreetsNl = ["Stationsstraat", "Markt", "Acacialaan", "Hoogstraat", "Molenstraat", "Beekweg"];
    private static readonly string[] Software = ["Orméa", "Résidia", "Almédi", "Cabinéo", "Tournéo", "CareBase", "Medilux", "Zorgdesk"];

    private readonly DemonstrationPlan plan;
    private readonly Commune[] communes;
    private readonly double[] reach;
    private readonly Dictionary<(string Group, string Kind), List<Publisher>> publishers = [];
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    public ScaleCast(DemonstrationPlan plan, IReadOnlyList<Commune> all, int count, ulong seed)
    {
        this.plan = plan;
        var parents = all.Select(commune => commune.ParentCode).ToHashSet(StringComparer.Ordinal);
        communes = [.. all.Where(commune => !parents.Contains(commune.Code) && commune.Population > 0)];
        var sum = 0.0;
        reach = [.. communes.Select(commune => sum += commune.Population)];
        var dice = new Dice(seed + 99);
        foreach (var i in Enumerable.Range(0, count))
        {
            Add(dice, i);
        }
    }

    /// <summary>All organisations.</summary>
    public IEnumerable<Organisation> Organisations => publishers.Values.SelectMany(list => list).Select(publisher => publisher.Organisation!).Distinct();

    /// <summary>Where law and language are the same: "FRfr", "BEfr", "BEnl".</summary>
    public static string Group(string country, string language) => country + language;

    /// <summary>A group as likely as people live in it.</summary>
    public string Group(Dice dice) => GroupOf(Anywhere(dice));

    /// <summary>Somebody who might publish that text; the large ones publish much.</summary>
    public Publisher Publisher(DemonstrationText text, Dice dice)
    {
        var group = Group(text.Country, text.Language.Code());
        var kind = text.Entry.At[dice.Next(text.Entry.At.Length)];
        return kind != "Carer" && publishers.TryGetValue((group, kind), out var list)
            ? list[(int)(list.Count * Math.Pow(dice.Part(), 1.7))]
            : Carer(group, dice);
    }

    private void Add(Dice dice, int index)
    {
        var commune = Anywhere(dice);
        var group = GroupOf(commune);
        var (kind, fr, nl) = index < Kinds.Length ? (Kinds[index].Kind, Kinds[index].Fr, Kinds[index].Nl) : Kind(dice);
        var dutch = group == "BEnl";
        var town = dutch ? commune.NameNl ?? commune.NameFr : commune.NameFr;
        var name = (dutch ? nl : fr)
            .Replace("{0}", town, StringComparison.Ordinal)
            .Replace("{1}", dice.Of(dutch ? NamesNl : NamesFr), StringComparison.Ordinal);
        var slug = Folding.Slug($"{name} {town}");
        for (var i = 2; !slugs.Add(slug); i++)
        {
            slug = Folding.Slug($"{name} {town} {i}");
        }
        var street = dutch ? $"{dice.Of(StreetsNl)} {dice.Between(1, 140)}" : $"{dice.Between(1, 140)} {dice.Of(Streets)}";
        var organisation = new Organisation
        {
            Id = dice.Id(DemonstrationCast.FirstInstant),
            Kind = kind,
            Name = name,
            Slug = slug,
            CommuneCode = commune.Code,
            Street = street,
            Postcode = commune.Postcodes.FirstOrDefault(),
            Locality = town,
            Source = OrganisationSource.Demonstration,
            SourceDate = DateOnly.FromDateTime(DemonstrationCast.FirstInstant),
        };
        var publisher = Make(commune, group, organisation, dice);
        if (!publishers.TryGetValue((group, kind.ToString()), out var list))
        {
            publishers[(group, kind.ToString())] = list = [];
        }
        list.Add(publisher);
    }

    private static (OrganisationKind Kind, string Fr, string Nl) Kind(Dice dice)
    {
        var at = dice.Next(Kinds.Sum(kind => kind.Share));
        var index = 0;
        while (at >= Kinds[index].Share)
        {
            at -= Kinds[index++].Share;
        }
        return (Kinds[index].Kind, Kinds[index].Fr, Kinds[index].Nl);
    }

    private Publisher Carer(string group, Dice dice)
    {
        var commune = Anywhere(dice);
        while (GroupOf(commune) != group && !(commune.RegionCode == "BE-R04000" && group == "BEnl"))
        {
            commune = Anywhere(dice);
        }
        return Make(commune, group, null, dice);
    }

    private Publisher Make(Commune commune, string group, Organisation? organisation, Dice dice)
    {
        var (latitude, longitude) = Demonstration.Publisher.Near(commune, dice);
        var dutch = group == "BEnl";
        var prefix = group == "FRfr" ? "02 61 91" : "02 000";
        return new Publisher
        {
            Key = "",
            Organisation = organisation,
            Commune = commune,
            Territory = "",
            TimeZone = commune.Country == "BE" ? "Europe/Brussels" : "Europe/Paris",
            Languages = [group[2..]],
            Tags = [],
            Words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["beds"] = dice.Between(48, 130).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["places"] = dice.Between(30, 80).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["crew"] = dice.Between(6, 24).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["ehr"] = dice.Of(Software),
            },
            Latitude = latitude,
            Longitude = longitude,
            FirstName = dice.Of(plan.Settings.FirstNames[dutch ? "nl" : "fr"]),
            LastName = dice.Of(plan.Settings.LastNames[dutch ? "nl" : "fr"]),
            Phone = Demonstration.Publisher.PhoneNumber(prefix, dice),
            Email = organisation is null ? "bonjour@courriel.example" : $"contact@{organisation.Slug}.example",
        };
    }

    private Commune Anywhere(Dice dice)
    {
        var at = Array.BinarySearch(reach, dice.Part() * reach[^1]);
        return communes[Math.Min(at < 0 ? ~at : at, communes.Length - 1)];
    }

    private static string GroupOf(Commune commune) =>
        commune.Country == "FR" ? "FRfr"
        : commune.RegionCode == "BE-R02000" ? "BEnl"
        : "BEfr";
}
