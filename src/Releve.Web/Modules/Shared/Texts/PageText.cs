using System.Globalization;
using System.Runtime.CompilerServices;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Shared.Texts;

/// <summary>
/// The texts of a page in the language of its request, with dates, numbers and money in that language's form.
/// In a page: @T["Home.title"], @T.With("Search.around", ("place", name)), @T.Count("Search.results", total).
/// </summary>
public sealed class PageText(Language language)
{
    private static readonly TimeZoneInfo Clock = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly TextBook book = TextBook.In(language);

    /// <summary>For dependency injection: one a request.</summary>
    public PageText(RequestLanguage request)
        : this(request.Language) { }

    /// <summary>The language.</summary>
    public Language Language => book.Language;

    /// <summary>The culture that writes numbers and dates.</summary>
    public CultureInfo Culture { get; } = language.Culture();

    /// <summary>A text by its key.</summary>
    public string this[string key] => book[key];

    /// <summary>A text with its named placeholders filled: {place}.</summary>
    public string With(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rest = book[key].AsSpan();
        var text = new DefaultInterpolatedStringHandler(rest.Length + 32, 0);
        for (var start = rest.IndexOf('{'); start >= 0; start = rest.IndexOf('{'))
        {
            var end = start + Math.Max(rest[start..].IndexOf('}'), 0);
            var at = Find(rest[(start + 1)..Math.Max(end, start + 1)], values);
            text.AppendFormatted(rest[..start]);
            if (at >= 0)
            {
                text.AppendLiteral(Write(values[at].Value));
            }
            else
            {
                text.AppendFormatted(rest[start..(end + 1)]);
            }
            rest = rest[(end + 1)..];
        }
        text.AppendFormatted(rest);
        return text.ToStringAndClear();
    }

    /// <summary>The same for a text that begins with a value: "the person who published it" begins a sentence with a capital letter.</summary>
    public string Sentence(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var said = With(key, values);
        return said.Length == 0 ? said : char.ToUpper(said[0], Culture) + said[1..];
    }

    private static int Find(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (name.SequenceEqual(values[i].Name))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>A text that depends on a number: key.zero when it exists, key.one, key.other; {count} is the number.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values) =>
        With(Plural(key, count), [.. values, ("count", count)]);

    /// <summary>A whole number with its separators.</summary>
    public string Number(long number) => number is >= 0 and < 1000 ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("#,0", Culture);

    /// <summary>A number with at most that many decimals.</summary>
    public string Number(decimal number, int decimals) => number.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), Culture);

    /// <summary>An amount in euro; cents only when there are some: "2 450 €", "€ 2.450", "€2,450".</summary>
    public string Money(long cents)
    {
        var amount = (cents / 100m).ToString(cents % 100 == 0 ? "#,0" : "#,0.00", Culture);
        return Language switch
        {
            Language.Dutch => "€\u00a0" + amount,
            Language.English => "€" + amount,
            _ => amount + "\u00a0€",
        };
    }

    /// <summary>A percentage: "80 %", "80%".</summary>
    public string Percent(decimal percent) => Number(percent, 1) + (Language == Language.French ? "\u00a0%" : "%");

    /// <summary>A distance, whole kilometres above ten.</summary>
    public string Kilometres(double km) => km < 10 ? Number((decimal)Math.Round(km, 1), 1) + "\u00a0km" : Number((long)Math.Round(km)) + "\u00a0km";

    /// <summary>A day in full: "13 juillet 2026", in French "1er".</summary>
    public string Date(DateOnly day) => DayOfMonth(day) + " " + day.ToString("MMMM yyyy", Culture);

    /// <summary>The day of an instant (UTC), where people live: France and Belgium share one clock.</summary>
    public string Day(DateTime instant) => Date(DateOnly.FromDateTime(Local(instant)));

    /// <summary>An instant (UTC) by the clock of France and Belgium: "13 juillet 2026, 9 h 05".</summary>
    public string Instant(DateTime instant) => $"{Day(instant)}, {Time(TimeOnly.FromDateTime(Local(instant)))}";

    /// <summary>The time of day of an instant (UTC), by the clock of France and Belgium: "9 h 05".</summary>
    public string TimeOf(DateTime instant) => Time(TimeOnly.FromDateTime(Local(instant)));

    /// <summary>A day without its year: "13 juillet".</summary>
    public string DayAndMonth(DateOnly day) => DayOfMonth(day) + " " + day.ToString("MMMM", Culture);

    /// <summary>A month: "septembre 2026".</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>A day of the week and its date: "samedi 5 décembre".</summary>
    public string WeekDay(DateOnly day) => day.ToString("dddd", Culture) + " " + DayAndMonth(day);

    /// <summary>A time of day: "20 h 30", "20.30 uur" is written 20:30 in Dutch and English.</summary>
    public string Time(TimeOnly time) =>
        Language == Language.French
            ? time.Minute == 0
                ? time.Hour.ToString(Culture) + "\u00a0h"
                : string.Create(Culture, $"{time.Hour}\u00a0h\u00a0{time.Minute:00}")
            : time.ToString("HH:mm", Culture);

    /// <summary>A period, as short as it can be said: "13 – 31 juillet 2026".</summary>
    public string Period(DateOnly from, DateOnly until)
    {
        if (from == until)
        {
            return Date(from);
        }
        if (from.Year != until.Year)
        {
            return $"{Date(from)} – {Date(until)}";
        }
        return from.Month == until.Month ? $"{DayOfMonth(from)} – {Date(until)}" : $"{DayAndMonth(from)} – {Date(until)}";
    }

    /// <summary>Parts as a list in words: "a, b et c".</summary>
    public string List(IReadOnlyList<string> parts) =>
        parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + " " + this["Shared.and"] + " " + parts[^1],
        };

    /// <summary>A place after "de" in French, with its article drawn in: "du Coudray", "des Herbiers", "d’Illiers-Combray"; the bare name elsewhere.</summary>
    public string OfPlace(string name)
    {
        if (Language != Language.French || name.Length == 0)
        {
            return name;
        }
        return name.StartsWith("Le ", StringComparison.Ordinal) ? "du " + name[3..]
            : name.StartsWith("Les ", StringComparison.Ordinal) ? "des " + name[4..]
            : "aeiouy".Contains(Folding.Letter(name[0])[0], StringComparison.Ordinal) ? "d’" + name
            : "de " + name;
    }

    private static DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, Clock);

    private string Plural(string key, long count)
    {
        if (count == 0 && book.All.ContainsKey(key + ".zero"))
        {
            return key + ".zero";
        }
        // French counts zero and one alike; Dutch and English only one (Unicode CLDR plural rules).
        var one = Language == Language.French ? count is 0 or 1 : count == 1;
        return one ? key + ".one" : key + ".other";
    }

    private string Write(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            int number => Number(number),
            long number => Number(number),
            DateOnly day => Date(day),
            IFormattable formattable => formattable.ToString(null, Culture),
            _ => value.ToString() ?? "",
        };

    private string DayOfMonth(DateOnly day) => day.Day == 1 && Language == Language.French ? "1er" : day.Day.ToString(Culture);
}
