using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Matching;

/// <summary>
/// Open life projects and everything that can be offered to them, held in the process in packed columns. The database is the
/// truth and this its reading; <see cref="MatchIndexFeed"/> keeps it fresh. Whoever asks awaits <see cref="ReadyAsync"/> first.
/// Columns find and rank; the reasons of what is handed out come from <see cref="MatchRules"/>.
/// </summary>
public sealed class MatchIndex(Gazetteer gazetteer, ProfessionCatalogue professions) : IDisposable
{
    private const int WidenedAtOnce = 5000;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MatchColumns columns = new(gazetteer);

    // Until the crowd was counted nobody is told a profession: cards are made of nobody.
    private Widening widening = new(CardCrowd.Empty, professions);
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
    public int ProjectCount => Reading(held => held.Seekers.Count);

    /// <summary>How many offers there are, expired ones among them until they close.</summary>
    public int OfferCount => Reading(held => held.Offers.Count);

    /// <summary>The ids of all open projects, for whoever goes through all.</summary>
    public IReadOnlyList<Guid> Projects => Reading(held => held.Seekers.Ids.ToList());

    /// <summary>The best offers for a stored project, best first; none when it is not open.</summary>
    public IReadOnlyList<Matched> OffersFor(Guid project, int most, DateTime now, OfferKind? only = null) =>
        Reading(held =>
        {
            var row = OpenRow(held, project, now);
            return row < 0 ? [] : Offered(held, held.Seekers[row], held.BestOffers(held.Seekers[row], AskerOf(held, row), most, now, only));
        });

    /// <summary>The best offers for wishes that are not stored yet.</summary>
    public IReadOnlyList<Matched> OffersFor(LifeWishes wishes, int most, DateTime now) =>
        Reading(held =>
        {
            var seeker = held.Pack(Seeker.Of(wishes, gazetteer));
            return Offered(held, seeker, held.BestOffers(seeker, Asker.Nobody, most, now, only: null));
        });

    /// <summary>The ids of the best listings for a stored project, without reasons.</summary>
    public IReadOnlyList<Guid> ListingsFor(Guid project, int most, DateTime now) =>
        Reading(held =>
        {
            var row = OpenRow(held, project, now);
            return row < 0
                ? []
                : held.BestOffers(held.Seekers[row], AskerOf(held, row), most, now, OfferKind.Listing).ConvertAll(one => held.Offers[one.Row].Id);
        });

    /// <summary>How many offers fit a stored project.</summary>
    public int CountOffersFor(Guid project, DateTime now) =>
        Reading(held =>
        {
            var row = OpenRow(held, project, now);
            return row < 0 ? 0 : held.CountOffers(held.Seekers[row], AskerOf(held, row), now);
        });

    /// <summary>How many offers fit wishes.</summary>
    public int CountOffersFor(LifeWishes wishes, DateTime now) => Reading(held => held.CountOffers(held.Pack(Seeker.Of(wishes, gazetteer)), Asker.Nobody, now));

    /// <summary>For each wish that costs something, how many more offers would fit without it; the dearest first.</summary>
    public IReadOnlyList<WishCost> CostsOf(Guid project, DateTime now) =>
        Reading(held =>
        {
            var row = OpenRow(held, project, now);
            return row < 0 ? [] : Costs(held, held.Seekers[row].Unpack(), AskerOf(held, row), now);
        });

    /// <summary>For each wish that costs something, how many more offers would fit without it; the dearest first.</summary>
    public IReadOnlyList<WishCost> CostsOf(LifeWishes wishes, DateTime now) => Reading(held => Costs(held, Seeker.Of(wishes, gazetteer), Asker.Nobody, now));

    /// <summary>The projects that fit a listing and that the viewer may see, best first, with reasons from what their cards show.</summary>
    public IReadOnlyList<Matched> ProjectsFor(Guid listing, int most, Viewer viewer, DateTime now) =>
        Reading(held =>
        {
            var row = held.Offers.RowOf(listing);
            return row < 0 || held.Offers[row].Expires <= now.Ticks ? [] : Seekers(held, held.Offers[row].Unpack(), most, viewer, now);
        });

    /// <summary>The projects of which a zone holds one of these communes or areas, best first, each with the commune that fits it best.</summary>
    public IReadOnlyList<Matched> ProjectsForTerritory(IReadOnlyList<string> places, int most, Viewer viewer, DateTime now)
    {
        var communes = places
            .SelectMany(code => gazetteer.Commune(code) is { } commune ? [commune] : gazetteer.CommunesOf(code))
            .DistinctBy(commune => commune.Code)
            .OrderBy(commune => commune.Code, StringComparer.Ordinal);
        return Reading(held =>
        {
            var offers = communes.Select(commune => OfferReader.Of(held.WelcomeOf(commune.Code), commune)).ToList();
            return held.BestSeekers(offers, viewer, most, now).ConvertAll(one => Sought(held, one.Offer, one.Key, one.Row));
        });
    }

    /// <summary>The projects of which a zone holds the place of the viewer, whatever it looks for.</summary>
    public IReadOnlyList<Matched> ProjectsForOrganisation(int most, Viewer viewer, DateTime now) =>
        Reading(held =>
            gazetteer.Commune(viewer.CommuneCode) is { } commune
                ? Seekers(held, OfferReader.Of(held.WelcomeOf(commune.Code), commune) with { Professions = [] }, most, viewer, now)
                : []
        );

    /// <summary>The projects that fit a founder's project.</summary>
    public IReadOnlyList<Matched> ProjectsForFounder(Guid founder, int most, Viewer viewer, DateTime now) =>
        Reading(held => held.OfFounder(founder) is { } offer ? Seekers(held, offer, most, viewer, now) : []);

    /// <summary>All open projects that a listing fits, whoever may see them: to tell their owners.</summary>
    public IReadOnlyList<Guid> OwnersToTell(Guid listing, DateTime now) =>
        Reading(held =>
        {
            var row = held.Offers.RowOf(listing);
            return row < 0 || held.Offers[row].Expires <= now.Ticks ? [] : held.AllSeekers(row, now);
        });

    /// <summary>What rules ask of a project as its card shows it; null when it is not open.</summary>
    public Seeker? ShownSeeker(Guid project) => Reading(held => held.Seekers.RowOf(project) is >= 0 and var row ? held.Seekers.AsShown(row).Unpack() : null);

    /// <summary>The facts of a listing; null when it is not live.</summary>
    public Offer? OfferOf(Guid listing) => Reading(held => held.Offers.RowOf(listing) is >= 0 and var row ? held.Offers[row].Unpack() : null);

    /// <summary>The facts of a founder's project; null when it looks for nobody.</summary>
    public Offer? OfferOfProject(Guid project) => Reading(held => held.OfFounder(project));

    /// <summary>The facts of a commune, whatever it answered; null when there is none.</summary>
    public Offer? OfferOfCommune(string code) => Reading(held => gazetteer.Commune(code) is { } commune ? OfferReader.Of(held.WelcomeOf(code), commune) : null);

    /// <summary>Replaces everything by this, and is ready. Until then the old answers are given.</summary>
    public void Load(IEnumerable<OfferedListing> rows, IEnumerable<KeyValuePair<string, WelcomeAnswers>> answers, IEnumerable<OpenProject> open)
    {
        var fresh = new MatchColumns(gazetteer);
        fresh.Seekers.Use(widening, 0, 0);
        foreach (var (code, one) in answers)
        {
            fresh.Put(code, one, []);
        }
        foreach (var row in rows)
        {
            fresh.Put(row);
        }
        foreach (var project in open)
        {
            fresh.Put(project);
        }
        fresh.Seekers.Settle();
        Writing(() => columns = fresh);
        ready.TrySetResult();
    }

    /// <summary>Puts listings in, in place of what stood there, and takes others out.</summary>
    public void ApplyListings(IReadOnlyList<OfferedListing> rows, IReadOnlyList<Guid> removed) =>
        Writing(() =>
        {
            foreach (var id in removed)
            {
                columns.Offers.Remove(id);
            }
            foreach (var row in rows)
            {
                columns.Put(row);
            }
        });

    /// <summary>Puts open projects in, and takes others out.</summary>
    public void ApplyProjects(IReadOnlyList<OpenProject> open, IReadOnlyList<Guid> removed) =>
        Writing(() =>
        {
            foreach (var id in removed)
            {
                columns.Remove(id);
            }
            foreach (var project in open)
            {
                columns.Put(project);
            }
            columns.Seekers.Settle();
        });

    /// <summary>Takes what a commune answers, null when it answers nothing any more, with the listings that are there.</summary>
    public void ApplyWelcome(string commune, WelcomeAnswers? answers, IReadOnlyList<OfferedListing> there) =>
        Writing(() => columns.Put(commune, answers, there));

    /// <summary>Cards show from now on what this crowd shares, and so do the matches of those who look at cards.</summary>
    public void UseCrowd(CardCrowd crowd)
    {
        if (ReferenceEquals(widening.Crowd, crowd))
        {
            return;
        }
        var cards = new Widening(crowd, professions);
        Writing(() => widening = cards);
        for (var next = 0; next >= 0; )
        {
            var from = next;
            Writing(() => next = columns.Seekers.Use(cards, from, WidenedAtOnce));
        }
    }

    /// <summary>What to do when somebody asks before anything was read.</summary>
    public void OnWake(Action read) => wake = read;

    public void Dispose() => gate.Dispose();

    private static int OpenRow(MatchColumns held, Guid project, DateTime now) =>
        held.Seekers.RowOf(project) is >= 0 and var row && held.Seekers.OwnerOf(row).Expires > now.Ticks ? row : -1;

    private static Asker AskerOf(MatchColumns held, int row)
    {
        var owner = held.Seekers.OwnerOf(row);
        return new Asker(owner.Account, owner.TieKey, held.Seekers.HiddenPeople(row));
    }

    private static List<Matched> Seekers(MatchColumns held, Offer offer, int most, Viewer viewer, DateTime now) =>
        held.BestSeekers(offer, viewer, most, now).ConvertAll(one => Sought(held, offer, one.Key, one.Row));

    // Rows are copied: what is compared later is what was found, whatever has changed in between.
    private static Matched Sought(MatchColumns held, Offer offer, int key, int row)
    {
        var seeker = held.Seekers.AsShown(row);
        return new Matched(
            offer.Kind,
            held.Seekers.OwnerOf(row).Project,
            offer.CommuneCode,
            PairScore.ShareOf(key),
            () => MatchRules.Of(offer, seeker.Unpack())
        );
    }

    private static List<Matched> Offered(MatchColumns held, SeekerRow seeker, List<(int Key, int Row)> best) =>
        best.ConvertAll(one =>
        {
            var offer = held.Offers[one.Row];
            return new Matched(offer.Kind, offer.Id, offer.Commune, PairScore.ShareOf(one.Key), () => MatchRules.Of(offer.Unpack(), seeker.Unpack()));
        });

    private static List<WishCost> Costs(MatchColumns held, Seeker seeker, Asker asker, DateTime now)
    {
        var have = held.CountOffers(held.Pack(seeker), asker, now);
        return
        [
            .. MatchRules
                .All.Select(criterion => (criterion, Without: MatchRules.Without(seeker, criterion)))
                .Where(one => one.Without is not null)
                .Select(one => new WishCost(one.criterion, held.CountOffers(held.Pack(one.Without!), asker, now) - have))
                .Where(cost => cost.More > 0)
                .OrderByDescending(cost => cost.More)
                .ThenBy(cost => cost.Criterion),
        ];
    }

    private T Reading<T>(Func<MatchColumns, T> question)
    {
        gate.EnterReadLock();
        try
        {
            return question(columns);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    private void Writing(Action change)
    {
        gate.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
