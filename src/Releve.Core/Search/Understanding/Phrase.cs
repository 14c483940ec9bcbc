namespace Releve.Core.Search.Understanding;

/// <summary>A phrase while it is being read: its words, and which of them are understood already.</summary>
internal sealed class Phrase(string text, Tokens tokens)
{
    private readonly bool[] taken = new bool[tokens.Count];

    public string Text => text;

    public Tokens Tokens => tokens;

    public List<ReadPart> Parts { get; } = [];

    /// <summary>True for a word that is part of something understood, and outside of the phrase.</summary>
    public bool IsTaken(int i) => i < 0 || i >= tokens.Count || taken[i];

    /// <summary>True when any of these words is part of something understood.</summary>
    public bool AnyTaken(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsTaken(i))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Takes what stands in quotation marks as words, whatever else it may mean.</summary>
    public void TakeQuoted()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Quoted)
            {
                Take(i, i + 1, ReadPartKind.Words, Typed(i, i + 1));
            }
        }
    }

    /// <summary>Takes words for a part.</summary>
    public void Take(int from, int to, ReadPartKind kind, string code)
    {
        Silence(from, to);
        Parts.Add(new ReadPart(kind, code, [Span(from, to)]));
    }

    /// <summary>Takes words that say nothing.</summary>
    public void Silence(int from, int to) => taken.AsSpan(from..to).Fill(true);

    /// <summary>These words as typed, without the signs between them.</summary>
    public string Typed(int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(i => text[tokens[i].Start..tokens[i].End]));

    /// <summary>From the first of these words to the last, as typed.</summary>
    public TextSpan Span(int from, int to) => new(tokens[from].Start, tokens[to - 1].End - tokens[from].Start);
}
