using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>A text of the files, read once: phrases instead of strings, enumerations instead of words.</summary>
internal sealed class DemonstrationText
{
    /// <summary>Its name in the files, unique.</summary>
    public required string Key { get; init; }

    /// <summary>The kind of listing that it makes.</summary>
    public required ListingKind Kind { get; init; }

    /// <summary>The language in which it is written.</summary>
    public required Language Language { get; init; }

    /// <summary>FR or BE: law, words and pay differ.</summary>
    public required string Country { get; init; }

    /// <summary>The file's entry, for what needs no reading.</summary>
    public required TextEntry Entry { get; init; }

    /// <summary>Wordings of the title.</summary>
    public required Phrase[] Titles { get; init; }

    /// <summary>The paragraphs.</summary>
    public required Phrase[] Body { get; init; }

    /// <summary>The same in a second language, where it is written.</summary>
    public required (Language Language, Phrase[] Titles, Phrase[] Body)? Translation { get; init; }

    /// <summary>Facts by name, each with its possible values.</summary>
    public required IReadOnlyDictionary<string, Phrase[]> Facts { get; init; }

    /// <summary>Facts that an organisation must bring, for no fact of the text fills them.</summary>
    public required string[] NeededWords { get; init; }

    /// <summary>Reads a file's texts.</summary>
    public static IEnumerable<DemonstrationText> ReadAll(TextsFile file) => file.Texts.Select(entry => Read(file, entry));

    private static DemonstrationText Read(TextsFile file, TextEntry entry)
    {
        var language = LanguageExtensions.FromCode(file.Language) ?? throw new FormatException($"No language {file.Language}.");
        var titles = Phrase.ParseAll(entry.Titles);
        var body = Phrase.ParseAll(entry.Body);
        var facts = entry.Facts.ToDictionary(fact => fact.Key, fact => Phrase.ParseAll(fact.Value), StringComparer.Ordinal);
        return new DemonstrationText
        {
            Key = entry.Key,
            Kind = ListingKinds.FromSlug(entry.Kind) ?? throw new FormatException($"{entry.Key}: no kind {entry.Kind}."),
            Language = language,
            Country = file.Country,
            Entry = entry,
            Titles = titles,
            Body = body,
            Translation = entry.Translation is { } t
                ? (LanguageExtensions.FromCode(t.Language) ?? language, Phrase.ParseAll(t.Titles), Phrase.ParseAll(t.Body))
                : null,
            Facts = facts,
            NeededWords =
            [
                .. titles
                    .Concat(body)
                    .SelectMany(phrase => phrase.Slots())
                    .Distinct()
                    .Where(OrganisationEntryWords.Contains)
                    .Where(slot => !facts.ContainsKey(slot)),
            ],
        };
    }

    /// <summary>The facts that organisations bring.</summary>
    private static readonly HashSet<string> OrganisationEntryWords = ["beds", "places", "ehr", "crew"];
}
