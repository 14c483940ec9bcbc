using Releve.Core.Organisations;

namespace Releve.Web.Modules.Memberships;

/// <summary>What somebody types to find the own organisation: words of its name and place, or one of its official numbers.</summary>
public static class FindOwn
{
    /// <summary>The longest text that is looked for.</summary>
    public const int Longest = 200;

    /// <summary>True for a text that can only be a number.</summary>
    public static bool IsNumber(string text) =>
        text.Any(char.IsAsciiDigit) && Bare(text) is { Length: >= 9 } bare && bare.Count(char.IsAsciiDigit) >= bare.Length - 2;

    /// <summary>Those that it may mean.</summary>
    public static IQueryable<Organisation> In(IQueryable<Organisation> organisations, string text)
    {
        if (IsNumber(text))
        {
            return ByNumber(organisations, Bare(text));
        }
        return organisations.Called(text);
    }

    private static IQueryable<Organisation> ByNumber(IQueryable<Organisation> organisations, string bare)
    {
        // What is no such number is looked for as the empty one, which nobody has.
        var finess = Finess.TryParse(bare, out var f) ? f.Value : "";
        var siret = Siret.TryParse(bare, out var s) ? s.Value : "";
        var bce = Bce.TryParse(bare, out var b) ? b.Value : "";
        // The nine digits of an enterprise begin the fourteen of its establishments.
        var siren = Siret.IsSiren(bare) ? bare : "none";
        return organisations.Where(one =>
            one.Finess == finess || one.FinessLegalEntity == finess || one.Siret == siret || one.Siret!.StartsWith(siren) || one.Bce == bce
        );
    }

    private static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '\u00a0' or '\u202f'))).ToUpperInvariant();
}
