using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Places;

namespace Releve.Core.Tests.Matching;

/// <summary>Matching without any cleverness: every pair, by the rules. What the columns must answer.</summary>
internal sealed class PlainMatching(Gazetteer gazetteer, Func<OpenProject, Seeker> shown)
{
    public Dictionary<Guid, OfferedListing> Listings { get; } = [];
    public Dictionary<string, WelcomeAnswers> Welcomes { get; } = [];
    public Dictionary<Guid, OpenProject> Projects { get; } = [];

    public List<Matched> OffersFor(Seeker seeker, OpenProject? project, Guid viewer, int most, DateTime now) =>
        [
            .. Offers(project, now)
                .Select(offer => (Offer: offer, Fit: MatchRules.Of(offer, seeker)))
                .Where(pair => pair.Fit.Fits)
                .OrderByDescending(pair => pair.Fit.Share)
                .ThenByDescending(pair => pair.Fit.Points)
                .ThenBy(pair => Tie.Of(viewer, pair.Offer.Kind == OfferKind.Commune ? Tie.OfCommune(pair.Offer.CommuneCode) : pair.Offer.Id))
                .Take(most)
                .Select(pair => new Matched(pair.Offer.Kind, pair.Offer.Id, pair.Offer.CommuneCode, pair.Fit.Share, () => pair.Fit)),
        ];

    public List<Matched> ProjectsFor(IReadOnlyList<Offer> offers, Viewer viewer, int most, DateTime now) =>
        [
            .. Projects
                .Values.Where(open => open.Anonymous && open.ExpiresAt > now && MayMeet.Allows(open.AccountId, open.HiddenFrom, open.HiddenFromPeople, viewer))
                .Select(open => (Open: open, Best: BestOf(offers, shown(open))))
                .Where(pair => pair.Best.Fit is { Fits: true })
                .OrderByDescending(pair => pair.Best.Fit.Share)
                .ThenByDescending(pair => pair.Best.Fit.Points)
                .ThenBy(pair => Tie.Of(viewer.Id, pair.Open.Id))
                .Take(most)
                .Select(pair => new Matched(pair.Best.Offer.Kind, pair.Open.Id, pair.Best.Offer.CommuneCode, pair.Best.Fit.Share, () => pair.Best.Fit)),
        ];

    public Offer? OfferOf(Guid listing, DateTime now) => Listings.TryGetValue(listing, out var row) && row.ExpiresAt > now ? Of(row) : null;

    public Offer OfPlace(string code) => OfferReader.Of(Welcomes.GetValueOrDefault(code), gazetteer.Commune(code)!);

    private static (Offer Offer, Fit Fit) BestOf(IReadOnlyList<Offer> offers, Seeker seeker) =>
        offers
            .Select(offer => (offer, fit: MatchRules.Of(offer, seeker)))
            .Where(pair => pair.fit.Fits)
            .OrderByDescending(pair => pair.fit.Share)
            .ThenByDescending(pair => pair.fit.Points)
            .ThenBy(pair => pair.offer.CommuneCode, StringComparer.Ordinal)
            .FirstOrDefault();

    private IEnumerable<Offer> Offers(OpenProject? project, DateTime now) =>
        Listings
            .Values.Where(row => row.ExpiresAt > now && (project is null || row.AccountId != project.AccountId))
            .Select(Of)
            .Concat(Welcomes.Where(pair => pair.Value.ProfessionsSought.Length > 0).Select(pair => OfPlace(pair.Key)))
            .Concat(Projects.Values.Where(founder => IsOffered(founder, project, now)).Select(OfFounder));

    private static bool IsOffered(OpenProject founder, OpenProject? project, DateTime now) =>
        founder.Wishes.Founds
        && founder.Anonymous
        && founder.ExpiresAt > now
        && (
            project is null
            || (
                founder.AccountId != project.AccountId
                && !founder.HiddenFromPeople.Contains(project.AccountId)
                && !project.HiddenFromPeople.Contains(founder.AccountId)
            )
        );

    private Offer Of(OfferedListing row) => OfferReader.Of(row, Welcomes.GetValueOrDefault(row.CommuneCode), gazetteer.Commune(row.CommuneCode)!);

    private Offer OfFounder(OpenProject open) =>
        OfferReader.Of(open.Id, open.Wishes, Welcomes.GetValueOrDefault(open.Wishes.FoundsAt!), gazetteer.Commune(open.Wishes.FoundsAt)!);
}
