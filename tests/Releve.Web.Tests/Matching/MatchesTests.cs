using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Matching;

/// <summary>What fits a carer's life project, with reasons in words; why not more; combined posts; fellow carers' projects.</summary>
public sealed class MatchesTests
{
    private const string Mine = "/fr/mon-espace/correspondances";
    private const string Costs = Mine + "/pourquoi-pas-plus";
    private const string Bundled = Mine + "/postes-combines";

    private readonly Account claire = TestData.Account();
    private readonly Account founder = TestData.Account("fanny.fondatrice@exemple.fr");
    private readonly Organisation hospital = TestData.Organisation();

    [Fact]
    public async Task Without_a_project_one_is_invited_to_write_one()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync(Mine)).QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/fr/mon-espace/projet");
        (await visitor.GetAsync(Costs)).QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/fr/mon-espace/projet");
        (await visitor.GetAsync(Bundled)).QuerySelector(".empty").ShouldNotBeNull();
        await visitor.GetAsync(Mine + "/commune/FR-28085", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(LifeProjectStatus.Draft, "brouillon")]
    [InlineData(LifeProjectStatus.Paused, "en pause")]
    [InlineData(LifeProjectStatus.Found, "Vous avez trouvé")]
    public async Task A_project_that_is_not_open_says_so(LifeProjectStatus status, string said)
    {
        var project = LifeProject.Draft(Guid.CreateVersion7(), claire.Id, OwnProjects.Nurse, TestData.Now);
        if (status == LifeProjectStatus.Paused)
        {
            project.Pause(TestData.Now);
        }
        else if (status == LifeProjectStatus.Found)
        {
            project.Find(TestData.Now);
        }
        await using var site = await StartAsync(db => db.LifeProjects.Add(project));
        (await (await site.SignedInAsync(claire)).GetAsync(Mine)).QuerySelector(".empty")!.TextContent.ShouldContain(said);
    }

    [Fact]
    public async Task Matches_say_what_fits_what_does_not_and_what_is_to_ask()
    {
        var listing = OfHospital(TestData.Content());
        var wishes = OwnProjects.Nurse with
        {
            Rhythm = WorkRhythm.Day,
            Weights = new Dictionary<Wish, WishWeight> { [Wish.Colleagues] = WishWeight.Matters, [Wish.Rhythm] = WishWeight.Nice },
        };
        await using var site = await StartAsync(db =>
        {
            db.Listings.Add(listing);
            db.LifeProjects.Add(OwnProjects.Open(claire, wishes));
        });
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Mine);
        var match = page.QuerySelector("main .match")!;
        match.QuerySelector(".meter-label")!.TextContent.ShouldBe("2 critères sur 4, indispensables 2\u00a0sur\u00a02");
        Why(match, "yes").ShouldContain("Lieu");
        Why(match, "no").ShouldContain("Rythme\u00a0: Nuit");
        Why(match, "unknown").ShouldContain("Équipe");
        match.QuerySelector(".why-unknown a")!.GetAttribute("href").ShouldBe("/fr/mon-espace/messages/question/" + listing.Reference);
        page.Body!.TextContent.ShouldNotContain("%");

        var one = await visitor.GetAsync(match.QuerySelector("h2 a")!.GetAttribute("href")!);
        one.QuerySelectorAll(".compare tbody").Length.ShouldBe(2);
        one.QuerySelector(".crit-no th")!.TextContent.ShouldContain("Rythme");
        one.QuerySelectorAll(".match-next a").Select(link => link.GetAttribute("href")).ShouldContain("/fr/mon-espace/messages/question/" + listing.Reference);
        (await visitor.GetAsync(Mine.Replace("/fr/mon-espace/correspondances", "/nl/mijn-ruimte/overeenkomsten", StringComparison.Ordinal)))
            .QuerySelector(".meter-label")!
            .TextContent.ShouldBe("2 criteria op 4, onmisbaar 2\u00a0op\u00a02");
    }

    [Fact]
    public async Task What_was_looked_at_is_told_by_no_mail()
    {
        var listing = OfHospital(TestData.Content());
        var project = OwnProjects.Open(claire, OwnProjects.Nurse);
        await using var site = await StartAsync(db =>
        {
            db.Listings.Add(listing);
            db.LifeProjects.Add(project);
            db.MatchHits.Add(
                new MatchHit
                {
                    ProjectId = project.Id,
                    ListingId = listing.Id,
                    FoundAt = TestData.Now,
                }
            );
        });
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync("/fr/mon-espace")).QuerySelector("main .space")!.TextContent.ShouldContain("1 nouvelle correspondance");
        (await visitor.GetAsync(Mine)).QuerySelector("main .match .tag")!.TextContent.ShouldBe("Nouveau");
        (await site.ReadAsync(db => db.MatchHits.SingleAsync())).SentAt.ShouldBe(TestData.Now);
        (await visitor.GetAsync(Mine)).QuerySelector("main .match .tag").ShouldBeNull();
        (await visitor.GetAsync("/fr/mon-espace")).QuerySelector("main .space")!.TextContent.ShouldNotContain("nouvelle correspondance");
    }

    [Fact]
    public async Task Twenty_a_page_by_kind_and_nonsense_in_the_address_is_the_first_page()
    {
        await using var site = await StartAsync(db =>
        {
            db.Listings.AddRange(Enumerable.Range(0, 21).Select(i => OfHospital(TestData.Content(title: $"Poste {i}"))));
            db.LifeProjects.Add(OwnProjects.Open(claire, OwnProjects.Nurse));
        });
        var visitor = await site.SignedInAsync(claire);
        var titles = Titles(await visitor.GetAsync(Mine)).Concat(Titles(await visitor.GetAsync(Mine + "?page=2"))).ToList();
        titles.Count.ShouldBe(21);
        titles.Distinct().Count().ShouldBe(21);
        Titles(await visitor.GetAsync(Mine + "?kind=listing&page=99")).Count().ShouldBe(1);
        Titles(await visitor.GetAsync(Mine + "?kind=x&page=x")).Count().ShouldBe(20);
        (await visitor.GetAsync(Mine + "?kind=commune")).QuerySelector(".empty")!.TextContent.ShouldContain("Aucune commune");
        foreach (
            var nonsense in new[]
            {
                "/listing/0000000000",
                "/listing/x",
                "/commune/FR-28085",
                "/commune/x",
                "/project/x",
                "/project/" + Guid.NewGuid().ToString("N"),
                "/x/x",
            }
        )
        {
            await visitor.GetAsync(Mine + nonsense, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_wish_that_costs_matches_says_how_many_and_where_to_change_it()
    {
        await using var site = await StartAsync(db =>
        {
            db.Listings.AddRange(OfHospital(TestData.Content()), OfHospital(TestData.Content(title: "Autre nuit")));
            db.LifeProjects.Add(
                OwnProjects.Open(
                    claire,
                    OwnProjects.Nurse with
                    {
                        Rhythm = WorkRhythm.Day,
                        Weights = new Dictionary<Wish, WishWeight> { [Wish.Rhythm] = WishWeight.Must },
                    }
                )
            );
        });
        var visitor = await site.SignedInAsync(claire);
        var empty = (await visitor.GetAsync(Mine)).QuerySelector(".empty")!;
        empty.TextContent.ShouldContain("«\u00a0Rythme\u00a0»");
        empty.TextContent.ShouldContain("2 correspondances");
        var cost = (await visitor.GetAsync(Costs)).QuerySelectorAll(".costs > li").ShouldHaveSingleItem();
        cost.TextContent.ShouldContain("2 lieux de plus");
        cost.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/fr/mon-espace/projet");
    }

    [Fact]
    public async Task A_commune_that_seeks_shows_what_it_answers_to_families()
    {
        await using var site = await StartAsync(db =>
        {
            db.CommuneWelcomes.Add(
                CommuneWelcome.Of(
                    "FR-28061",
                    hospital.Id,
                    new WelcomeAnswers
                    {
                        ProfessionsSought = ["nurse"],
                        Colleagues = 3,
                        CrechePlaces = 2,
                        Sectors = [WorkSector.Education],
                    },
                    TestData.Now
                )
            );
            db.LifeProjects.Add(
                OwnProjects.Open(
                    claire,
                    OwnProjects.Nurse with
                    {
                        PartnerSector = WorkSector.Education,
                        Weights = new Dictionary<Wish, WishWeight> { [Wish.PartnerWork] = WishWeight.Matters, [Wish.Colleagues] = WishWeight.Must },
                    }
                )
            );
        });
        var visitor = await site.SignedInAsync(claire);
        var link = (await visitor.GetAsync(Mine + "?kind=commune")).QuerySelector("main .match h2 a")!;
        link.TextContent.ShouldBe("Brou");
        var page = await visitor.GetAsync(link.GetAttribute("href")!);
        page.QuerySelector(".compare")!.TextContent.ShouldContain("3 soignants sur place");
        page.QuerySelector(".compare")!.TextContent.ShouldContain("Enseignement");
        page.QuerySelector(".match-welcome")!.TextContent.ShouldContain("crèche", Case.Insensitive);
        page.QuerySelector(".match-next")!.TextContent.ShouldContain("caché");
    }

    [Fact]
    public async Task A_fellow_carers_project_is_a_card_without_a_name_or_a_commune()
    {
        var project = OwnProjects.Open(
            founder,
            new LifeWishes
            {
                Professions = ["general-practitioner"],
                Ways = WaysToWork.FoundProject,
                PartnersSought = ["nurse"],
                FoundsAt = "FR-28061",
                Words = "Une équipe qui déjeune ensemble.",
            },
            shown: true
        );
        await using var site = await StartAsync(db => db.LifeProjects.AddRange(project, OwnProjects.Open(claire, OwnProjects.Nurse, shown: true)));
        var visitor = await site.SignedInAsync(claire);
        var list = await visitor.GetAsync(Mine + "?kind=project");
        var url = list.QuerySelector("main .match h2 a")!.GetAttribute("href")!;
        var page = await visitor.GetAsync(url);
        var html = list.QuerySelector("main")!.OuterHtml + page.QuerySelector("main")!.OuterHtml;
        page.QuerySelector(".quote")!.TextContent.ShouldContain("déjeune ensemble");
        page.QuerySelector(".plate")!.TextContent.ShouldBe("Eure-et-Loir");
        page.QuerySelector(".match-next")!.TextContent.ShouldContain("peut vous faire une proposition");
        foreach (var secret in new[] { "Brou", "FR-28061", "fanny", project.Id.ToString(), project.Id.ToString("N"), founder.Id.ToString("N") })
        {
            html.ShouldNotContain(secret, Case.Insensitive);
        }
        var other = await site.SignedInAsync(founder);
        await other.GetAsync(url, HttpStatusCode.NotFound); // sealed for one viewer

        await site.WriteAsync(async db => (await db.LifeProjects.SingleAsync(one => one.Id == project.Id)).HideFromPerson(claire.Id, TestData.Now));
        await visitor.GetAsync(url, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Part_time_posts_of_two_employers_make_one()
    {
        var ehpad = TestData.Organisation("Ehpad de Lucé", "FR-28218", OrganisationKind.Ehpad);
        var forty = OfHospital(TestData.Content(Part(40), "Infirmière à 40"));
        var sixty = Listing.Draft(
            Guid.CreateVersion7(),
            TestData.Content(Part(60), "Infirmière à 60") with
            {
                CommuneCode = "FR-28218",
                Latitude = 48.4370,
                Longitude = 1.4640,
            },
            ehpad.Id,
            ListingSource.Here,
            TestData.Now
        );
        sixty.Publish("test", TestData.Now);
        var recruiter = TestData.Account("remi@exemple.fr");
        await using var site = await StartAsync(db =>
        {
            db.Organisations.Add(ehpad);
            db.Accounts.Add(recruiter);
            db.Memberships.Add(TestData.Membership(hospital, recruiter));
            db.Listings.AddRange(forty, sixty);
            db.LifeProjects.Add(
                OwnProjects.Open(
                    claire,
                    OwnProjects.Nurse with
                    {
                        DaysPerWeek = 5,
                        Weights = new Dictionary<Wish, WishWeight> { [Wish.Days] = WishWeight.Must },
                        CombineWithinKm = 10,
                    }
                )
            );
        });
        var visitor = await site.SignedInAsync(claire);
        var bundle = (await visitor.GetAsync(Bundled)).QuerySelectorAll("main .match").ShouldHaveSingleItem();
        bundle.TextContent.ShouldContain("100\u00a0%");
        bundle.TextContent.ShouldContain("environ 5 jours par semaine");
        bundle.TextContent.ShouldContain("Infirmière à 60");

        var own = await (await site.SignedInAsync(recruiter)).GetAsync("/fr/mon-espace/publier/offre/" + forty.Reference);
        own.QuerySelector("main .match")!.TextContent.ShouldContain("Ehpad de Lucé");
        own.QuerySelector("main")!.TextContent.ShouldNotContain(claire.Email);

        await site.WriteAsync(async db =>
        {
            var project = await db.LifeProjects.SingleAsync();
            project.Wish(project.Wishes with { CombineWithinKm = null }, TestData.Now);
        });
        (await visitor.GetAsync(Bundled)).QuerySelector(".empty")!.TextContent.ShouldContain("un poste entier");
    }

    private static SalariedPostDetails Part(int percent) => new() { Status = EmploymentStatus.Permanent, Percent = percent };

    private Listing OfHospital(ListingContent content)
    {
        var listing = Listing.Draft(Guid.CreateVersion7(), content, hospital.Id, ListingSource.Here, TestData.Now);
        listing.Publish("test", TestData.Now);
        return listing;
    }

    private static string Why(IElement match, string verdict) => match.QuerySelector(".why-" + verdict)!.TextContent;

    private static IEnumerable<string> Titles(IParentNode page) => page.QuerySelectorAll("main .match h2 a").Select(link => link.TextContent);

    private Task<TestSite> StartAsync(Action<AppDb>? seed = null) =>
        TestSite.StartAsync(db =>
        {
            db.Accounts.AddRange(claire, founder);
            db.Organisations.Add(hospital);
            seed?.Invoke(db);
            return Task.CompletedTask;
        });
}
