using Releve.Core.Organisations;

namespace Releve.Core.Carers;

/// <summary>
/// Number of a French health professional: eleven digits for life, whatever the place of work. Source: Répertoire partagé des
/// professionnels intervenant dans le système de santé, Agence du numérique en santé, esante.gouv.fr.
/// </summary>
public readonly record struct Rpps
{
    private const int Length = 11;

    private Rpps(string value) => Value = value;

    /// <summary>Eleven digits.</summary>
    public string Value { get; }

    /// <summary>False tells of a typing error, or of one of the official numbers without a right check digit: warn, never refuse.</summary>
    public bool HasUsualCheckDigit => Luhn.Fits(Value);

    /// <summary>As it is read out: "10 123 456 789".</summary>
    public string Written => $"{Value[..2]} {Value[2..5]} {Value[5..8]} {Value[8..]}";

    /// <summary>Reads a number, spaces, dots and hyphens left out.</summary>
    public static bool TryParse(string? text, out Rpps rpps)
    {
        var value = OfficialDigits.Of(text);
        var right = Luhn.AreDigits(value, Length);
        rpps = right ? new Rpps(value) : default;
        return right;
    }

    public override string ToString() => Value;
}

/// <summary>Digits of an official number as people write it, in groups.</summary>
internal static class OfficialDigits
{
    /// <summary>The text without what groups its digits.</summary>
    public static string Of(string? text) => string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '/')));
}
