namespace Releve.Core.Organisations;

/// <summary>
/// Number of a French health establishment or of its legal entity: nine characters, the first two the département.
/// Source: Fichier national des établissements sanitaires et sociaux, finess.esante.gouv.fr.
/// </summary>
public readonly record struct Finess
{
    private const int Length = 9;

    private Finess(string value) => Value = value;

    /// <summary>Nine characters: digits, but for the A or B of Corsica's 2A and 2B.</summary>
    public string Value { get; }

    /// <summary>False tells of a typing error, or of one of the official numbers without a right check digit: warn, never refuse.</summary>
    public bool HasUsualCheckDigit => !Luhn.AreDigits(Value, Length) || Luhn.Fits(Value);

    /// <summary>Reads a number, spaces around it left out.</summary>
    public static bool TryParse(string? text, out Finess finess)
    {
        var value = (text ?? "").Trim().ToUpperInvariant();
        var right = value.Length == Length && Luhn.AreDigits(value.AsSpan(2), Length - 2) && IsDepartment(value[0], value[1]);
        finess = right ? new Finess(value) : default;
        return right;
    }

    public override string ToString() => Value;

    private static bool IsDepartment(char first, char second) =>
        char.IsAsciiDigit(first) && (char.IsAsciiDigit(second) || (first == '2' && second is 'A' or 'B'));
}
