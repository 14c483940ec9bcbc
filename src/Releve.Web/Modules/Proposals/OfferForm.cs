using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Proposals;

namespace Releve.Web.Modules.Proposals;

/// <summary>A proposal as it is typed.</summary>
public sealed class OfferForm
{
    public string? Text { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Pay { get; set; }
    public string? Aid { get; set; }
    public string? Lodging { get; set; }
    public string? Partner { get; set; }
    public string? Family { get; set; }
    public string? VisitOn { get; set; }
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }

    /// <summary>What a stored one says.</summary>
    public static OfferForm Of(ProposalOffer offer) =>
        new()
        {
            Text = offer.Text,
            From = Typed(offer.From),
            Until = Typed(offer.Until),
            Pay = offer.Pay,
            Aid = offer.Aid,
            Lodging = offer.Lodging,
            Partner = offer.Partner,
            Family = offer.Family,
            VisitOn = Typed(offer.VisitOn),
            ContactName = offer.ContactName,
            ContactPhone = offer.ContactPhone,
        };

    /// <summary>Reads it, and what is no day.</summary>
    /// <param name="isNamed">False for somebody who proposes without being known: whom to call is then not said.</param>
    /// <param name="problems">What is no day.</param>
    public ProposalOffer Read(bool isNamed, ICollection<OfferProblem> problems)
    {
        DateOnly? Day(string field, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }
            if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
            problems.Add(new OfferProblem(field, "day-wrong"));
            return null;
        }
        return new ProposalOffer
        {
            Text = CleanText.Paragraphs(Text) ?? "",
            From = Day("from", From),
            Until = Day("until", Until),
            Pay = CleanText.Line(Pay),
            Aid = CleanText.Line(Aid),
            Lodging = CleanText.Line(Lodging),
            Partner = CleanText.Line(Partner),
            Family = CleanText.Line(Family),
            VisitOn = Day("visitOn", VisitOn),
            ContactName = isNamed ? CleanText.Line(ContactName) : null,
            ContactPhone = isNamed ? CleanText.Line(ContactPhone) : null,
        };
    }

    private static string? Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
