using System.Collections.Concurrent;
using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Places;

namespace Releve.Core.Matching;

/// <summary>Both sides packed, and the questions asked of them. Whoever changes it is alone with it.</summary>
internal sealed class MatchColumns(Gazetteer gazetteer)
{
    private readonly Interned interned = new();
    private readonly Dictionary<string, WelcomeAnswers> welcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, OpenProject> founders = [];
    private readonly ConcurrentBag<MatchRun> idle = [];
    private OfferColumns? offers;
    private SeekerColumns? seekers;

    public OfferColumns Offers => offers ??= new OfferColumns(interned);
    public SeekerColumns Seekers => seekers ??= new SeekerColumns(interned);

    /// <summary>What a commune answers; null when it answers nothing.</summary>
    public WelcomeAnswers? WelcomeOf(string commune) => welcomes.GetValueOrDefault(commune);

    public void Put(OfferedListing listing)
    {
        if (gazetteer.Commune(listing.CommuneCode) is not { } commune)
        {
            Offers.Remove(listing.Id);
            return;
        }
        Offers.Put(OfferReader.Of(listing, WelcomeOf(commune.Code), commune), listing.ExpiresAt, listing.AccountId ?? Guid.Empty);
    }

    public void Put(OpenProject project)
    {
        Remove(project.Id);
        Seekers.Put(project, Seeker.Of(project.Wishes, gazetteer), CoarsePlaces.Of(project.Wishes.Zones, gazetteer));
        if (project.Wishes.Founds)
        {
            founders.Add(project.Id, project);
            PutFounder(project);
        }
    }

    public void Remove(Guid project)
    {
        Seekers.Remove(project);
        if (founders.Remove(project))
        {
            Offers.Remove(project);
        }
    }

    /// <summary>Takes what a commune answers, with the listings that are there: they say what it says.</summary>
    public void Put(string code, WelcomeAnswers? answers, IReadOnlyList<OfferedListing> there)
    {
        if (answers is null)
        {
            welcomes.Remove(code);
        }
        else
        {
            welcomes[code] = answers;
        }
        if (answers?.ProfessionsSought.Length > 0 && gazetteer.Commune(code) is { } commune)
        {
            Offers.Put(OfferReader.Of(answers, commune), DateTime.MaxValue);
        }
        else
        {
            Offers.Remove(Tie.OfCommune(code));
        }
        foreach (var listing in there)
        {
            Put(listing);
        }
        foreach (var founder in founders.Values.Where(one => one.Wishes.FoundsAt == code))
        {
            PutFounder(founder);
        }
    }

    /// <summary>The facts of a carer's project that looks for partners; null when there is none.</summary>
    public Offer? OfFounder(Guid project) => founders.TryGetValue(project, out var founder) ? OfFounder(founder) : null;

    /// <summary>A seeker packed.</summary>
    public SeekerRow Pack(Seeker seeker) => SeekerRow.Of(seeker, interned);

    /// <summary>The best offers for a seeker, best first.</summary>
    public List<(int Key, int Row)> BestOffers(in SeekerRow seeker, Asker asker, int most, DateTime now, OfferKind? only)
    {
        var run = Take();
        run.Best.Begin(most);
        Offers.Reach(seeker, run);
        foreach (var row in run.Rows)
        {
            var key = Rank(row, seeker, asker, run, now.Ticks, only);
            if (key != PairScore.Out && run.Best.Wants(key))
            {
                run.Best.Add(key, Tie.Of(asker.TieKey, Offers[row].TieKey), row);
            }
        }
        List<(int, int)> best = [.. run.Best.Ordered()];
        idle.Add(run);
        return best;
    }

    /// <summary>How many offers fit a seeker.</summary>
    public int CountOffers(in SeekerRow seeker, Asker asker, DateTime now)
    {
        var run = Take();
        Offers.Reach(seeker, run);
        var count = 0;
        foreach (var row in run.Rows)
        {
            count += Rank(row, seeker, asker, run, now.Ticks, only: null) == PairScore.Out ? 0 : 1;
        }
        idle.Add(run);
        return count;
    }

    /// <summary>The best projects for an offer that a viewer may see, best first.</summary>
    public List<(int Key, int Row)> BestSeekers(Offer offer, Viewer viewer, int most, DateTime now)
    {
        var run = Take();
        Ask(run, Pack(offer), viewer, most, now);
        List<(int, int)> best = [.. run.Best.Ordered()];
        idle.Add(run);
        return best;
    }

    /// <summary>The best projects for any of several places that a viewer may see, each with the place that fits it best.</summary>
    public List<(Offer Offer, int Key, int Row)> BestSeekers(IReadOnlyList<Offer> places, Viewer viewer, int most, DateTime now)
    {
        var (run, bestOf) = (Take(), new Dictionary<int, (int Key, int Place)>());
        for (var place = 0; place < places.Count; place++)
        {
            // The best of all places are among the best of each.
            Ask(run, Pack(places[place]), viewer, most, now);
            foreach (var (key, row) in run.Best.Ordered())
            {
                if (!bestOf.TryGetValue(row, out var known) || key > known.Key)
                {
                    bestOf[row] = (key, place);
                }
            }
        }
        run.Best.Begin(most);
        foreach (var (row, (key, _)) in bestOf)
        {
            run.Best.Add(key, Tie.Of(run.TieKey, Seekers.OwnerOf(row).TieKey), row);
        }
        List<(Offer, int, int)> best = [.. run.Best.Ordered().Select(one => (places[bestOf[one.Row].Place], one.Key, one.Row))];
        idle.Add(run);
        return best;
    }

    /// <summary>All open projects that an offer fits, whether shown or not.</summary>
    public List<Guid> AllSeekers(int offerRow, DateTime now)
    {
        var run = Take();
        Ask(run, Offers[offerRow], viewer: null, most: 0, now);
        var fitting = new List<Guid>(run.Count);
        foreach (var row in run.Rows)
        {
            fitting.Add(Seekers.OwnerOf(row).Project);
        }
        idle.Add(run);
        return fitting;
    }

    private void Ask(MatchRun run, in OfferRow offer, Viewer? viewer, int most, DateTime now)
    {
        (run.Offer, run.Viewer, run.Now) = (offer, viewer, now.Ticks);
        run.TieKey = viewer is null ? 0 : Tie.KeyOf(viewer.Id);
        run.Best.Begin(most);
        Seekers.Reach(run);
    }

    /// <summary>An offer packed for one question.</summary>
    private OfferRow Pack(Offer offer) => OfferRow.Of(offer, interned, DateTime.MaxValue, Guid.Empty);

    private int Rank(int row, in SeekerRow seeker, Asker asker, MatchRun run, long now, OfferKind? only)
    {
        ref readonly var offer = ref Offers[row];
        if (offer.Expires <= now || (offer.Owner == asker.Account && asker.Account != Guid.Empty) || (only is { } kind && offer.Kind != kind))
        {
            return PairScore.Out;
        }
        return offer.Kind == OfferKind.Project && !MayMeet(offer, asker) ? PairScore.Out : Offers.Score(row, seeker, run);
    }

    /// <summary>Founders and those who seek hide from each other if either wishes so.</summary>
    private bool MayMeet(in OfferRow founder, Asker asker) =>
        !founders[founder.Id].HiddenFromPeople.Contains(asker.Account) && !asker.HiddenFromPeople.Contains(founder.Owner);

    private void PutFounder(OpenProject founder)
    {
        if (founder.Anonymous && OfFounder(founder) is { } offer)
        {
            Offers.Put(offer, founder.ExpiresAt, founder.AccountId);
        }
    }

    private Offer? OfFounder(OpenProject founder) =>
        gazetteer.Commune(founder.Wishes.FoundsAt) is { } commune ? OfferReader.Of(founder.Id, founder.Wishes, WelcomeOf(commune.Code), commune) : null;

    private MatchRun Take() => idle.TryTake(out var run) ? run : new MatchRun();
}

/// <summary>Who asks for offers: nobody yet, where wishes are not stored.</summary>
internal readonly record struct Asker(Guid Account, ulong TieKey, IReadOnlyList<Guid> HiddenFromPeople)
{
    public static Asker Nobody { get; } = new(Guid.Empty, Tie.KeyOf(Guid.Empty), []);
}
