using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Reads the form: wishes, or what is wrong beside each field.</summary>
public sealed class ReadProjectForm(
    ProjectForm form,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    PageText text,
    BetrayingWords betraying,
    Action<string, string> refuse
)
{
    /// <summary>The wishes; of no use once something was refused.</summary>
    /// <param name="today">The day on which the form is read.</param>
    /// <param name="stored">The start that is stored: it may have passed meanwhile.</param>
    public LifeWishes Run(DateOnly today, DateOnly? stored)
    {
        var wishes = new LifeWishes
        {
            Professions = Professions("profession-0", form.Professions),
            Specialties = Specialties(),
            Ways = Flags(LifeProjectWords.Ways, form.Ways),
            Start = Start(today, stored),
            FlexibleMonths = Number("months", form.FlexibleMonths, 0, LifeWishes.MostFlexibleMonths) ?? 0,
            DaysPerWeek = Number("days", form.Days, 1, LifeWishes.MostDays),
            Rhythm = Flags(LifeProjectWords.Rhythms, form.Rhythm),
            Settings = Flags(LifeProjectWords.Settings, form.Settings),
            PatientsPerDay = Number("patients", form.Patients, 1, LifeWishes.MostPatients),
            Surroundings = Flags(LifeProjectWords.Around, form.Surroundings),
            Zones = new ReadZones(form.Zones, gazetteer, text, refuse).Run(),
            PartnerSector = Enum.TryParse<WorkSector>(form.Sector, out var sector) && Enum.IsDefined(sector) ? sector : null,
            PartnerProfession = Profession("partner", form.Partner),
            Children = Flags(LifeProjectWords.Children, form.Children),
            Housing = Flags(LifeProjectWords.Homes, form.Housing),
            Languages = Languages(),
            Words = Words(),
            PartnersSought = Professions("sought-0", form.Sought),
            FoundsAt = FoundsAt(),
            CombineWithinKm = Number("combine", form.CombineKm, 1, Zone.LargestRadiusKm),
        };
        return wishes with { Weights = Weights(wishes) };
    }

    private string[] Professions(string field, string?[] typed)
    {
        var named = typed.Where(code => !string.IsNullOrEmpty(code)).Distinct(StringComparer.Ordinal).Take(LifeWishes.MostProfessions + 1).ToList();
        if (named.Count > LifeWishes.MostProfessions || named.Exists(code => professions.Find(code) is not { Specialty: null }))
        {
            refuse(field, text["LifeProjects.profession.wrong"]);
            return [];
        }
        return [.. named.Select(code => code!)];
    }

    private string? Profession(string field, string? typed) => Professions(field, [typed]).FirstOrDefault();

    // Specialties of a profession that was taken out go with it.
    private string[] Specialties() =>
        [
            .. form
                .Professions.Distinct(StringComparer.Ordinal)
                .SelectMany(profession => professions.SpecialtiesOf(profession ?? "", Language.French))
                .Select(specialty => specialty.Code)
                .Where(code => form.Specialties.Contains(code)),
        ];

    private DateOnly? Start(DateOnly today, DateOnly? stored)
    {
        if (string.IsNullOrWhiteSpace(form.Start))
        {
            return null;
        }
        string[] ways = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
        if (!DateOnly.TryParseExact(form.Start.Trim(), ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            refuse("start", text["LifeProjects.start.wrong"]);
            return null;
        }
        if (day < today && day != stored)
        {
            refuse("start", text.With("LifeProjects.start.past", ("example", text.Date(today.AddMonths(2)))));
        }
        else if (day > today.AddYears(LifeWishes.MostYearsAhead))
        {
            refuse("start", text.With("LifeProjects.start.far", ("years", LifeWishes.MostYearsAhead)));
        }
        return day;
    }

    private int? Number(string field, string? typed, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }
        refuse(field, text.With("LifeProjects.number.wrong", ("least", least), ("most", most)));
        return null;
    }

    private List<LanguageRequirement> Languages() =>
        [
            .. ProjectForm
                .LanguageCodes.Where(code => Enum.TryParse<LanguageLevel>(form.Levels.GetValueOrDefault(code), out var level) && Enum.IsDefined(level))
                .Select(code => new LanguageRequirement(code, Enum.Parse<LanguageLevel>(form.Levels[code]!))),
        ];

    private string? Words()
    {
        var words = CleanText.Paragraphs(form.Words);
        if (words is { Length: > LifeWishes.LongestWords })
        {
            refuse("own-words", text.With("LifeProjects.words.long", ("most", LifeWishes.LongestWords)));
        }
        else if (betraying.FindIn(words) is { } found)
        {
            refuse("own-words", text.With("LifeProjects.words.betray." + found.By, ("said", found.Said)));
        }
        return words;
    }

    private string? FoundsAt()
    {
        if (string.IsNullOrWhiteSpace(form.FoundsAt))
        {
            return null;
        }
        if (ReadZones.Find(form.FoundsAt, gazetteer, text.Language) is { Commune: { } commune })
        {
            return commune.Code;
        }
        refuse("founds-at", text["LifeProjects.commune.wrong"]);
        return null;
    }

    // A wish that says something and was not weighed is important; a weight of nothing plays no part.
    private Dictionary<Wish, WishWeight> Weights(LifeWishes wishes)
    {
        var weights = new Dictionary<Wish, WishWeight>();
        foreach (var wish in Enum.GetValues<Wish>())
        {
            var weight = form.WeightOf(wish) ?? (NeedsValue(wish) && CheckWishes.IsSaid(wish, wishes) ? WishWeight.Matters : WishWeight.Any);
            if (weight != WishWeight.Any && Enum.IsDefined(weight))
            {
                weights[wish] = weight;
            }
        }
        return weights;
    }

    /// <summary>True for a wish that says nothing by its weight alone.</summary>
    public static bool NeedsValue(Wish wish) => !CheckWishes.IsSaid(wish, new LifeWishes());

    private static T Flags<T>(IReadOnlyList<T> all, string[] typed)
        where T : struct, Enum
    {
        var sum = all.Where(one => typed.Contains(one.ToString(), StringComparer.Ordinal)).Sum(one => Convert.ToInt64(one, CultureInfo.InvariantCulture));
        return (T)Enum.ToObject(typeof(T), sum);
    }
}
