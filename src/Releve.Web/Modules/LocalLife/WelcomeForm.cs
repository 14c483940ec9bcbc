using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.LocalLife;
using Releve.Core.Professions;

namespace Releve.Web.Modules.LocalLife;

/// <summary>What a commune answers, as it is typed: a question that is not answered stays unknown.</summary>
public sealed class WelcomeForm
{
    /// <summary>The longest words, in characters.</summary>
    public const int LongestWords = 3000;

    /// <summary>How many professions can be named.</summary>
    public const int MostProfessions = 5;

    private const string Yes = "yes";
    private const string No = "no";

    public string?[] Professions { get; set; } = [];
    public string? HomesToRent { get; set; }
    public string? HomesToBuy { get; set; }
    public string? LodgingMonths { get; set; }
    public string? CrechePlaces { get; set; }
    public string? School { get; set; }
    public string? SecondarySchoolMinutes { get; set; }
    public string? StationMinutes { get; set; }
    public string? Colleagues { get; set; }
    public string? Secretary { get; set; }
    public string? DutyIsVoluntary { get; set; }
    public string? Aid { get; set; }
    public WorkSector[] Sectors { get; set; } = [];
    public bool Coast { get; set; }
    public bool Mountain { get; set; }
    public string? Fr { get; set; }
    public string? Nl { get; set; }
    public string? En { get; set; }

    /// <summary>The form of answers that stand.</summary>
    public static WelcomeForm Of(WelcomeAnswers answers) =>
        new()
        {
            Professions = answers.ProfessionsSought,
            HomesToRent = Word(answers.HomesToRent),
            HomesToBuy = Word(answers.HomesToBuy),
            LodgingMonths = Figure(answers.LodgingMonths),
            CrechePlaces = Figure(answers.CrechePlaces),
            School = Word(answers.School),
            SecondarySchoolMinutes = Figure(answers.SecondarySchoolMinutes),
            StationMinutes = Figure(answers.StationMinutes),
            Colleagues = Figure(answers.Colleagues),
            Secretary = Word(answers.Secretary),
            DutyIsVoluntary = Word(answers.DutyIsVoluntary),
            Aid = Word(answers.Aid),
            Sectors = answers.Sectors,
            Coast = answers.Surroundings.HasFlag(Surroundings.Coast),
            Mountain = answers.Surroundings.HasFlag(Surroundings.Mountain),
            Fr = answers.Words?.Own(Language.French),
            Nl = answers.Words?.Nl,
            En = answers.Words?.En,
        };

    /// <summary>The questions that are answered by yes or no, by the names of their fields.</summary>
    public IEnumerable<(string Name, string? Answer)> YesOrNo(params IEnumerable<string> names) => names.Select(name => (name, AnswerOf(name)));

    /// <summary>The answer typed for a question, as it was.</summary>
    public string? AnswerOf(string name) =>
        name switch
        {
            nameof(HomesToRent) => HomesToRent,
            nameof(HomesToBuy) => HomesToBuy,
            nameof(LodgingMonths) => LodgingMonths,
            nameof(CrechePlaces) => CrechePlaces,
            nameof(School) => School,
            nameof(SecondarySchoolMinutes) => SecondarySchoolMinutes,
            nameof(StationMinutes) => StationMinutes,
            nameof(Colleagues) => Colleagues,
            nameof(Secretary) => Secretary,
            nameof(DutyIsVoluntary) => DutyIsVoluntary,
            nameof(Aid) => Aid,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such question."),
        };

    /// <summary>Reads what was typed; what cannot be read is refused with the largest number that would do.</summary>
    /// <param name="professions">The professions that there are.</param>
    /// <param name="refuse">Takes a field's name and the largest number allowed.</param>
    public WelcomeAnswers Read(ProfessionCatalogue professions, Action<string, int> refuse)
    {
        int? Figures(string name, int most)
        {
            if (CleanText.Line(AnswerOf(name)) is not { } typed)
            {
                return null;
            }
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            {
                return number;
            }
            refuse(name, most);
            return null;
        }

        string? Words(string name, string? typed)
        {
            var text = CleanText.Paragraphs(typed);
            if (text?.Length > LongestWords)
            {
                refuse(name, LongestWords);
            }
            return text;
        }

        return new WelcomeAnswers
        {
            ProfessionsSought =
            [
                .. Professions.OfType<string>().Where(code => professions.Find(code) is { IsSpecialty: false }).Distinct().Take(MostProfessions),
            ],
            HomesToRent = Truth(HomesToRent),
            HomesToBuy = Truth(HomesToBuy),
            LodgingMonths = Figures(nameof(LodgingMonths), 60),
            CrechePlaces = Figures(nameof(CrechePlaces), 500),
            School = Truth(School),
            SecondarySchoolMinutes = Figures(nameof(SecondarySchoolMinutes), 180),
            StationMinutes = Figures(nameof(StationMinutes), 180),
            Colleagues = Figures(nameof(Colleagues), 5000),
            Secretary = Truth(Secretary),
            DutyIsVoluntary = Truth(DutyIsVoluntary),
            Aid = Truth(Aid),
            Sectors = [.. Sectors.Where(Enum.IsDefined).Distinct().Order()],
            Surroundings = (Coast ? Surroundings.Coast : Surroundings.None) | (Mountain ? Surroundings.Mountain : Surroundings.None),
            Words = LocalText.Of(Words("fr", Fr), Words("nl", Nl), Words("en", En)),
        };
    }

    private static bool? Truth(string? typed) =>
        typed switch
        {
            Yes => true,
            No => false,
            _ => null,
        };

    private static string? Word(bool? truth) =>
        truth switch
        {
            true => Yes,
            false => No,
            null => null,
        };

    private static string? Figure(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
