using FsCheck;
using FsCheck.Fluent;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Professions;
using Releve.Core.Tests.Places;
using Releve.Core.Tests.Professions;

namespace Releve.Core.Tests.Matching;

/// <summary>The packed columns answer, in both directions and after any changes, what the rules say of every pair.</summary>
public sealed class MatchIndexProperties
{
    private static readonly DateTime Now = Releve.TestKit.TestData.Now;
    private static readonly Lazy<ProfessionCatalogue> Known = new(() => new ProfessionCatalogue(ProfessionSamples.Carried.Professions));

    [Fact]
    public void Columns_answer_what_the_rules_say_of_every_pair() =>
        Prop.ForAll<int, NonNegativeInt>((seed, steps) => AnswersAlike(seed, steps.Get % 6)).Check(Config.QuickThrowOnFailure.WithMaxTest(120));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Enough_circles_to_be_sorted_by_place_answer_alike(int seed)
    {
        var world = new RandomMatches(seed);
        using var index = new MatchIndex(Register.Gazetteer, Known.Value);
        var cards = new Widening(CardCrowd.Empty, Known.Value);
        var plain = new PlainMatching(Register.Gazetteer, open => Shown(open, cards));
        for (var i = 0; i < 2000; i++)
        {
            var id = world.Id();
            plain.Projects[id] = world.Project(id);
        }
        for (var i = 0; i < 30; i++)
        {
            var id = world.Id();
            plain.Listings[id] = world.Listing(id);
        }
        index.Load(plain.Listings.Values, plain.Welcomes, plain.Projects.Values);
        var crowd = CardCrowd.Of(plain.Projects.Values.Where(open => open.Anonymous).Select(open => open.Wishes), Register.Gazetteer);
        cards = new Widening(crowd, Known.Value);
        index.UseCrowd(crowd);
        for (var round = 0; round < 2; round++)
        {
            foreach (var viewer in Viewers(world))
            {
                CompareViewer(world, plain, index, viewer, $"seed {seed} round {round}");
            }
            foreach (var gone in plain.Projects.Keys.Where(_ => world.Next(4) == 0).ToList())
            {
                plain.Projects.Remove(gone);
                index.ApplyProjects([], [gone]);
            }
            for (var i = 0; i < 400; i++)
            {
                var id = world.Id();
                plain.Projects[id] = world.Project(id);
                index.ApplyProjects([plain.Projects[id]], []);
            }
        }
    }

    private static void AnswersAlike(int seed, int steps)
    {
        var world = new RandomMatches(seed);
        using var index = new MatchIndex(Register.Gazetteer, Known.Value);
        var cards = new Widening(CardCrowd.Empty, Known.Value);
        var plain = new PlainMatching(Register.Gazetteer, open => Shown(open, cards));
        index.Load([], [], []);
        for (var step = 0; step <= steps; step++)
        {
            Change(world, plain, index);
            if (world.Next(3) == 0)
            {
                var crowd = CardCrowd.Of(plain.Projects.Values.Where(open => open.Anonymous).Select(open => open.Wishes), Register.Gazetteer);
                cards = new Widening(crowd, Known.Value);
                index.UseCrowd(crowd);
            }
            if (world.Next(4) == 0)
            {
                index.Load(plain.Listings.Values, plain.Welcomes, plain.Projects.Values);
            }
            Compare(world, plain, index, $"seed {seed} step {step}");
        }
    }

    private static Seeker Shown(OpenProject open, Widening cards)
    {
        var seeker = Seeker.Of(open.Wishes, Register.Gazetteer);
        return cards.Of(seeker, CoarsePlaces.Of(open.Wishes.Zones, Register.Gazetteer)) ?? seeker;
    }

    private static void Change(RandomMatches world, PlainMatching plain, MatchIndex index)
    {
        for (var i = world.Next(30); i > 0; i--)
        {
            var id = plain.Listings.Count > 0 && world.Next(3) == 0 ? world.Pick([.. plain.Listings.Keys]) : world.Id();
            if (plain.Listings.Remove(id) && world.Next(2) == 0)
            {
                index.ApplyListings([], [id]);
                continue;
            }
            plain.Listings[id] = world.Listing(id);
            index.ApplyListings([plain.Listings[id]], []);
        }
        for (var i = world.Next(30); i > 0; i--)
        {
            var id = plain.Projects.Count > 0 && world.Next(3) == 0 ? world.Pick([.. plain.Projects.Keys]) : world.Id();
            if (plain.Projects.Remove(id) && world.Next(2) == 0)
            {
                index.ApplyProjects([], [id]);
                continue;
            }
            plain.Projects[id] = world.Project(id);
            index.ApplyProjects([plain.Projects[id]], []);
        }
        for (var i = world.Next(4); i > 0; i--)
        {
            var code = world.Commune();
            plain.Welcomes.Remove(code);
            var answers = world.Next(4) == 0 ? null : plain.Welcomes[code] = world.Answers();
            index.ApplyWelcome(code, answers, [.. plain.Listings.Values.Where(listing => listing.CommuneCode == code)]);
        }
    }

    private static void Compare(RandomMatches world, PlainMatching plain, MatchIndex index, string where)
    {
        foreach (var project in plain.Projects.Values.Where(_ => world.Next(3) == 0))
        {
            var most = world.Next(30);
            var seeker = Seeker.Of(project.Wishes, Register.Gazetteer);
            var expected = project.ExpiresAt > Now ? plain.OffersFor(seeker, project, project.Id, most, Now) : [];
            Same(index.OffersFor(project.Id, most, Now), expected, $"{where}: offers for {project.Id}");
        }
        var wishes = world.Wishes();
        var unstored = Seeker.Of(wishes, Register.Gazetteer);
        Same(index.OffersFor(wishes, 1000, Now), plain.OffersFor(unstored, null, Guid.Empty, 1000, Now), $"{where}: wishes");
        index.CountOffersFor(wishes, Now).ShouldBe(plain.OffersFor(unstored, null, Guid.Empty, 1000, Now).Count);
        CompareCosts(index, plain, wishes);
        foreach (var viewer in Viewers(world))
        {
            CompareViewer(world, plain, index, viewer, where);
        }
    }

    private static void CompareViewer(RandomMatches world, PlainMatching plain, MatchIndex index, Viewer viewer, string where)
    {
        foreach (var listing in plain.Listings.Keys.Where(_ => world.Next(6) == 0))
        {
            var most = world.Next(30);
            var expected = plain.OfferOf(listing, Now) is { } offer ? plain.ProjectsFor([offer], viewer, most, Now) : [];
            Same(index.ProjectsFor(listing, most, viewer, Now), expected, $"{where}: projects for {listing}");
        }
        string[] places = [.. Enumerable.Range(0, 3).Select(_ => world.Commune()).Distinct().Order(StringComparer.Ordinal)];
        Same(index.ProjectsForTerritory(places, 20, viewer, Now), plain.ProjectsFor([.. places.Select(plain.OfPlace)], viewer, 20, Now), $"{where}: territory");
        Same(
            index.ProjectsForOrganisation(20, viewer, Now),
            plain.ProjectsFor([plain.OfPlace(viewer.CommuneCode) with { Professions = [] }], viewer, 20, Now),
            $"{where}: organisation"
        );
    }

    private static void CompareCosts(MatchIndex index, PlainMatching plain, LifeWishes wishes)
    {
        var seeker = Seeker.Of(wishes, Register.Gazetteer);
        int Count(Seeker one) => plain.OffersFor(one, null, Guid.Empty, int.MaxValue, Now).Count;
        foreach (var cost in index.CostsOf(wishes, Now))
        {
            (Count(MatchRules.Without(seeker, cost.Criterion)!) - Count(seeker)).ShouldBe(cost.More);
        }
    }

    private static IEnumerable<Viewer> Viewers(RandomMatches world) =>
        [
            new Viewer(world.Organisations[0], [world.Organisations[0], world.Organisations[1]], null, true, world.Commune()),
            new Viewer(world.Organisations[2], [world.Organisations[2]], null, world.Next(4) > 0, world.Commune()),
            Viewer.Of(world.Pick(world.People), isShown: true, world.Commune()),
        ];

    private static void Same(IReadOnlyList<Matched> actual, List<Matched> expected, string where)
    {
        actual.Count.ShouldBe(expected.Count, where);
        foreach (var (one, other) in actual.Zip(expected))
        {
            Line(one).ShouldBe(Line(other), where);
        }
    }

    private static string Line(Matched one) =>
        $"{one.Kind} {one.Id} {one.CommuneCode} {one.Share} {one.Fit.Points}/{one.Fit.Most} {string.Join(' ', one.Fit.Reasons.Select(r => $"{r.Criterion}:{r.Weight}:{r.Verdict}:{r.Points}"))}";
}
