namespace Releve.Core.Languages;

/// <summary>A name or text in up to three languages; French stands in where a translation is missing.</summary>
public sealed record LocalText(string Fr, string? Nl = null, string? En = null)
{
    /// <summary>The text in a language, else in French.</summary>
    public string In(Language language) =>
        language switch
        {
            Language.Dutch => Nl ?? Fr,
            Language.English => En ?? Fr,
            _ => Fr,
        };
}
