using Releve.Core.Languages;
using Releve.Core.LocalLife;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LocalLife;

/// <summary>One answer in words.</summary>
/// <param name="Key">The question, as its text key ends.</param>
/// <param name="Words">The answer.</param>
public sealed record WelcomeWords(string Key, string Words);

/// <summary>A commune's answers in words, in the order in which families ask; what was not answered is not in it.</summary>
public sealed record WelcomeView(IReadOnlyList<WelcomeWords> Answers, LocalText? Words)
{
    /// <summary>True when nothing was answered.</summary>
    public bool IsEmpty => Answers.Count == 0 && Words is null;

    /// <summary>The answers in the language of the page.</summary>
    public static WelcomeView Of(WelcomeAnswers said, PageText text, ProfessionCatalogue professions)
    {
        var words = new List<WelcomeWords>();
        void Say(string key, string? answer)
        {
            if (answer is not null)
            {
                words.Add(new WelcomeWords(key, answer));
            }
        }

        string? YesNo(bool? truth) => truth is { } yes ? text[yes ? "LocalLife.yes" : "LocalLife.no"] : null;
        string? Figure(string key, int? number) => number is { } known ? text.Count("LocalLife.figure." + key, known) : null;

        Say("HomesToRent", YesNo(said.HomesToRent));
        Say("HomesToBuy", YesNo(said.HomesToBuy));
        Say("LodgingMonths", Figure("LodgingMonths", said.LodgingMonths));
        Say("CrechePlaces", Figure("CrechePlaces", said.CrechePlaces));
        Say("School", YesNo(said.School));
        Say("SecondarySchoolMinutes", Figure("minutes", said.SecondarySchoolMinutes));
        Say("StationMinutes", Figure("minutes", said.StationMinutes));
        Say("Sectors", said.Sectors.Length == 0 ? null : text.List([.. said.Sectors.Select(sector => text["LocalLife.sector." + sector])]));
        Say(
            "Professions",
            said.ProfessionsSought.Length == 0
                ? null
                : text.List([
                    .. said.ProfessionsSought.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, text.Language)),
                ])
        );
        Say("Colleagues", Figure("Colleagues", said.Colleagues));
        Say("Secretary", YesNo(said.Secretary));
        Say("DutyIsVoluntary", YesNo(said.DutyIsVoluntary));
        Say("Aid", YesNo(said.Aid));
        Say(
            "Surroundings",
            said.Surroundings == Surroundings.None
                ? null
                : text.List([
                    .. new[] { Surroundings.Coast, Surroundings.Mountain }
                        .Where(one => said.Surroundings.HasFlag(one))
                        .Select(one => text["LocalLife.surroundings." + one]),
                ])
        );
        return new WelcomeView(words, said.Words);
    }
}
