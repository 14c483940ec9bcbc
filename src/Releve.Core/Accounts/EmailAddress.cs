using System.Globalization;

namespace Releve.Core.Accounts;

/// <summary>
/// An e-mail address, checked for its form alone: only a confirmed mail proves it. Source: RFC 5321, 4.1.2 and 4.5.3.1,
/// without quoted local parts, which nobody types and mail headers must not carry.
/// </summary>
public readonly record struct EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocal = 64;

    private EmailAddress(string value) => Value = value;

    /// <summary>As it was typed, without spaces around it; the domain in small letters.</summary>
    public string Value { get; }

    /// <summary>By which accounts are found: all in small letters.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>What follows the @, in small letters.</summary>
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads an address.</summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        var value = (text ?? "").Trim();
        var at = value.LastIndexOf('@');
        if (at is < 1 or > LongestLocal || value.Length > Longest || !IsLocal(value[..at]) || Domains(value[(at + 1)..]) is not { } domain)
        {
            return false;
        }
        address = new EmailAddress(value[..at] + "@" + domain);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsLocal(string local) =>
        !local.StartsWith('.')
        && !local.EndsWith('.')
        && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal));

    // Names in other letters travel in their ASCII form (RFC 5891): "hôpital.fr" is xn--hpital-ixa.fr.
    private static string? Domains(string typed)
    {
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }
                .GetAscii(typed)
                .ToLowerInvariant();
            return domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
