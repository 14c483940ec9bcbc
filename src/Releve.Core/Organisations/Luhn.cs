namespace Releve.Core.Organisations;

/// <summary>The check digit of most French registers (ISO/IEC 7812-1, annex B).</summary>
internal static class Luhn
{
    /// <summary>True when the digits, check digit last, add up to a multiple of ten.</summary>
    public static bool Fits(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum +=
                i % 2 == 0 ? digit
                : digit > 4 ? 2 * digit - 9
                : 2 * digit;
        }
        return sum % 10 == 0;
    }

    /// <summary>True for that many ASCII digits, no more, no less.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text, int count) => text.Length == count && !text.ContainsAnyExceptInRange('0', '9');
}
