using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Understanding;

/// <summary>What a run of words means: the part of a search, and its value.</summary>
/// <param name="Part">Which part of a search.</param>
/// <param name="Value">A kind, a profession's term, a rhythm, a status, true for full-time.</param>
/// <param name="Kept">It is looked for as words all the same.</param>
internal sealed record Meaning(ReadPartKind Part, object Value, bool Kept = false);

/// <summary>
/// All words that the reader knows, in three languages at once: kinds, professions, features. Looked up as written (folded),
/// else without plural and feminine endings.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>No phrase has more words.</summary>
    public const int LongestPhrase = 8;
    private const int LeastToForgive = 7;

    private readonly Dictionary<string, List<Meaning>> exact = [];
    private readonly Dictionary<string, List<Meaning>> stemmed = [];
    private readonly HashSet<string> knownStems = [];
    private readonly ILookup<int, string> longWords;

    public Lexicon(IEnumerable<Profession> professions)
    {
        foreach (var (kind, words) in KindWords.All)
        {
            Add(words, new Meaning(ReadPartKind.Kind, kind));
        }
        foreach (var (kind, words) in KindWords.Kept)
        {
            Add(words, new Meaning(ReadPartKind.Kind, kind, Kept: true));
        }
        AddFeatures();
        foreach (var term in professions.SelectMany(ProfessionTerm.Of))
        {
            AddPhrase(term.Text, new Meaning(ReadPartKind.Profession, term));
        }
        var words7 = exact.Keys.SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length >= LeastToForgive).Distinct();
        longWords = words7.ToLookup(word => word.Length);
        foreach (var phrase in exact.Keys)
        {
            knownStems.UnionWith(phrase.Split(' ').Select(WordStem.Of));
        }
    }

    /// <summary>What these words mean, as written or, where that says nothing, by their stems.</summary>
    public IReadOnlyList<Meaning>? Find(ReadOnlySpan<char> words, ReadOnlySpan<char> stems, out bool asWritten)
    {
        asWritten = exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var meanings);
        return asWritten || stemmed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stems, out meanings) ? meanings : null;
    }

    /// <summary>The word, or the known long word that differs from it by one letter.</summary>
    public string Correct(string word)
    {
        if (word.Length < LeastToForgive - 1 || knownStems.Contains(WordStem.Of(word)))
        {
            return word;
        }
        for (var length = Math.Max(LeastToForgive, word.Length - 1); length <= word.Length + 1; length++)
        {
            foreach (var known in longWords[length])
            {
                if (Spelling.OneSlip(word, known))
                {
                    return known;
                }
            }
        }
        return word;
    }

    private void AddFeatures()
    {
        foreach (var (rhythm, words) in FeatureWords.Rhythms)
        {
            Add(words, new Meaning(ReadPartKind.Rhythm, rhythm));
        }
        foreach (var (status, words) in FeatureWords.Statuses)
        {
            Add(words, new Meaning(ReadPartKind.Status, status));
        }
        Add(FeatureWords.Services, new Meaning(ReadPartKind.Words, true));
        Add(FeatureWords.FullTime, new Meaning(ReadPartKind.Hours, true));
        Add(FeatureWords.PartTime, new Meaning(ReadPartKind.Hours, false));
        Add(FeatureWords.Lodging, new Meaning(ReadPartKind.Lodging, true));
        Add(FeatureWords.Urgent, new Meaning(ReadPartKind.Urgent, true));
    }

    private void Add(string words, Meaning meaning)
    {
        foreach (var phrase in words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            AddPhrase(phrase, meaning);
        }
    }

    private void AddPhrase(string phrase, Meaning meaning)
    {
        var key = Folding.Fold(phrase);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > LongestPhrase)
        {
            return;
        }
        Add(exact, key, meaning);
        Add(stemmed, string.Join(' ', words.Select(WordStem.Of)), meaning);
    }

    private static void Add(Dictionary<string, List<Meaning>> phrases, string key, Meaning meaning)
    {
        if (!phrases.TryGetValue(key, out var meanings))
        {
            phrases.Add(key, meanings = []);
        }
        if (!meanings.Contains(meaning))
        {
            meanings.Add(meaning);
        }
    }
}
