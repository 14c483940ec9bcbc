using System.Globalization;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Publishing;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Publishing;

/// <summary>What was typed in a field as people say it: names for codes, days and amounts in the form of the language. What cannot be read stands as typed.</summary>
public sealed class FieldSaid(PageText t, FieldWords words, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    public string Label(ListingKind kind, FormField field) => words.Label(kind, field.Name);

    public string Of(FormField field, IReadOnlyDictionary<string, string[]> fields)
    {
        string[] Values(string input) => [.. fields.GetValueOrDefault(input, []).Where(value => value.Length > 0)];
        return field.Control switch
        {
            FieldControl.HalfDays => HalfDays(Values(field.Name)),
            FieldControl.Fee => Fee(field, Values),
            FieldControl.Pay => Pay(field, Values),
            FieldControl.Turnover => t.List([.. Values(field.Name + "Year").Zip(Values(field.Name + "Amount").Select(Money), Pair)]),
            FieldControl.LanguageLevels => t.List([
                .. FormField.AskedLanguages.SelectMany(code => Values(field.Name + "." + code).Select(level => Level(code, level))),
            ]),
            FieldControl.Photographs => string.Join(
                "\n",
                Values(field.Name)
                    .Select((_, i) => fields.GetValueOrDefault(field.Name + "Text", []).ElementAtOrDefault(i) is { Length: > 0 } text ? text : "–")
            ),
            FieldControl.Translations => string.Join("\n\n", field.Inputs.SelectMany(Values)),
            FieldControl.Professions or FieldControl.Specialties or FieldControl.Choices => t.List([.. Values(field.Name).Select(value => One(field, value))]),
            _ => string.Join("\n", Values(field.Name).Select(value => One(field, value))),
        };
    }

    private string One(FormField field, string value) =>
        field.Control switch
        {
            FieldControl.Profession or FieldControl.Professions or FieldControl.Specialties => professions.Find(value) is null
                ? value
                : professions.LabelOf(value, t.Language),
            FieldControl.Place => value.Length <= 120 && gazetteer.Resolve(value, t.Language).Best is { } place ? gazetteer.Label(place, t.Language) : value,
            FieldControl.Language => FormText.Codes.Contains(value) ? t["Listings.language." + value] : value,
            FieldControl.YesNo or FieldControl.Tick => t[value == "true" ? "Listings.yes" : "Listings.no"],
            FieldControl.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? t.Date(day)
                : value,
            FieldControl.Moment => Moment(value),
            FieldControl.Money => Money(value),
            _ => field.Options is { } options ? Option(options, value) : value,
        };

    private string Option(Type options, string value) => Enum.GetNames(options).Contains(value) ? words.Option(options, value) : value;

    private string Moment(string value) =>
        DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Pair(t.Date(DateOnly.FromDateTime(moment)), t.Time(TimeOnly.FromDateTime(moment)))
            : value;

    private string Money(string value) =>
        TypedNumber.TryRead(value, out var euro) && Math.Abs(euro) < 1_000_000_000 ? t.Money((long)decimal.Round(euro * 100)) : value;

    private string HalfDays(string[] chosen)
    {
        var bits = Enumerable.Range(0, 14).Where(bit => chosen.Contains(bit.ToString(CultureInfo.InvariantCulture))).Sum(bit => 1 << bit);
        return t.Say(new HalfDays(bits));
    }

    private string Fee(FormField field, Func<string, string[]> values) =>
        values(field.Name) is [var percent, ..]
            ? Pair(
                TypedNumber.TryRead(percent, out var share) ? t.Percent(share) : percent,
                Option(typeof(FeeDirection), values(field.Name + "Direction") is [var direction, ..] ? direction : nameof(FeeDirection.KeptByLocum))
            )
            : "";

    private string Pay(FormField field, Func<string, string[]> values)
    {
        string[] ends = [.. values(field.Name + "Min").Concat(values(field.Name + "Max")).Select(Money).Distinct()];
        if (ends.Length == 0)
        {
            return "";
        }
        var amount = ends is [var from, var to] ? t.With("Listings.range", ("from", from), ("to", to)) : ends[0];
        var unit = values(field.Name + "Unit") is [var chosen, ..] && Enum.GetNames<PayUnit>().Contains(chosen) ? chosen : nameof(PayUnit.Month);
        return string.Join(", ", values(field.Name + "Note").Prepend(t.With("Listings.pay." + unit, ("amount", amount))));
    }

    private string Level(string language, string level) =>
        t.With(
            "Listings.language-level",
            ("language", t["Listings.language." + language]),
            ("level", Enum.GetNames<LanguageLevel>().Contains(level) ? t["Listings.level-of." + level] : level)
        );

    private string Pair(string one, string other) => t.With("Listings.pair", ("one", one), ("other", other));
}
