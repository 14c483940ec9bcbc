using System.Collections.Frozen;
using Releve.Core.Languages;

namespace Releve.Web.Modules.Accounts;

/// <summary>
/// What a passphrase must be: twelve characters or more, of any kind, and not one that everybody tries first. Source: NIST
/// SP 800-63B-4, 3.1.1.2 (length before composition, common values refused).
/// </summary>
public static class Passphrase
{
    public const int Shortest = 12;

    // Long enough for every sentence; longer ones would only cost the server time.
    public const int Longest = 200;

    private static readonly FrozenSet<string> Common = Read().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The key of the message; null when the passphrase is good.</summary>
    public static string? Problem(string? phrase, string? email)
    {
        if (string.IsNullOrEmpty(phrase))
        {
            return "Accounts.passphrase.missing";
        }
        if (phrase.Length < Shortest)
        {
            return "Accounts.passphrase.short";
        }
        if (phrase.Length > Longest)
        {
            return "Accounts.passphrase.long";
        }
        return IsGuessable(Folding.Fold(phrase).Replace(" ", "", StringComparison.Ordinal), email) ? "Accounts.passphrase.common" : null;
    }

    private static bool IsGuessable(string folded, string? email)
    {
        var letters = new string([.. folded.Where(char.IsLetter)]);
        return Common.Contains(folded)
            || Common.Contains(letters)
            || folded.Distinct().Count() < 5
            || IsSequence(folded)
            || email is not null && folded == Folding.Fold(email).Replace(" ", "", StringComparison.Ordinal);
    }

    // "abcdefghijkl", "123456789012": each character follows the one before.
    private static bool IsSequence(string text) => text.Zip(text.Skip(1)).Count(pair => Math.Abs(pair.Second - pair.First) <= 1) >= text.Length - 2;

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(Passphrase).Assembly.GetManifestResourceStream("common-passphrases.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return Folding.Fold(line).Replace(" ", "", StringComparison.Ordinal);
            }
        }
    }
}
