using System.Globalization;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Carers;

/// <summary>Reads the profile's form: what cannot be stored is refused beside its field, in the order of the fields.</summary>
public sealed class ReadProfileForm(ProfileForm form, ProfessionCatalogue professions, Gazetteer gazetteer, PageText text, Action<string, string> refuse)
{
    /// <summary>Longest name, number, telephone, line, text; in characters.</summary>
    public const int LongestName = 200;

    public const int LongestNumber = 40;
    public const int LongestPhone = 30;
    public const int LongestLine = 300;
    public const int LongestText = 2000;

    /// <summary>Nobody who works was born before.</summary>
    public const int FirstBirthYear = 1900;

    /// <summary>What the form says; to be used only when nothing was refused.</summary>
    public ProfileWords Run(int thisYear) =>
        new(
            Name("given-name", form.GivenName),
            Name("family-name", form.FamilyName),
            new CarerProfileContent
            {
                Situation = Situation(),
                Professions = Professions(),
                Specialties = Specialties(),
                Rpps = Number("rpps", form.Rpps, value => Rpps.TryParse(value, out var rpps) ? rpps.Value : null),
                Inami = Number("inami", form.Inami, value => Inami.TryParse(value, out var inami) ? inami.Value : null),
                BirthYear = BirthYear(thisYear),
                CommuneCode = Commune(),
                Phone = Phone(),
                Languages = Languages(),
                AvailableFrom = AvailableFrom(),
                Availability = Short("availability", CleanText.Line(form.Availability), LongestLine),
                About = Short("about", CleanText.Paragraphs(form.About), LongestText),
                TemporarilyUnemployed = form.Unemployed,
            }
        );

    private string? Name(string field, string? typed)
    {
        var name = Short(field, CleanText.Line(typed), LongestName);
        if (name is not null && !name.Any(char.IsLetter))
        {
            refuse(field, text["Carers.name.wrong"]);
        }
        return name;
    }

    private CarerSituation Situation()
    {
        if (form.Situation is not null && ProfileForm.Situations.TryGetValue(form.Situation, out var situation))
        {
            return situation;
        }
        refuse("situation", text["Carers.situation.missing"]);
        return CarerSituation.Working;
    }

    private string[] Professions()
    {
        var named = form.Professions.Where(code => !string.IsNullOrEmpty(code)).Distinct(StringComparer.Ordinal).Take(ProfileForm.MostProfessions + 1).ToList();
        if (named.Count > ProfileForm.MostProfessions || named.Exists(code => professions.Find(code) is not { Specialty: null }))
        {
            refuse("profession-0", text["Carers.profession.wrong"]);
            return [];
        }
        return [.. named.Select(code => code!)];
    }

    // Specialties of a profession that was taken out go with it.
    private string[] Specialties() =>
        [
            .. form
                .Professions.Distinct(StringComparer.Ordinal)
                .SelectMany(profession => professions.SpecialtiesOf(profession ?? "", text.Language))
                .Select(specialty => specialty.Code)
                .Where(code => form.Specialties.Contains(code)),
        ];

    // A format proves nothing: what is not of the usual form is kept as typed, and the page warns beside it.
    private string? Number(string field, string? typed, Func<string, string?> tidy) =>
        Short(field, CleanText.Line(typed), LongestNumber) is { } number ? tidy(number) ?? number : null;

    private int? BirthYear(int thisYear)
    {
        if (string.IsNullOrWhiteSpace(form.BirthYear))
        {
            return null;
        }
        if (int.TryParse(form.BirthYear.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstBirthYear && year <= thisYear)
        {
            return year;
        }
        refuse("birth-year", text.With("Carers.birth-year.wrong", ("first", Plain(FirstBirthYear)), ("last", Plain(thisYear))));
        return null;
    }

    private string? Commune()
    {
        if (string.IsNullOrWhiteSpace(form.Commune))
        {
            return null;
        }
        var found = form.Commune.Length > 120 ? PlaceResolution.None : gazetteer.Resolve(form.Commune, text.Language);
        var commune = found.Best?.Commune ?? found.Others.Select(other => other.Commune).FirstOrDefault(other => other is not null && IsNamed(other));
        if (commune is null)
        {
            refuse("commune", text["Carers.commune.wrong"]);
        }
        return commune?.Code;
    }

    private bool IsNamed(Commune commune) => Folding.Fold(commune.NameIn(text.Language)) == Folding.Fold(form.Commune!.Trim());

    private string? Phone()
    {
        var phone = CleanText.Line(form.Phone);
        if (phone is null)
        {
            return null;
        }
        var digits = phone.Count(char.IsAsciiDigit);
        var known = phone.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '\u00a0' or '.' or '-' or '/' or '(' or ')');
        if (!known || digits is < 6 or > 16 || phone.Length > LongestPhone)
        {
            refuse("phone", text["Carers.phone.wrong"]);
        }
        return phone;
    }

    private IReadOnlyList<LanguageRequirement> Languages() =>
        [
            .. ProfileForm
                .LanguageCodes.Where(code => form.Levels.GetValueOrDefault(code) is { } level && ProfileForm.LevelsBySlug.ContainsKey(level))
                .Select(code => new LanguageRequirement(code, ProfileForm.LevelsBySlug[form.Levels[code]!])),
        ];

    private DateOnly? AvailableFrom()
    {
        if (string.IsNullOrWhiteSpace(form.AvailableFrom))
        {
            return null;
        }
        var typed = form.AvailableFrom.Trim();
        string[] ways = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
        if (DateOnly.TryParseExact(typed, ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
        {
            return day;
        }
        refuse("available-from", text["Carers.available-from.wrong"]);
        return null;
    }

    private string? Short(string field, string? value, int most)
    {
        if (value is not null && value.Length > most)
        {
            refuse(field, text.With("Carers.too-long", ("most", most)));
        }
        return value;
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
