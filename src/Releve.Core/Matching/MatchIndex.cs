using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Places;

namespace Releve.Core.Matching;

/// <summary>
/// Open life projects and everything that can be offered to them, held in the process. The database is the truth and this
/// its reading; <see cref="MatchIndexFeed"/> keeps it fresh. Whoever asks awaits <see cref="ReadyAsync"/> first.
/// </summary>
public sealed class MatchIndex(Gazetteer gazetteer)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<Guid, OfferedListing> listings = [];
    private readonly Dictionary<string, WelcomeAnswers> welcomes = [];
    private readonly Dictionary<Guid, OpenProject> projects = [];
    private Action? wake;

    /// <summary>Ends once everything was read; asking for it begins the reading where nobody needed it before.</summary>
    public Task ReadyAsync
    {
        get
        {
            wake?.Invoke();
            return ready.Task;
        }
    }

    /// <summary>True once everything was read.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>How many open projects there are, expired ones among them until they pause.</summary>
    public int ProjectCount => projects.Count;

    /// <summary>How many listings there are, expired ones among them until they close.</summary>
    public int ListingCount => listings.Count;

    /// <summary>The best offers for a stored project, best first; none when it is not open.</summary>
    public IReadOnlyList<Matched> OffersFor(Guid project, int most, DateTime now)
    {
        lock (gate)
        {
            return projects.TryGetValue(project, out var open) && open.ExpiresAt > now ? Best(Seeker.Of(open.Wishes, gazetteer), open, project, most, now) : [];
        }
    }

    /// <summary>The best offers for wishes that are not stored yet.</summary>
    public IReadOnlyList<Matched> OffersFor(LifeWishes wishes, int most, DateTime now)
    {
        lock (gate)
        {
            return Best(Seeker.Of(wishes, gazetteer), project: null, Guid.Empty, most, now);
        }
    }

    /// <summary>How many offers fit wishes.</summary>
    public int CountOffersFor(LifeWishes wishes, DateTime now)
    {
        lock (gate)
        {
            return Count(Seeker.Of(wishes, gazetteer), project: null, now);
        }
    }

    /// <summary>For each wish that costs something, how many more offers would fit without it; the dearest first.</summary>
    public IReadOnlyList<WishCost> CostsOf(Guid project, DateTime now)
    {
        lock (gate)
        {
            return projects.TryGetValue(project, out var open) ? Costs(open.Wishes, open, now) : [];
        }
    }

    /// <summary>For each wish that costs something, how many more offers would fit without it; the dearest first.</summary>
    public IReadOnlyList<WishCost> CostsOf(LifeWishes wishes, DateTime now)
    {
        lock (gate)
        {
            return Costs(wishes, project: null, now);
        }
    }

    /// <summary>The projects that fit a listing and that the viewer may see, best first.</summary>
    public IReadOnlyList<Matched> ProjectsFor(Guid listing, int most, Viewer viewer, DateTime now)
    {
        lock (gate)
        {
            return listings.TryGetValue(listing, out var held) && held.ExpiresAt > now && OfListing(held) is { } offer ? Best([offer], viewer, most, now) : [];
        }
    }

    /// <summary>The projects of which a zone holds one of these communes or areas, best first, each with the commune that fits it best.</summary>
    public IReadOnlyList<Matched> ProjectsForTerritory(IReadOnlyList<string> places, int most, Viewer viewer, DateTime now)
    {
        var communes = places.SelectMany(code => gazetteer.Commune(code) is { } commune ? [commune] : gazetteer.CommunesOf(code)).DistinctBy(one => one.Code);
        lock (gate)
        {
            return Best([.. communes.Select(commune => OfferReader.Of(welcomes.GetValueOrDefault(commune.Code), commune))], viewer, most, now);
        }
    }

    /// <summary>The projects of which a zone holds the place of the viewer, whatever it looks for.</summary>
    public IReadOnlyList<Matched> ProjectsForOrganisation(int most, Viewer viewer, DateTime now)
    {
        lock (gate)
        {
            return gazetteer.Commune(viewer.CommuneCode) is { } commune
                ? Best([OfferReader.Of(welcomes.GetValueOrDefault(commune.Code), commune) with { Professions = [] }], viewer, most, now)
                : [];
        }
    }

    /// <summary>The projects that fit a founder's project.</summary>
    public IReadOnlyList<Matched> ProjectsForFounder(Guid founder, int most, Viewer viewer, DateTime now)
    {
        lock (gate)
        {
            return projects.TryGetValue(founder, out var open) && OfFounder(open) is { } offer ? Best([offer], viewer, most, now) : [];
        }
    }

    /// <summary>The facts of a listing; null when it is not live.</summary>
    public Offer? OfferOf(Guid listing)
    {
        lock (gate)
        {
            return listings.TryGetValue(listing, out var held) ? OfListing(held) : null;
        }
    }

    /// <summary>The facts of a founder's project; null when it looks for nobody.</summary>
    public Offer? OfferOfProject(Guid project)
    {
        lock (gate)
        {
            return projects.TryGetValue(project, out var open) ? OfFounder(open) : null;
        }
    }

    /// <summary>The facts of a commune, whatever it answered; null when there is none.</summary>
    public Offer? OfferOfCommune(string code)
    {
        lock (gate)
        {
            return gazetteer.Commune(code) is { } commune ? OfferReader.Of(welcomes.GetValueOrDefault(code), commune) : null;
        }
    }

    /// <summary>Replaces everything by this, and is ready.</summary>
    public void Load(IEnumerable<OfferedListing> rows, IEnumerable<KeyValuePair<string, WelcomeAnswers>> answers, IEnumerable<OpenProject> open)
    {
        lock (gate)
        {
            listings.Clear();
            welcomes.Clear();
            projects.Clear();
            foreach (var (code, one) in answers)
            {
                welcomes[code] = one;
            }
            foreach (var row in rows)
            {
                listings[row.Id] = row;
            }
            foreach (var project in open)
            {
                projects[project.Id] = project;
            }
        }
        ready.TrySetResult();
    }

    /// <summary>Puts listings in, in place of what stood there, and takes others out.</summary>
    public void ApplyListings(IReadOnlyList<OfferedListing> rows, IReadOnlyList<Guid> removed)
    {
        lock (gate)
        {
            foreach (var id in removed)
            {
                listings.Remove(id);
            }
            foreach (var row in rows)
            {
                listings[row.Id] = row;
            }
        }
    }

    /// <summary>Puts open projects in, and takes others out.</summary>
    public void ApplyProjects(IReadOnlyList<OpenProject> open, IReadOnlyList<Guid> removed)
    {
        lock (gate)
        {
            foreach (var id in removed)
            {
                projects.Remove(id);
            }
            foreach (var project in open)
            {
                projects[project.Id] = project;
            }
        }
    }

    /// <summary>Takes what a commune answers; null when it answers nothing any more.</summary>
    public void ApplyWelcome(string commune, WelcomeAnswers? answers)
    {
        lock (gate)
        {
            if (answers is null)
            {
                welcomes.Remove(commune);
            }
            else
            {
                welcomes[commune] = answers;
            }
        }
    }

    /// <summary>What to do when somebody asks before anything was read.</summary>
    public void OnWake(Action read) => wake = read;

    private IReadOnlyList<Matched> Best(Seeker seeker, OpenProject? project, Guid viewer, int most, DateTime now) =>
        [
            .. Offers(project, now)
                .Select(offer => (Offer: offer, Fit: MatchRules.Of(offer, seeker)))
                .Where(pair => pair.Fit.Fits)
                .OrderByDescending(pair => pair.Fit.Share)
                .ThenByDescending(pair => pair.Fit.Points)
                .ThenBy(pair => Tie.Of(viewer, TieOf(pair.Offer)))
                .Take(most)
                .Select(pair => new Matched(pair.Offer.Kind, pair.Offer.Id, pair.Offer.CommuneCode, pair.Fit)),
        ];

    private int Count(Seeker seeker, OpenProject? project, DateTime now) => Offers(project, now).Count(offer => MatchRules.Of(offer, seeker).Fits);

    private IReadOnlyList<WishCost> Costs(LifeWishes wishes, OpenProject? project, DateTime now)
    {
        var have = Count(Seeker.Of(wishes, gazetteer), project, now);
        return
        [
            .. MatchRules
                .All.Select(criterion => (criterion, Without: MatchRules.Without(wishes, criterion)))
                .Where(one => one.Without is not null)
                .Select(one => new WishCost(one.criterion, Count(Seeker.Of(one.Without!, gazetteer), project, now) - have))
                .Where(cost => cost.More > 0)
                .OrderByDescending(cost => cost.More)
                .ThenBy(cost => cost.Criterion),
        ];
    }

    private IReadOnlyList<Matched> Best(IReadOnlyList<Offer> offers, Viewer viewer, int most, DateTime now) =>
        [
            .. projects
                .Values.Where(open => open.Anonymous && open.ExpiresAt > now && MayMeet.Allows(open.AccountId, open.HiddenFrom, open.HiddenFromPeople, viewer))
                .Select(open => (Open: open, Best: BestOf(offers, Seeker.Of(open.Wishes, gazetteer))))
                .Where(pair => pair.Best.Fit is { Fits: true })
                .OrderByDescending(pair => pair.Best.Fit.Share)
                .ThenByDescending(pair => pair.Best.Fit.Points)
                .ThenBy(pair => Tie.Of(viewer.Id, pair.Open.Id))
                .Take(most)
                .Select(pair => new Matched(pair.Best.Offer.Kind, pair.Open.Id, pair.Best.Offer.CommuneCode, pair.Best.Fit)),
        ];

    private static (Offer Offer, Fit Fit) BestOf(IReadOnlyList<Offer> offers, Seeker seeker) =>
        offers
            .Select(offer => (offer, fit: MatchRules.Of(offer, seeker)))
            .Where(pair => pair.fit.Fits)
            .OrderByDescending(pair => pair.fit.Share)
            .ThenByDescending(pair => pair.fit.Points)
            .ThenBy(pair => pair.offer.CommuneCode, StringComparer.Ordinal)
            .FirstOrDefault();

    private IEnumerable<Offer> Offers(OpenProject? project, DateTime now)
    {
        foreach (var row in listings.Values)
        {
            if (row.ExpiresAt > now && (project is null || row.AccountId != project.AccountId) && OfListing(row) is { } offer)
            {
                yield return offer;
            }
        }
        foreach (var (code, answers) in welcomes)
        {
            if (answers.ProfessionsSought.Length > 0 && gazetteer.Commune(code) is { } commune)
            {
                yield return OfferReader.Of(answers, commune);
            }
        }
        foreach (var founder in projects.Values)
        {
            if (
                founder.Anonymous
                && founder.ExpiresAt > now
                && founder.Id != project?.Id
                && (project is null || (!founder.HiddenFromPeople.Contains(project.AccountId) && !project.HiddenFromPeople.Contains(founder.AccountId)))
                && OfFounder(founder) is { } offer
            )
            {
                yield return offer;
            }
        }
    }

    private Offer? OfListing(OfferedListing row) =>
        gazetteer.Commune(row.CommuneCode) is { } commune ? OfferReader.Of(row, welcomes.GetValueOrDefault(row.CommuneCode), commune) : null;

    private Offer? OfFounder(OpenProject open) =>
        open.Wishes.Founds && gazetteer.Commune(open.Wishes.FoundsAt) is { } commune
            ? OfferReader.Of(open.Id, open.Wishes, welcomes.GetValueOrDefault(commune.Code), commune)
            : null;

    private static Guid TieOf(Offer offer) => offer.Kind == OfferKind.Commune ? Tie.OfCommune(offer.CommuneCode) : offer.Id;
}
