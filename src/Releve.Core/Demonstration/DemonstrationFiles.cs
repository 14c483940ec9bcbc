using System.Text.Json;
using System.Text.Json.Serialization;
using Releve.Core.Languages;
using Releve.Core.LocalLife;
using Releve.Core.Organisations;

namespace Releve.Core.Demonstration;

/// <summary>data/demonstration/territories.json.</summary>
internal sealed record TerritoryEntry(
    string Slug,
    int Hue,
    LocalText Names,
    LocalText Presentation,
    string[] AreaCodes,
    string[] Languages,
    string PhonePrefix,
    double Share,
    string[] TimeZones
);

/// <summary>An invented organisation. Words are facts that texts may use: beds, software.</summary>
internal sealed record OrganisationEntry(
    string Key,
    OrganisationKind Kind,
    string Name,
    string CommuneCode,
    string Street,
    string? Postcode,
    string? Locality,
    string[] Languages,
    string[] Tags,
    Dictionary<string, string> Words,
    LocalText Presentation,
    LocalText? Facts
);

/// <summary>What an invented authority answers to families in a commune.</summary>
internal sealed record WelcomeEntry(string CommuneCode, WelcomeAnswers Answers);

/// <summary>The second language of a text that speaks two.</summary>
internal sealed record TranslationEntry(string Language, string[] Titles, string[] Body);

/// <summary>A text written by hand, with what varies from one use to the next. <c>At</c> names kinds of organisation, or "Carer".</summary>
internal sealed record TextEntry(
    string Key,
    string Kind,
    string[] At,
    string? Needs,
    string[] Professions,
    string[] Specialties,
    int Uses,
    string[] Titles,
    string[] Body,
    TranslationEntry? Translation,
    Dictionary<string, string[]> Facts
);

/// <summary>A file of texts in one language for one country.</summary>
internal sealed record TextsFile(string Language, string Country, TextEntry[] Texts);

/// <summary>What there is to say of a commune, sentence by sentence, language by language; and names of people.</summary>
internal sealed record SettingsFile(
    Dictionary<string, Dictionary<string, string[]>> Communes,
    Dictionary<string, string[]> FirstNames,
    Dictionary<string, string[]> LastNames
);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TerritoryEntry[]))]
[JsonSerializable(typeof(OrganisationEntry[]))]
[JsonSerializable(typeof(TextsFile))]
[JsonSerializable(typeof(WelcomeEntry[]))]
[JsonSerializable(typeof(SettingsFile))]
internal sealed partial class DemonstrationJson : JsonSerializerContext;
