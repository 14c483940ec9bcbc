using System.Globalization;

namespace Releve.Core.Organisations;

/// <summary>
/// Belgian enterprise number (BCE/KBO): eight digits and two check digits, 97 − (n mod 97).
/// Source: Crossroads Bank for Enterprises, SPF Économie, arrêté royal of 24 June 2003.
/// </summary>
public readonly record struct Bce
{
    private Bce(string value) => Value = value;

    /// <summary>Ten digits, the first 0 or 1.</summary>
    public string Value { get; }

    /// <summary>As it is written: "0403.170.701".</summary>
    public string Written => $"{Value[..4]}.{Value[4..7]}.{Value[7..]}";

    /// <summary>Reads a number with or without "BE", dots and spaces; the nine digits of before 2008 get their leading zero.</summary>
    public static bool TryParse(string? text, out Bce bce)
    {
        var value = (text ?? "").Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        value = value.StartsWith("BE", StringComparison.Ordinal) ? value[2..] : value;
        value = value.Length == 9 ? "0" + value : value;
        var right = Luhn.AreDigits(value, 10) && value[0] is '0' or '1' && CheckDigits(value) == Number(value[8..]);
        bce = right ? new Bce(value) : default;
        return right;
    }

    public override string ToString() => Value;

    private static int CheckDigits(string value) => 97 - Number(value[..8]) % 97;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
