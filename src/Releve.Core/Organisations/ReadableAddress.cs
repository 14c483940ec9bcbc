using System.Collections.Frozen;
using System.Globalization;
using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>
/// Addresses of registers as one would write them on a letter: "900 RTE DE PARIS" → "900 route de Paris".
/// The abbreviations are those of La Poste and of FINESS (norm NF Z 10-011).
/// </summary>
public static class ReadableAddress
{
    private static readonly FrozenDictionary<string, string> Ways = new Dictionary<string, string>
    {
        ["all"] = "allée",
        ["av"] = "avenue",
        ["ave"] = "avenue",
        ["bd"] = "boulevard",
        ["che"] = "chemin",
        ["chv"] = "chemin vicinal",
        ["cht"] = "chemin",
        ["cite"] = "cité",
        ["crs"] = "cours",
        ["dom"] = "domaine",
        ["esp"] = "esplanade",
        ["fg"] = "faubourg",
        ["gr"] = "grande rue",
        ["ham"] = "hameau",
        ["imp"] = "impasse",
        ["ld"] = "lieu-dit",
        ["lot"] = "lotissement",
        ["mte"] = "montée",
        ["pl"] = "place",
        ["plt"] = "plateau",
        ["prom"] = "promenade",
        ["pte"] = "porte",
        ["qu"] = "quai",
        ["qua"] = "quartier",
        ["r"] = "rue",
        ["rem"] = "rempart",
        ["res"] = "résidence",
        ["roc"] = "rocade",
        ["rpt"] = "rond-point",
        ["rte"] = "route",
        ["sq"] = "square",
        ["tra"] = "traverse",
        ["voi"] = "voie",
        ["allee"] = "allée",
        ["chemin"] = "chemin",
        ["rue"] = "rue",
        ["route"] = "route",
        ["avenue"] = "avenue",
        ["boulevard"] = "boulevard",
        ["place"] = "place",
        ["quai"] = "quai",
        ["cours"] = "cours",
        ["mail"] = "mail",
        ["domaine"] = "domaine",
        ["quartier"] = "quartier",
        ["za"] = "ZA",
        ["zac"] = "ZAC",
        ["zi"] = "ZI",
    }.ToFrozenDictionary();

    /// <summary>Number and street; empty stays empty.</summary>
    public static string Street(string shouted)
    {
        if (!RegisterWord.IsShouted(shouted))
        {
            return shouted;
        }
        var words = RegisterWord.Split(shouted);
        var way = words.FindIndex(word => !char.IsAsciiDigit(word.Text[0]) && word.Folded is not ("bis" or "ter" or "quater"));
        if (
            way >= 0
            && way + 1 < words.Count
            && words[way + 1].Text.Length > 2
            && Ways.ContainsKey(words[way + 1].Folded)
            && Ways.ContainsKey(words[way].Folded)
        )
        {
            words.RemoveAt(way); // "R ROUTE DE QUIMPER": filled in twice
        }
        return Join(
            words,
            (word, i) =>
                i < way ? Number(word)
                : i == way && Ways.TryGetValue(word.Folded, out var full) ? full
                : Title(word, i)
        );
    }

    /// <summary>The locality; written as the commune is when it is the commune's name.</summary>
    public static string Locality(string shouted, string? commune = null)
    {
        var cedex = shouted.IndexOf("cedex", StringComparison.OrdinalIgnoreCase);
        var place = (cedex < 0 ? shouted : shouted[..cedex]).Trim();
        var name = RegisterWord.IsShouted(place) ? Join(RegisterWord.Split(place), Title) : place;
        if (commune is not null && Folding.Fold(name) == Folding.Fold(commune))
        {
            name = commune;
        }
        return cedex < 0 ? name : $"{name} Cedex{shouted[(cedex + 5)..]}".Trim();
    }

    /// <summary>The number after "CEDEX", which in Paris, Lyon and Marseille is that of the arrondissement; 0 without one.</summary>
    public static int CedexNumber(string locality) =>
        locality.IndexOf("cedex", StringComparison.OrdinalIgnoreCase) is var at and >= 0
        && int.TryParse(locality.AsSpan(at + 5).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static string Number(RegisterWord word) => char.IsAsciiDigit(word.Text[0]) ? word.Text : word.Folded;

    private static string Join(List<RegisterWord> words, Func<RegisterWord, int, string> write) =>
        string.Concat(words.Select((word, i) => Before(words, i) + write(word, i))).Trim();

    private static string Before(List<RegisterWord> words, int i)
    {
        var before = words[i].Before.Replace('\'', '’');
        return before == " " && i > 0 && RegisterWord.Plain(words[i - 1].Folded) is "saint" or "sainte" ? "-"
            : before == " " && i > 0 && words[i - 1].Folded is "d" or "l" && i > 1 ? "’"
            : before;
    }

    private static string Title(RegisterWord word, int i) =>
        i > 0 && ReadableWords.Small.Contains(word.Folded) ? word.Folded
        : word.Text.Length > 1 && ReadableWords.Common.TryGetValue(word.Folded, out var common) && Folding.Fold(common) == RegisterWord.Plain(word.Folded)
            ? RegisterWord.Capital(common)
        : word.Text.AsSpan().ContainsAnyInRange('0', '9') || word.Text is "BP" or "CS" or "ZA" or "ZAC" or "ZI" ? word.Text
        : RegisterWord.Capital(word.Text.ToLowerInvariant());
}
