using System.Globalization;

namespace Releve.Core.Search.Understanding;

/// <summary>Reads numbers with their units: a radius in km, a share of full time; leaves amounts of money out.</summary>
internal sealed class NumberReader(Phrase phrase)
{
    private const int LargestKm = 200;

    /// <summary>The radius said, km.</summary>
    public double? RadiusKm { get; private set; }

    /// <summary>True for 100 %, false for less.</summary>
    public bool? FullTime { get; private set; }

    private Tokens Tokens => phrase.Tokens;

    public void Read()
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (phrase.IsTaken(i) || !char.IsAsciiDigit(Tokens.Text(i)[0]))
            {
                continue;
            }
            if (IsMoney(i, out var end))
            {
                while (Tokens.Text(end) is "net" or "nets" or "brut" or "bruts" or "netto" or "bruto" or "gross")
                {
                    end++;
                }
                phrase.Silence(i, end);
            }
            else if (!TakeRadius(i))
            {
                TakeShare(i);
            }
        }
    }

    private bool TakeRadius(int at)
    {
        var (number, unit) = Tokens[at].Measure();
        var end = at + 1;
        if (unit.Length == 0)
        {
            unit = Tokens.Text(end++);
        }
        if (RadiusKm is not null || number < 1 || !PlaceSigns.Kilometres.Contains(unit))
        {
            return false;
        }
        for (var i = 0; i < 2 && PlaceSigns.AfterRadius.Contains(Tokens.Text(end)); i++)
        {
            end++;
        }
        end = Tokens.Says("a la ronde", end, out var round) ? round : end;
        RadiusKm = Math.Min(number, LargestKm);
        phrase.Take(Before(at), end, ReadPartKind.Radius, RadiusKm.Value.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Where the words before a radius begin that belong to it: "à moins de", "binnen een straal van".</summary>
    private int Before(int at)
    {
        foreach (var words in PlaceSigns.Within)
        {
            var start = at - words.Count(c => c == ' ') - 1;
            if (start >= 0 && Tokens.Says(words, start, out _))
            {
                return start;
            }
        }
        return at;
    }

    private void TakeShare(int at)
    {
        var (number, unit) = Tokens[at].Measure();
        var percent = unit.Length == 0 && (Tokens[at].After == '%' || Tokens.Text(at + 1) is "percent" or "procent");
        var fraction = Tokens[at].After == '/' && number is >= 1 and <= 9 && at + 1 < Tokens.Count && Tokens[at + 1].Measure().Number is >= 2 and <= 10;
        if (percent && number is >= 5 and <= 100)
        {
            FullTime = number == 100;
            phrase.Take(at, at + 1, ReadPartKind.Hours, $"{number}%");
        }
        else if (fraction && Tokens[at + 1].Measure().Number is var whole && number < whole)
        {
            FullTime = false;
            phrase.Take(at, at + 2, ReadPartKind.Hours, $"{number}/{whole}");
        }
    }

    /// <summary>"4000 €", "€ 4.000", "2 500 euros brut": pay is no word to look for, and no postcode.</summary>
    private bool IsMoney(int at, out int end)
    {
        end = at + 1;
        var begins = Tokens[at].Before == '€';
        while (end < Tokens.Count && !phrase.IsTaken(end) && Tokens[end].Text.Length == 3 && Tokens[end].Number >= 0)
        {
            end++;
        }
        var unit = Tokens[at].Measure().Unit is "k" or "ke" or "eur" or "euro" or "euros";
        if (Tokens[end - 1].After == '€' || unit)
        {
            return true;
        }
        if (Tokens.Text(end) is "euro" or "euros" or "eur" or "ke")
        {
            end++;
            return true;
        }
        if (!begins)
        {
            end = at + 1;
        }
        return begins;
    }
}
