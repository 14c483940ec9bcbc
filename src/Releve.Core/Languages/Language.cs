namespace Releve.Core.Languages;

/// <summary>The three languages of the site. French is written first.</summary>
public enum Language
{
    French,
    Dutch,
    English,
}

/// <summary>What each language is called in addresses, and how all are listed.</summary>
public static class LanguageExtensions
{
    /// <summary>The languages in the order in which the site shows them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.French, Language.Dutch, Language.English];

    /// <summary>The two-letter code (ISO 639-1), also the address prefix.</summary>
    public static string Code(this Language language) =>
        language switch
        {
            Language.Dutch => "nl",
            Language.English => "en",
            _ => "fr",
        };

    /// <summary>Reads a two-letter code; null when it is none of the three.</summary>
    public static Language? FromCode(string? code) =>
        code switch
        {
            "fr" => Language.French,
            "nl" => Language.Dutch,
            "en" => Language.English,
            _ => null,
        };
}
