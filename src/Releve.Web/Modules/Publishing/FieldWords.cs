using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Publishing;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Publishing;

/// <summary>How the fields of the forms, their options and what is wrong with them are said.</summary>
public sealed class FieldWords(PageText t)
{
    private readonly TextBook book = TextBook.In(t.Language);

    /// <summary>A field's label: the kind's own, else that of all kinds.</summary>
    public string Label(ListingKind kind, string field) => Own("Publishing.field." + kind + "." + field) ?? t["Publishing.field." + field];

    /// <summary>What helps to fill it in; null where the label says enough.</summary>
    public string? Hint(ListingKind kind, FormField field) =>
        Own("Publishing.hint." + kind + "." + field.Name) ?? Own("Publishing.hint." + field.Name) ?? Own("Publishing.unit." + field.Unit);

    /// <summary>An option of a choice.</summary>
    public string Option(Type options, string value) => SearchChips.Capital(Said(options, value));

    /// <summary>What is wrong with a field.</summary>
    public string Problem(ListingKind kind, ListingProblem problem)
    {
        var field = KindFields.Find(kind, problem.Field);
        var cents = problem.Key == "outside" && field?.Control is FieldControl.Money or FieldControl.Pay or FieldControl.Turnover;
        return t.With(
            "Publishing.problem." + problem.Key,
            ("field", Label(kind, field?.Name ?? problem.Field)),
            ("least", Bound(problem, problem.Values.Length > 1 ? 0 : -1, cents)),
            ("most", Bound(problem, problem.Values.Length - 1, cents))
        );
    }

    private string Bound(ListingProblem problem, int at, bool cents)
    {
        if (at < 0 || at >= problem.Values.Length)
        {
            return "";
        }
        var value = Convert.ToDecimal(problem.Values[at], System.Globalization.CultureInfo.InvariantCulture);
        return cents ? t.Money((long)value) : t.Number(value, 2);
    }

    private string Said(Type options, string value) =>
        options.Name switch
        {
            nameof(EmploymentStatus) => t["Listings.status." + value],
            nameof(WorkRhythm) => t["Listings.rhythm." + value],
            nameof(DutyMode) => t["Listings.mode." + value],
            nameof(ShiftAudience) => t["Listings.audience." + value],
            nameof(LocumReason) => t["Listings.locum-reason." + value],
            nameof(HandoverReason) => t["Listings.handover-reason." + value],
            nameof(PremisesTenure) => t["Listings.tenure." + value],
            nameof(PartnershipStatus) => t["Listings.partnership." + value],
            nameof(GroupPracticeForm) => value == nameof(GroupPracticeForm.None) ? t["Publishing.none"] : t["Listings.group." + value],
            nameof(PlacementLevel) => t["Listings.level." + value],
            nameof(ProjectStage) => t["Listings.stage." + value],
            nameof(Benefits) => t["Listings.benefit." + value],
            nameof(LanguageLevel) => t["Listings.level-of." + value],
            nameof(PayUnit) => t["Publishing.pay-unit." + value],
            nameof(FeeDirection) => t["Publishing.fee." + value],
            nameof(WeekDays) => DayName((int)Math.Log2((int)Enum.Parse<WeekDays>(value))),
            _ => throw new ArgumentException($"{options.Name} has no words.", nameof(options)),
        };

    /// <summary>A day of the week; 0 is Monday.</summary>
    public string DayName(int day) => SearchChips.Capital(t.Culture.DateTimeFormat.DayNames[(day + 1) % 7]);

    private string? Own(string key) => book.All.GetValueOrDefault(key);
}
