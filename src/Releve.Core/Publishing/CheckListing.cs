using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;

namespace Releve.Core.Publishing;

/// <summary>Looks through a listing before it is published: what must be mended, what is worth a second look, each with its reason.</summary>
public sealed class CheckListing(AppDb db, ProfessionCatalogue professions)
{
    private const double SimilarTitles = 0.75;

    /// <summary>All remarks, the weightiest first.</summary>
    public async Task<IReadOnlyList<Remark>> RunAsync(ListingForm form, ListingContent content, DateTime now, CancellationToken cancellation)
    {
        var remarks = Of(content, now).ToList();
        if (await FindTwinAsync(form, content, now, cancellation) is { } twin)
        {
            remarks.Add(Remark.Warning(FormText.Title, "twin", twin.Texts[0].Title, twin.Reference));
        }
        return [.. remarks.DistinctBy(remark => remark.Mark).OrderBy(remark => remark.Weight)];
    }

    /// <summary>The remarks that follow from the listing alone.</summary>
    public IEnumerable<Remark> Of(ListingContent content, DateTime now) =>
        content
            .Texts.SelectMany((text, i) => OfText(text, i == 0 ? "" : "." + text.Language.Code()))
            .Concat(OfProfessions(content))
            .Concat(OfDates(content, now))
            .Concat(OfPay(content));

    private static IEnumerable<Remark> OfText(ListingText text, string ending)
    {
        foreach (var (field, words) in new[] { (FormText.Title + ending, text.Title), (FormText.Body + ending, text.Body) })
        {
            foreach (var phone in HiddenContacts.Phones(words))
            {
                yield return Remark.Error(field, "hidden-phone", phone);
            }
            foreach (var email in HiddenContacts.Emails(words))
            {
                yield return Remark.Error(field, "hidden-email", email);
            }
            foreach (var site in HiddenContacts.Sites(words))
            {
                yield return Remark.Warning(field, "hidden-site", site);
            }
            foreach (var term in DiscriminatoryTerms.In(words))
            {
                var key = "discrimination." + term.Ground;
                yield return term.Certain ? Remark.Error(field, key, term.Words) : Remark.Warning(field, key, term.Words);
            }
        }
        if (text.Body.Length < 40)
        {
            yield return Remark.Advice(FormText.Body + ending, "short-text");
        }
    }

    private IEnumerable<Remark> OfProfessions(ListingContent content)
    {
        var original = content.Texts[0];
        var country = content.CommuneCode.Length >= 2 ? content.CommuneCode[..2] : "FR";
        var asked = content.Professions.Select(professions.Find).OfType<ProfessionEntry>().ToList();
        foreach (var text in content.Texts)
        {
            foreach (var gender in asked.Select(one => Titles.OneGender(text, one)))
            {
                if (gender is { } one)
                {
                    yield return Remark.Advice(
                        text == original ? FormText.Title : FormText.Title + "." + text.Language.Code(),
                        "one-gender",
                        one.Written,
                        one.Missing
                    );
                }
            }
        }
        // What the law reserves to holders of a title is asked for under its name: nobody else may answer.
        foreach (var unasked in Titles.Unasked(original, content, country, professions))
        {
            yield return Remark.Error("professions", "regulated-unasked", unasked.Names.In(original.Language).Both);
        }
        if (asked.Exists(one => Regulated(one, country)) && asked.Find(one => !Regulated(one, country)) is { } open)
        {
            yield return Remark.Warning(
                "professions",
                "regulated-mixed",
                asked.Find(one => Regulated(one, country))!.Names.In(original.Language).Both,
                open.Names.In(original.Language).Both
            );
        }
    }

    private static bool Regulated(ProfessionEntry entry, string country) => entry.Profession.Regulated.Contains(country);

    private static IEnumerable<Remark> OfDates(ListingContent content, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (content.Details is ShiftDetails shift)
        {
            if (shift.StartsAt <= now)
            {
                yield return Remark.Error("startsAt", "starts-in-past");
            }
            yield break;
        }
        if (content.Details is CommunityProjectDetails project)
        {
            if (project.OpensOn is null && project.Stage != ProjectStage.Idea)
            {
                yield return Remark.Warning("opensOn", "date-missing");
            }
            yield break;
        }
        if (content.Until < today)
        {
            yield return Remark.Error("until", "ended");
        }
        else if (content.From is null && !content.FlexibleDates && content.Details is not LocumDetails)
        {
            yield return Remark.Warning("from", "date-missing");
        }
    }

    // Directive (EU) 2023/970 is about employment; for the fees of the self-employed and for rents it is fairness.
    private static IEnumerable<Remark> OfPay(ListingContent content)
    {
        if (content.Details is LocumDetails { Fee: null } or PartnershipDetails { Fee: null, MonthlyChargesCents: null })
        {
            yield return Remark.Warning("fee", "fee-missing");
        }
        if (content.Details is PremisesDetails { RentCents: null })
        {
            yield return Remark.Warning("rentCents", "rent-missing");
        }
        // An hour, day, month or year in euro: a slip of a unit is far outside of these.
        if (content.Pay is { } pay && Usual(pay.Unit) is var (least, most) && (pay.MinCents < least * 100 || pay.MaxCents > most * 100))
        {
            yield return Remark.Warning("pay", "pay-unusual");
        }
    }

    private static (int Least, int Most) Usual(PayUnit unit) =>
        unit switch
        {
            PayUnit.Hour => (9, 250),
            PayUnit.Day => (60, 2_500),
            PayUnit.Month => (400, 20_000),
            _ => (5_000, 250_000),
        };

    private async Task<Listing?> FindTwinAsync(ListingForm form, ListingContent content, DateTime now, CancellationToken cancellation)
    {
        // A new listing takes its form's id: a button pressed twice must not warn of the listing that the first press made.
        var (organisation, account, kind, own) = (form.OrganisationId, form.AccountId, form.Kind, form.ListingId ?? form.Id);
        var others = await db
            .Listings.AsNoTracking()
            .Where(one =>
                one.Kind == kind
                && one.Id != own
                && (organisation == null ? one.OrganisationId == null && one.AccountId == account : one.OrganisationId == organisation)
                && (one.Status == ListingStatus.InReview || one.Status == ListingStatus.Live && one.ExpiresAt > now)
            )
            .OrderByDescending(one => one.CreatedAt)
            .Take(200)
            .ToListAsync(cancellation);
        // Two shifts of one ward are two shifts: only the same hours are the same shift.
        return others.Find(one => IsTwin(one, content));
    }

    private static bool IsTwin(Listing one, ListingContent content)
    {
        if (one.Details is ShiftDetails there && content.Details is ShiftDetails here && there.StartsAt != here.StartsAt)
        {
            return false;
        }
        var similar = Similarity(one.Texts[0].Title, content.Texts[0].Title) >= SimilarTitles;
        return one.CommuneCode == content.CommuneCode && (similar || one.Professions.Intersect(content.Professions).Any() && SameStart(one, content));
    }

    private static bool SameStart(Listing one, ListingContent content) =>
        one.From == content.From && one.Specialties.ToHashSet().SetEquals(content.Specialties);

    /// <summary>Shared words over all words of two titles, 0 to 1.</summary>
    private static double Similarity(string one, string other)
    {
        HashSet<string> words = [.. Folding.Fold(one).Split(' ')];
        HashSet<string> others = [.. Folding.Fold(other).Split(' ')];
        var all = words.Union(others).Count();
        return all == 0 ? 0 : (double)words.Intersect(others).Count() / all;
    }
}
