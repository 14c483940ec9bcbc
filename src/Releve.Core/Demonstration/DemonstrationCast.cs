using Releve.Core.Languages;
using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.Demonstration;

/// <summary>Everybody who publishes in the demonstration: its organisations, and a carer in person in each commune.</summary>
internal sealed class DemonstrationCast
{
    /// <summary>The instants inside ids lie behind this one, before the project began, so that they never meet a real one.</summary>
    internal static readonly DateTime FirstInstant = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    private readonly DemonstrationPlan plan;
    private readonly IReadOnlyDictionary<string, Commune> communes;
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    public DemonstrationCast(DemonstrationPlan plan, IReadOnlyDictionary<string, Commune> communes, DateOnly today)
    {
        this.plan = plan;
        this.communes = communes;
        Publishers = [.. plan.Entries.SelectMany(territory => Organisations(territory, today).Concat(Carers(territory)))];
    }

    /// <summary>All of them, territory by territory.</summary>
    public IReadOnlyList<Publisher> Publishers { get; }

    private IEnumerable<Publisher> Organisations(TerritoryEntry territory, DateOnly today) =>
        plan.OrganisationEntries[territory.Slug]
            .Select(entry =>
            {
                var dice = Dice.For($"organisation:{entry.Key}");
                var commune = communes[entry.CommuneCode];
                var slug = UniqueSlug(entry, commune);
                var id = dice.Id(FirstInstant.AddMinutes(dice.Next(200_000)));
                var domain = $"{slug}.example";
                var (latitude, longitude) = Publisher.Near(commune, dice);
                var phone = Publisher.PhoneNumber(territory.PhonePrefix, dice);
                var mailbox =
                    entry.Languages[0] == "nl" ? "jobs"
                    : territory.Slug == "bruxelles" ? "contact"
                    : "recrutement";
                var organisation = new Organisation
                {
                    Id = id,
                    Kind = entry.Kind,
                    Name = entry.Name,
                    Slug = slug,
                    CommuneCode = commune.Code,
                    Street = entry.Street,
                    Postcode = entry.Postcode ?? commune.Postcodes[0],
                    Locality = entry.Locality ?? (entry.Languages[0] == "nl" ? commune.NameNl ?? commune.NameFr : commune.NameFr),
                    Presentation = entry.Presentation,
                    Facts = entry.Facts,
                    Phone = phone,
                    Email = $"{mailbox}@{domain}",
                    Source = OrganisationSource.Demonstration,
                    SourceDate = today,
                };
                return new Publisher
                {
                    Key = entry.Key,
                    Organisation = organisation,
                    Commune = commune,
                    Territory = territory.Slug,
                    TimeZone = territory.TimeZones[0],
                    Languages = entry.Languages,
                    Tags = entry.Tags,
                    Words = entry.Words,
                    Latitude = latitude,
                    Longitude = longitude,
                    FirstName = dice.Of(plan.Settings.FirstNames[entry.Languages[0]]),
                    LastName = dice.Of(plan.Settings.LastNames[NamesOf(territory, entry.Languages[0])]),
                    Phone = phone,
                    Email = organisation.Email,
                };
            });

    private IEnumerable<Publisher> Carers(TerritoryEntry territory)
    {
        var codes = plan.OrganisationEntries[territory.Slug].Select(entry => entry.CommuneCode).Distinct(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            foreach (var language in territory.Languages.Where(language => language != "de"))
            {
                var dice = Dice.For($"carer:{code}:{language}");
                var commune = communes[code];
                var (first, last) = (dice.Of(plan.Settings.FirstNames[language]), dice.Of(plan.Settings.LastNames[NamesOf(territory, language)]));
                var (latitude, longitude) = Publisher.Near(commune, dice);
                yield return new Publisher
                {
                    Key = $"carer-{code}-{language}",
                    Organisation = null,
                    Commune = commune,
                    Territory = territory.Slug,
                    TimeZone = territory.TimeZones[0],
                    Languages = [language],
                    Tags = [],
                    Words = new Dictionary<string, string>(StringComparer.Ordinal),
                    Latitude = latitude,
                    Longitude = longitude,
                    FirstName = first,
                    LastName = last,
                    Phone = Publisher.PhoneNumber(territory.PhonePrefix, dice),
                    Email = $"{Folding.Slug(first)}.{Folding.Slug(last)}@{(language == "nl" ? "post" : "courriel")}.example",
                };
            }
        }
    }

    private static string NamesOf(TerritoryEntry territory, string language) =>
        language == "nl" ? "nl"
        : territory.Slug is "liege" or "bruxelles" ? "fr-BE"
        : "fr";

    private string UniqueSlug(OrganisationEntry entry, Commune commune)
    {
        var slug = Folding.Slug(Publisher.NameIn(entry.Name, entry.Languages[0] == "nl" ? Language.Dutch : Language.French));
        if (!slugs.Add(slug))
        {
            slug = $"{slug}-{Folding.Slug(commune.NameFr)}";
            slugs.Add(slug);
        }
        return slug;
    }
}
