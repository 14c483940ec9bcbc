using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Releve.Core.LocalLife;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Territories;

namespace Releve.Core.Demonstration;

/// <summary>
/// The demonstration as written in data/demonstration: territories, invented organisations, texts by hand. Everything in
/// it is fictitious but the communes; what is made of it depends on the day and on nothing else.
/// </summary>
public sealed class DemonstrationPlan
{
    private readonly Lazy<SettingsFile> settings;
    private readonly Lazy<IReadOnlyDictionary<string, OrganisationEntry[]>> organisations;
    private readonly Lazy<WelcomeEntry[]> welcomes;
    private readonly Lazy<IReadOnlyList<DemonstrationText>> texts;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Phrase[]>>> sentences;

    // Only the list of territories is read at once: on most starts the demonstration is of today and nothing else is needed.
    private DemonstrationPlan(string folder)
    {
        Entries = Read(Path.Combine(folder, "territories.json"), DemonstrationJson.Default.TerritoryEntryArray);
        settings = new(() => Read(Path.Combine(folder, "settings.json"), DemonstrationJson.Default.SettingsFile));
        organisations = new(() => ReadOrganisations(folder, Entries));
        welcomes = new(() => Read(Path.Combine(folder, "welcomes.json"), DemonstrationJson.Default.WelcomeEntryArray));
        texts = new(() => ReadTexts(folder));
        sentences = new(() => ReadSentences(Settings));
    }

    internal TerritoryEntry[] Entries { get; }
    internal SettingsFile Settings => settings.Value;
    internal IReadOnlyDictionary<string, OrganisationEntry[]> OrganisationEntries => organisations.Value;
    internal IReadOnlyList<DemonstrationText> Texts => texts.Value;
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, Phrase[]>> Sentences => sentences.Value;

    /// <summary>Opens the plan in the folder data of the installation; its files are read when they are needed.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    public static DemonstrationPlan Load(string dataFolder) => new(Path.Combine(dataFolder, "demonstration"));

    /// <summary>The slugs of the territories that can be shown.</summary>
    public IEnumerable<string> Territories => Entries.Select(territory => territory.Slug);

    /// <summary>The codes of all communes that the plan needs from the database.</summary>
    public IReadOnlySet<string> CommuneCodes =>
        OrganisationEntries.Values.SelectMany(entries => entries).Select(entry => entry.CommuneCode).Concat(Sentences.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>Makes the demonstration of one day.</summary>
    /// <param name="which">"all", or the slug of one territory.</param>
    /// <param name="communes">At least those of <see cref="CommuneCodes"/>, by code.</param>
    /// <param name="now">Dates are relative to its day, UTC.</param>
    /// <exception cref="ArgumentException">There is no such territory.</exception>
    public DemonstrationSet Compose(string which, IReadOnlyDictionary<string, Commune> communes, DateTime now)
    {
        var entries = which == "all" ? Entries : [.. Entries.Where(territory => territory.Slug == which)];
        if (entries.Length == 0)
        {
            throw new ArgumentException($"There is no demonstration of {which}; there is all, {string.Join(", ", Territories)}.", nameof(which));
        }
        // Always the whole cast, so that a territory looks the same alone and among the others.
        var cast = new DemonstrationCast(this, communes, DateOnly.FromDateTime(now));
        var slugs = entries.Select(territory => territory.Slug).ToHashSet(StringComparer.Ordinal);
        var listings = new DemonstrationListings(this, cast, now).Make().Where(listing => slugs.Contains(listing.Territory)).Select(listing => listing.Listing);
        Organisation[] shown =
        [
            .. cast
                .Publishers.Where(publisher => slugs.Contains(publisher.Territory) && publisher.Organisation is not null)
                .Select(publisher => publisher.Organisation!),
        ];
        return new DemonstrationSet(
            [.. entries.Select(territory => AsTerritory(territory, Array.IndexOf(Entries, territory)))],
            shown,
            [.. listings],
            [.. WelcomesOf(shown, now)],
            [.. new DemonstrationCarers(this, cast, now).Make(slugs)]
        );
    }

    /// <summary>What the authorities among some organisations answer in the commune where they stand.</summary>
    private IEnumerable<CommuneWelcome> WelcomesOf(Organisation[] among, DateTime now) =>
        from entry in welcomes.Value
        let authority = among.FirstOrDefault(one => one.CommuneCode == entry.CommuneCode && one.Kind.IsAuthority())
        where authority is not null
        select CommuneWelcome.Of(entry.CommuneCode, authority.Id, entry.Answers, now);

    private static Dictionary<string, OrganisationEntry[]> ReadOrganisations(string folder, TerritoryEntry[] territories) =>
        territories.ToDictionary(
            territory => territory.Slug,
            territory => Read(Path.Combine(folder, $"organisations-{territory.Slug}.json"), DemonstrationJson.Default.OrganisationEntryArray),
            StringComparer.Ordinal
        );

    private static List<DemonstrationText> ReadTexts(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "texts-*.json")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => DemonstrationText.ReadAll(Read(file, DemonstrationJson.Default.TextsFile))),
        ];

    private static Dictionary<string, IReadOnlyDictionary<string, Phrase[]>> ReadSentences(SettingsFile settings) =>
        settings.Communes.ToDictionary(
            commune => commune.Key,
            commune =>
                (IReadOnlyDictionary<string, Phrase[]>)
                    commune.Value.ToDictionary(byLanguage => byLanguage.Key, byLanguage => Phrase.ParseAll(byLanguage.Value), StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static Territory AsTerritory(TerritoryEntry entry, int position) =>
        new()
        {
            Slug = entry.Slug,
            Names = entry.Names,
            Presentation = entry.Presentation,
            AreaCodes = entry.AreaCodes,
            Languages = entry.Languages,
            Position = position + 1,
            Hue = entry.Hue,
        };

    private static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize(file, type) ?? throw new FormatException($"{path} holds nothing.");
    }
}
