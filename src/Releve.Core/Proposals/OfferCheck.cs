using Releve.Core.Languages;
using Releve.Core.Publishing;

namespace Releve.Core.Proposals;

/// <summary>What must be mended in a proposal: the field, the key of its reason, the words that it is about.</summary>
public sealed record OfferProblem(string Field, string Key, string Words = "");

/// <summary>
/// Reads a proposal before it goes: its words lead nobody around the site, shut nobody out, and those of somebody whose name is
/// hidden do not say it. The field for the telephone is there for that: whom to call is for an organisation to say.
/// </summary>
public static class OfferCheck
{
    /// <summary>The longest short field, in characters.</summary>
    public const int LongestLine = 300;

    /// <summary>Everything that is wrong, in the order of the fields.</summary>
    /// <param name="offer">The proposal.</param>
    /// <param name="today">The day, for dates that have passed.</param>
    /// <param name="ownNames">Names that must not be in it: those of a person who proposes without being known.</param>
    public static IEnumerable<OfferProblem> Problems(this ProposalOffer offer, DateOnly today, params IReadOnlyList<string> ownNames)
    {
        if (string.IsNullOrWhiteSpace(offer.Text))
        {
            yield return new OfferProblem("text", "text-missing");
        }
        foreach (var (field, words, most) in Fields(offer))
        {
            if (words.Length > most)
            {
                yield return new OfferProblem(field, "too-long", most.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            foreach (var problem in OfWords(field, words, ownNames))
            {
                yield return problem;
            }
        }
        foreach (var problem in OfDays(offer, today))
        {
            yield return problem;
        }
    }

    /// <summary>What is wrong with words that the other side reads while one of the two has no name yet.</summary>
    public static IEnumerable<OfferProblem> OfWords(string field, string words, params IReadOnlyList<string> ownNames)
    {
        foreach (var phone in HiddenContacts.Phones(words))
        {
            yield return new OfferProblem(field, "hidden-phone", phone);
        }
        foreach (var email in HiddenContacts.Emails(words))
        {
            yield return new OfferProblem(field, "hidden-email", email);
        }
        foreach (var site in HiddenContacts.Sites(words))
        {
            yield return new OfferProblem(field, "hidden-site", site);
        }
        foreach (var term in DiscriminatoryTerms.In(words).Where(term => term.Certain))
        {
            yield return new OfferProblem(field, "discrimination", term.Words);
        }
        var folded = $" {Folding.Fold(words)} ";
        foreach (var name in ownNames.Where(name => Folding.Fold(name) is { Length: > 1 } own && folded.Contains($" {own} ", StringComparison.Ordinal)))
        {
            yield return new OfferProblem(field, "own-name", name);
        }
    }

    private static IEnumerable<(string Field, string Words, int Most)> Fields(ProposalOffer offer) =>
        new (string Field, string? Words, int Most)[]
        {
            ("text", offer.Text, ProposalOffer.LongestText),
            ("pay", offer.Pay, LongestLine),
            ("aid", offer.Aid, LongestLine),
            ("lodging", offer.Lodging, LongestLine),
            ("partner", offer.Partner, LongestLine),
            ("family", offer.Family, LongestLine),
            ("contactName", offer.ContactName, LongestLine),
        }
            .Where(field => field.Words is not null)
            .Select(field => (field.Field, field.Words!, field.Most));

    private static IEnumerable<OfferProblem> OfDays(ProposalOffer offer, DateOnly today)
    {
        if (offer.Until < (offer.From ?? today))
        {
            yield return new OfferProblem("until", offer.From is null ? "day-past" : "until-before-from");
        }
        if (offer.VisitOn < today)
        {
            yield return new OfferProblem("visitOn", "day-past");
        }
        if (offer.ContactPhone is { } phone && phone.Count(char.IsAsciiDigit) is < 8 or > 15)
        {
            yield return new OfferProblem("contactPhone", "phone-wrong");
        }
    }
}
