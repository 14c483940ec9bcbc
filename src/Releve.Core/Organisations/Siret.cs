namespace Releve.Core.Organisations;

/// <summary>
/// Number of a French establishment: the nine digits of the enterprise (SIREN), then five of its own.
/// Source: INSEE, répertoire Sirene, code de commerce R. 123-221; the exception of La Poste: INSEE, sirene.fr, "numéro SIRET".
/// </summary>
public readonly record struct Siret
{
    private const int Length = 14;
    private const string LaPoste = "356000000";

    private Siret(string value) => Value = value;

    /// <summary>Fourteen digits.</summary>
    public string Value { get; }

    /// <summary>The enterprise's number, nine digits.</summary>
    public string Siren => Value[..9];

    /// <summary>As it is written: "260 100 045 00012".</summary>
    public string Written => $"{Value[..3]}\u00a0{Value[3..6]}\u00a0{Value[6..9]}\u00a0{Value[9..]}";

    /// <summary>Reads a number, spaces left out: "260 100 045 00012".</summary>
    public static bool TryParse(string? text, out Siret siret)
    {
        var value = (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        var right = Luhn.AreDigits(value, Length) && (Luhn.Fits(value) || IsOfLaPoste(value));
        siret = right ? new Siret(value) : default;
        return right;
    }

    /// <summary>True for the nine digits of an enterprise, which some registers give where they do not know the establishment.</summary>
    public static bool IsSiren(string text) => Luhn.AreDigits(text, 9) && Luhn.Fits(text);

    public override string ToString() => Value;

    // La Poste has more post offices than Luhn leaves it numbers: there the digits add up to a multiple of five.
    private static bool IsOfLaPoste(string value) => value.StartsWith(LaPoste, StringComparison.Ordinal) && value.Sum(digit => digit - '0') % 5 == 0;
}
