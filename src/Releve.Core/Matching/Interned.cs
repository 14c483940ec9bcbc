using System.Runtime.CompilerServices;
using Releve.Core.Listings;

namespace Releve.Core.Matching;

/// <summary>Professions and specialties that occur together; many offers and projects share one.</summary>
internal sealed class Trade(int number, IReadOnlyList<string> professions, IReadOnlyList<string> specialties, IReadOnlyList<string> perhaps)
{
    public int Number => number;
    public IReadOnlyList<string> Professions => professions;
    public IReadOnlyList<string> Specialties => specialties;

    /// <summary>Professions of a family that a card shows in place of a rare one.</summary>
    public IReadOnlyList<string> Perhaps => perhaps;
}

/// <summary>Languages with levels that occur together.</summary>
internal sealed class Tongues(int number, IReadOnlyList<LanguageRequirement> languages)
{
    public int Number => number;
    public IReadOnlyList<LanguageRequirement> Languages => languages;
}

/// <summary>Gives equal lists one object, so that a million projects hold a few thousand of them. Safe on any thread.</summary>
internal sealed class Interned
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, Trade> trades = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tongues> tongues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public int TradeCount => trades.Count;
    public int TonguesCount => tongues.Count;

    public Trade Trade(IReadOnlyList<string> professions, IReadOnlyList<string> specialties, IReadOnlyList<string> perhaps)
    {
        var key = $"{string.Join(',', professions)};{string.Join(',', specialties)};{string.Join(',', perhaps)}";
        lock (turn)
        {
            return trades.TryGetValue(key, out var known)
                ? known
                : trades[key] = new Trade(trades.Count, [.. professions.Select(Text)], [.. specialties.Select(Text)], [.. perhaps.Select(Text)]);
        }
    }

    public Tongues Tongues(IReadOnlyList<LanguageRequirement> languages)
    {
        var key = string.Join(',', languages.Select(one => $"{one.Language}{(int)one.Level}"));
        lock (turn)
        {
            return tongues.TryGetValue(key, out var known) ? known : tongues[key] = new Tongues(tongues.Count, [.. languages]);
        }
    }

    public string[] List(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
        {
            return [];
        }
        var key = string.Join(',', codes);
        lock (turn)
        {
            return lists.TryGetValue(key, out var known) ? known : lists[key] = [.. codes.Select(Text)];
        }
    }

    /// <summary>The number of a code, from 1.</summary>
    public int NumberOf(string code)
    {
        lock (turn)
        {
            return numbers.TryGetValue(code, out var known) ? known : numbers[code] = numbers.Count + 1;
        }
    }

    public string? One(string? code)
    {
        lock (turn)
        {
            return code is null ? null : Text(code);
        }
    }

    private string Text(string code) => texts.TryGetValue(code, out var known) ? known : texts[code] = code;
}

/// <summary>What a query has asked of a trade or of languages already, by number: points, most, and whether it excludes.</summary>
internal sealed class Asked
{
    private int[] answers = [];
    private int round;

    /// <summary>Forgets everything, and makes room.</summary>
    public void Begin(int count)
    {
        // A round's number stands in the upper half of each answer: nothing is cleared but once in many thousand rounds.
        if (answers.Length < count || round == ushort.MaxValue / 2)
        {
            answers = new int[Math.Max(count * 2, 64)];
            round = 0;
        }
        round++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int number, out int answer)
    {
        answer = answers[number] & 0xFFFF;
        return answers[number] >> 16 == round;
    }

    public int Keep(int number, int answer)
    {
        answers[number] = (round << 16) | answer;
        return answer;
    }
}
