namespace Releve.Core.Languages;

/// <summary>
/// A name or text in up to three languages; French stands in where a translation is missing. A text that has no French, as
/// those of Dutch-speaking organisations may, has an empty one, and another language stands in.
/// </summary>
public sealed record LocalText(string Fr, string? Nl = null, string? En = null)
{
    /// <summary>A text of what there is in each language; null when there is nothing.</summary>
    public static LocalText? Of(string? fr, string? nl, string? en) => fr is null && nl is null && en is null ? null : new LocalText(fr ?? "", nl, en);

    /// <summary>The text in a language, else in French, else in any.</summary>
    public string In(Language language) => Own(LanguageOf(language)) ?? "";

    /// <summary>The language in which the text is, where it is asked for in another.</summary>
    public Language LanguageOf(Language asked) =>
        Own(asked) is not null ? asked
        : Own(Language.French) is not null ? Language.French
        : Nl is not null ? Language.Dutch
        : Language.English;

    /// <summary>The text in exactly this language; null when it is missing.</summary>
    public string? Own(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr.Length == 0 ? null : Fr,
        };
}
