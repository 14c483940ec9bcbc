using System.Text;

namespace Releve.Core.Demonstration;

/// <summary>What a phrase asks for while it is written.</summary>
internal interface IPhraseSource
{
    /// <summary>The value of {name}; null when there is none.</summary>
    string? Slot(string name);

    /// <summary>Which of several wordings is taken.</summary>
    int Choose(int count);
}

/// <summary>A text with slots and alternatives: "Une équipe de {team}, [jeune|soudée|qui se parle].". Read once, written often.</summary>
internal sealed class Phrase
{
    private readonly List<Part> parts = [];

    private readonly record struct Part(string? Literal, string? Slot, Phrase[]? Choices);

    /// <summary>Reads a phrase.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public static Phrase Parse(string text)
    {
        var at = 0;
        var phrase = Read(text, ref at, nested: false);
        return phrase;
    }

    /// <summary>Reads several.</summary>
    public static Phrase[] ParseAll(IEnumerable<string>? texts) => [.. (texts ?? []).Select(Parse)];

    /// <summary>The names of all slots, those inside alternatives too.</summary>
    public IEnumerable<string> Slots() => parts.SelectMany(part => part.Slot is { } slot ? [slot] : (part.Choices ?? []).SelectMany(choice => choice.Slots()));

    /// <summary>The phrase with its slots filled.</summary>
    public string Write(IPhraseSource source)
    {
        if (parts is [{ Literal: { } whole }])
        {
            return whole;
        }
        var text = new StringBuilder();
        Write(text, source);
        return text.ToString();
    }

    /// <summary>Appends the phrase with its slots filled.</summary>
    public void Write(StringBuilder text, IPhraseSource source)
    {
        foreach (var part in parts)
        {
            if (part.Choices is { } choices)
            {
                choices[source.Choose(choices.Length)].Write(text, source);
            }
            else if (part.Slot is { } slot)
            {
                text.Append(source.Slot(slot) ?? throw new InvalidOperationException($"Nothing fills {{{slot}}}."));
            }
            else
            {
                text.Append(part.Literal);
            }
        }
    }

    private static Phrase Read(string text, ref int at, bool nested)
    {
        var phrase = new Phrase();
        var start = at;
        while (at < text.Length && !(nested && text[at] is '|' or ']'))
        {
            if (text[at] is not ('{' or '['))
            {
                at++;
                continue;
            }
            phrase.AddLiteral(text[start..at]);
            phrase.parts.Add(text[at] == '{' ? ReadSlot(text, ref at) : ReadChoices(text, ref at));
            start = at;
        }
        phrase.AddLiteral(text[start..at]);
        return phrase;
    }

    private static Part ReadSlot(string text, ref int at)
    {
        var end = text.IndexOf('}', at);
        if (end < 0)
        {
            throw new FormatException($"A brace is open in: {text}");
        }
        var slot = text[(at + 1)..end];
        at = end + 1;
        return new Part(null, slot, null);
    }

    private static Part ReadChoices(string text, ref int at)
    {
        var choices = new List<Phrase>();
        do
        {
            at++;
            choices.Add(Read(text, ref at, nested: true));
        } while (at < text.Length && text[at] == '|');
        if (at == text.Length)
        {
            throw new FormatException($"A bracket is open in: {text}");
        }
        at++;
        return new Part(null, null, [.. choices]);
    }

    private void AddLiteral(string literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new Part(literal, null, null));
        }
    }
}
