using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>One use of one text by one publisher on one day: answers every slot, every fact and every choice.</summary>
internal sealed class Setting : IPhraseSource
{
    private static readonly HashSet<string> Paired = ["variant", "pay", "ific", "ehr", "level", "qualification", "supervisor"];
    private readonly DemonstrationText text;
    private readonly Publisher publisher;
    private readonly Dice dice;
    private readonly DateOnly today;
    private readonly int? use;

    // The same offsets at every use of a text: the next use then differs in each of its alternatives.
    private readonly Dice offsets;
    private readonly Dictionary<int, int> alternatives = [];
    private readonly Dictionary<string, Phrase> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>A use of a text; without a number it is any use, all by chance.</summary>
    public Setting(DemonstrationText text, Publisher publisher, Dice dice, DateOnly today, int? use)
    {
        (this.text, this.publisher, this.dice, this.today, this.use) = (text, publisher, dice, today, use);
        offsets = Dice.For(use is null ? "" : text.Key);
        Language = text.Language;
        // Chosen before anything is asked, so that every use of the text takes its turns in the same order.
        foreach (var (name, values) in text.Facts)
        {
            facts[name] = values[Choose(values.Length)];
        }
        ChooseVariant();
    }

    public DemonstrationText Text => text;
    public Publisher Publisher => publisher;
    public Dice Dice => dice;
    public DateOnly Today => today;
    public int Use => use ?? dice.Next(1024);

    /// <summary>The language being written; changes while a translation is.</summary>
    public Language Language { get; set; }

    /// <summary>First and last day, once they are known.</summary>
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>Where a text serves several professions, one that the publisher seeks, with its own pay, level and code.</summary>
    private void ChooseVariant()
    {
        if (!text.Facts.TryGetValue("variant", out var variants))
        {
            return;
        }
        var sought = Enumerable.Range(0, variants.Length).Where(i => publisher.Seeks(text.Entry.Facts["variant"][i].Split('=')[0])).ToArray();
        var chosen = sought.Length == 0 ? 0 : sought[Choose(sought.Length)];
        foreach (var (name, values) in text.Facts.Where(fact => Paired.Contains(fact.Key) && fact.Value.Length == variants.Length))
        {
            facts[name] = values[chosen];
        }
    }

    public int Choose(int count)
    {
        if (use is not { } turn)
        {
            return dice.Next(count);
        }
        // Alternatives of equal count must not turn in step, or every third use would be the first again.
        var ordinal = alternatives[count] = alternatives.GetValueOrDefault(count) + 1;
        var drift = (turn / count * (ordinal % 2)) + (ordinal % 3 == 0 ? turn / (count * count) : 0);
        return (turn + drift + offsets.Next(count)) % count;
    }

    /// <summary>A fact in words; null when the text has none of that name.</summary>
    public string? Fact(string name)
    {
        if (!known.TryGetValue(name, out var value))
        {
            value = facts.TryGetValue(name, out var fact) ? Range(fact.Write(this)) : null;
            known[name] = value;
        }
        return value;
    }

    /// <summary>A fact as a number.</summary>
    public decimal? Number(string name) => Fact(name) is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A fact as a whole number.</summary>
    public int? Whole(string name) => (int?)Number(name);

    /// <summary>An amount in euros as cents.</summary>
    public int? Cents(string name) => (int?)(Number(name) * 100);

    /// <summary>A fact that says yes or no.</summary>
    public bool? YesNo(string name) => Fact(name) is { } value ? value == "yes" : null;

    /// <summary>A fact that is a word of an enumeration.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => Fact(name) is { } value ? Enum.Parse<T>(value, ignoreCase: true) : null;

    /// <summary>A fact that is several words of a flags enumeration.</summary>
    public T Words<T>(string name)
        where T : struct, Enum => Fact(name) is { } value ? Enum.Parse<T>(value.Replace(' ', ','), ignoreCase: true) : default;

    public string? Slot(string name) =>
        name.StartsWith("w:", StringComparison.Ordinal) ? Wording.Number(int.Parse(Slot(name[2..])!, CultureInfo.InvariantCulture), Language)
        : name.StartsWith("l:", StringComparison.Ordinal) ? Lower(Slot(name[2..]))
        : Place(name) ?? Dates(name) ?? Share(name) ?? Fact(name) ?? publisher.Words.GetValueOrDefault(name);

    private static string? Lower(string? words) => words is null ? null : char.ToLowerInvariant(words[0]) + words[1..];

    private string? Place(string name) =>
        name switch
        {
            "commune" => CommuneName,
            "à" => Wording.At(CommuneName),
            "de" => Wording.Of(CommuneName),
            "org" => Publisher.NameIn(publisher.Organisation?.Name ?? publisher.LastName, Language),
            "person" => $"{publisher.FirstName} {publisher.LastName}",
            "lastname" => publisher.LastName,
            "phone" => publisher.Phone.Replace(' ', '\u00a0'),
            "email" => publisher.Email,
            _ => null,
        };

    private string? Dates(string name) =>
        name switch
        {
            "from" => Wording.Day(From!.Value, today, Language),
            "until" => Wording.Day(Until!.Value, today, Language),
            "month" => Wording.Month(From!.Value, today, Language),
            "endmonth" => Wording.Month(Until!.Value, today, Language),
            "day" => Wording.WeekDay(From!.Value, Language),
            "length" => Wording.Length(Until!.Value.DayNumber - From!.Value.DayNumber, Language),
            "start" => Wording.Time(Hours[0], Language),
            "end" => Wording.Time(Hours[1], Language),
            _ => null,
        };

    private string? Share(string name) =>
        name switch
        {
            "kept" => Fact("kept") ?? (100 - Whole("paid"))?.ToString(CultureInfo.InvariantCulture),
            "paid" => Fact("paid") ?? (100 - Whole("kept"))?.ToString(CultureInfo.InvariantCulture),
            "variant" => Fact("variant")?.Split('=')[1],
            _ => name.StartsWith("n:", StringComparison.Ordinal) ? Wording.Amount(Number(name[2..]) ?? 0, Language) : null,
        };

    /// <summary>First and last hour of a shift, local time.</summary>
    public TimeOnly[] Hours => [.. Fact("hours")!.Split('-').Select(hour => TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture))];

    private string CommuneName => Language == Language.Dutch ? publisher.Commune.NameNl ?? publisher.Commune.NameFr : publisher.Commune.NameFr;

    /// <summary>"20..26" is a number between, "540..720/20" one in steps; anything else is what it is.</summary>
    private string Range(string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots <= 0 || value.Contains(' ', StringComparison.Ordinal) || value.Contains(',', StringComparison.Ordinal))
        {
            return value;
        }
        var slash = value.IndexOf('/', dots);
        var least = int.Parse(value.AsSpan(0, dots), CultureInfo.InvariantCulture);
        var most = int.Parse(slash < 0 ? value.AsSpan(dots + 2) : value.AsSpan(dots + 2, slash - dots - 2), CultureInfo.InvariantCulture);
        var step = slash < 0 ? 1 : int.Parse(value.AsSpan(slash + 1), CultureInfo.InvariantCulture);
        return (least + (dice.Next(((most - least) / step) + 1) * step)).ToString(CultureInfo.InvariantCulture);
    }
}
