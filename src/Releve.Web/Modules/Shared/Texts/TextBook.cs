using System.Collections.Frozen;
using System.Resources;
using Releve.Core.Languages;

namespace Releve.Web.Modules.Shared.Texts;

/// <summary>
/// All texts of the site in one language, by key "Module.key". Read once from the modules' resource files
/// (Modules/X/XText.fr.resx, .nl.resx, .en.resx), which are embedded in the main assembly.
/// </summary>
public sealed class TextBook
{
    private static readonly TextBook[] Books = [.. LanguageExtensions.All.Select(language => new TextBook(language))];

    private readonly FrozenDictionary<string, string> texts;

    private TextBook(Language language)
    {
        Language = language;
        texts = Read(language).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language of the texts.</summary>
    public Language Language { get; }

    /// <summary>The texts, for the checks on them.</summary>
    public IReadOnlyDictionary<string, string> All => texts;

    /// <summary>The book of a language.</summary>
    public static TextBook In(Language language) => Books[(int)language];

    /// <summary>A text by its key.</summary>
    /// <exception cref="KeyNotFoundException">No module has this key: a bug that a test finds.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text has the key {key}.");

    private static IEnumerable<KeyValuePair<string, string>> Read(Language language)
    {
        var assembly = typeof(TextBook).Assembly;
        var ending = $"Text.{language.Code()}.resources";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            // Releve.Web.Modules.Listings.ListingsText.fr.resources → Listings
            var file = name[..^ending.Length];
            var module = file[(file.LastIndexOf('.') + 1)..];
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                yield return new($"{module}.{entry.Key}", (string)entry.Value!);
            }
        }
    }
}
