using System.Globalization;
using Releve.Core.Organisations;

namespace Releve.Core.Carers;

/// <summary>
/// Number of a Belgian health professional: six digits, two check digits, three of competence. Source: Institut national
/// d'assurance maladie-invalidité (INAMI/RIZIV), inami.fgov.be.
/// </summary>
public readonly record struct Inami
{
    private const int Length = 11;
    private const int CheckLength = 2;
    private const int NumberLength = 6;

    private Inami(string value) => Value = value;

    /// <summary>Eleven digits.</summary>
    public string Value { get; }

    /// <summary>What stays the same when the competence changes: the first eight digits.</summary>
    public string Key => Value[..(NumberLength + CheckLength)];

    /// <summary>False tells of a typing error: warn, never refuse. Newer numbers are counted with 89 instead of 97.</summary>
    public bool HasUsualCheckDigits
    {
        get
        {
            var number = int.Parse(Value.AsSpan(0, NumberLength), CultureInfo.InvariantCulture);
            var check = int.Parse(Value.AsSpan(NumberLength, CheckLength), CultureInfo.InvariantCulture);
            return check == 97 - number % 97 || check == 89 - number % 89;
        }
    }

    /// <summary>As it is written: "1-23456-78-901".</summary>
    public string Written => $"{Value[..1]}-{Value[1..6]}-{Value[6..8]}-{Value[8..]}";

    /// <summary>Reads a number, spaces, dots, slashes and hyphens left out.</summary>
    public static bool TryParse(string? text, out Inami inami)
    {
        var value = OfficialDigits.Of(text);
        var right = Luhn.AreDigits(value, Length);
        inami = right ? new Inami(value) : default;
        return right;
    }

    public override string ToString() => Value;
}
