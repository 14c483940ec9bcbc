using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.LifeProjects;
using Releve.TestKit;

namespace Releve.Web.Tests.Matching;

/// <summary>Two carers become a couple by a link, look at pairs of places, and part.</summary>
public sealed class CouplePagesTests
{
    private const string Couple = "/fr/mon-espace/couple";
    private const string Pairs = "/fr/mon-espace/couple/correspondances";

    private readonly Account anna = Person("anna@exemple.fr", "Anna", "Martin");
    private readonly Account bart = Person("bart@exemple.fr", "Bart", "Peeters");
    private readonly Account chloe = Person("chloe@exemple.fr", "Chloé", "Durand");

    [Fact]
    public async Task A_link_is_made_handed_on_and_accepted()
    {
        await using var site = await StartAsync();
        var first = await site.SignedInAsync(anna);
        await first.FillAsync(Couple, "main form[action$=Invite]", HttpStatusCode.Redirect, ("Within", "25"));
        var page = await first.GetAsync(Couple);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("prêt");
        var link = page.QuerySelector("main .code a")!.GetAttribute("href")!;
        page.QuerySelector("main a[href^=mailto]")!.GetAttribute("href")!.ShouldContain(Uri.EscapeDataString(link));
        var path = new Uri(link).PathAndQuery;
        (await first.GetAsync(path)).QuerySelector("main form").ShouldBeNull(); // one's own

        var second = await site.SignedInAsync(bart);
        var consent = await second.GetAsync(path);
        consent.QuerySelector("h1")!.TextContent.ShouldBe("Chercher à deux avec Anna Martin");
        consent.QuerySelector("main")!.TextContent.ShouldContain("moins de 25 km");
        consent.QuerySelector(".shared-facts")!.TextContent.ShouldContain("Ce qui reste à chacun");
        await second.SubmitAsync(consent, path, "main form", HttpStatusCode.Redirect);
        second.Location.ShouldBe(Couple);
        (await second.GetAsync(Couple)).QuerySelector("#with")!.TextContent.ShouldBe("Vous cherchez avec Anna Martin");
        (await first.GetAsync("/fr/mon-espace/notifications")).QuerySelector("main")!.TextContent.ShouldContain("Bart Peeters accepte");

        var third = await site.SignedInAsync(chloe);
        await third.GetAsync(path, HttpStatusCode.NotFound);
        await second.FillAsync(Couple, "main form[action$=Within]", HttpStatusCode.Redirect, ("Within", "40"));
        (await first.GetAsync(Couple)).QuerySelector("#within")!.GetAttribute("value").ShouldBe("40");

        await first.FillAsync(Couple, "main form[action$=End]", HttpStatusCode.Redirect);
        (await second.GetAsync("/fr/mon-espace/notifications")).QuerySelector("main")!.TextContent.ShouldContain("Anna Martin ne cherche plus");
        (await second.GetAsync(Couple)).QuerySelector("#parted")!.TextContent.ShouldContain("Anna Martin ne cherche plus à deux avec vous");
        (await first.GetAsync(Couple)).QuerySelector("#parted").ShouldBeNull("who leaves knows");
        await second.FillAsync(Couple, "main form[action$=Invite]", HttpStatusCode.Redirect, ("Within", "25"));
        (await second.GetAsync(Couple)).QuerySelector("#parted").ShouldBeNull("there is an invitation again");
        await second.GetAsync(Pairs, HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Couples.CountAsync(one => one.SecondId != null))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reads_what_is_shared_and_is_led_back()
    {
        await using var site = await StartAsync();
        var path = await LinkAsync(site);
        var visitor = site.Visitor();
        var page = await visitor.GetAsync(path);
        Uri.UnescapeDataString(page.QuerySelector("main a.btn-main")!.GetAttribute("href")!).ShouldBe("/fr/connexion?back=" + path);
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Nonsense_expired_and_withdrawn_links_answer_alike()
    {
        await using var site = await StartAsync();
        var path = await LinkAsync(site);
        var visitor = await site.SignedInAsync(bart);
        var unknown = (await visitor.GetAsync($"/fr/couple?id={Guid.CreateVersion7():N}&code=x", HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent;
        (await visitor.GetAsync(path.Replace("code=", "code=0", StringComparison.Ordinal), HttpStatusCode.NotFound))
            .QuerySelector("main")!
            .TextContent.ShouldBe(unknown);
        await visitor.GetAsync("/fr/couple", HttpStatusCode.NotFound);

        site.Time.Now = TestData.Now.AddDays(15);
        visitor = await site.SignedInAsync(bart);
        (await visitor.GetAsync(path, HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent.ShouldBe(unknown);
        site.Time.Now = TestData.Now;

        var first = await site.SignedInAsync(anna);
        var page = await first.GetAsync(Couple);
        await first.PostAsync(
            Couple + "?handler=Withdraw",
            HttpStatusCode.Redirect,
            [("form-token", page.QuerySelector("main form input[name=form-token]")!.GetAttribute("value")!)]
        );
        visitor = await site.SignedInAsync(bart);
        (await visitor.GetAsync(path, HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent.ShouldBe(unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("151")]
    [InlineData("loin")]
    [InlineData("-3")]
    public async Task A_distance_that_is_none_is_refused_beside_its_field(string typed)
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(anna);
        var page = await visitor.FillAsync(Couple, "main form[action$=Invite]", HttpStatusCode.UnprocessableEntity, ("Within", typed));
        page.QuerySelector("#within-error")!.TextContent.ShouldContain("de 1 à 150");
        (page.QuerySelector("#within")!.GetAttribute("value") ?? "").ShouldBe(typed);
        (await site.ReadAsync(db => db.Couples.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task One_who_is_in_a_couple_cannot_consent_to_another()
    {
        await using var site = await StartAsync();
        var path = await LinkAsync(site);
        await site.WriteAsync(db =>
        {
            var couple = Core.LifeProjects.Couple.Invite(Guid.CreateVersion7(), chloe.Id, 30, "x", TestData.Now);
            couple.Accept(bart.Id, TestData.Now);
            db.Couples.Add(couple);
            return Task.CompletedTask;
        });
        var visitor = await site.SignedInAsync(bart);
        var page = await visitor.GetAsync(path);
        page.QuerySelector(".alert-warn")!.TextContent.ShouldContain("déjà à deux");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Pairs_show_one_place_for_each_and_nothing_of_the_others_wishes()
    {
        var near = TestData.Live(TestData.Content(title: "Infirmière à Chartres"));
        var far = TestData.Live(TestData.Content(title: "Infirmière à Dreux") with { CommuneCode = "FR-28134", Latitude = 48.7370, Longitude = 1.3660 });
        var cook = TestData.Live(
            TestData.Content(title: "Cuisinier à Lucé") with
            {
                Professions = ["midwife"],
                CommuneCode = "FR-28218",
                Latitude = 48.4370,
                Longitude = 1.4640,
            }
        );
        await using var site = await StartAsync(db =>
        {
            db.Listings.AddRange(near, far, cook);
            db.LifeProjects.AddRange(
                OwnProjects.Open(anna, OwnProjects.Nurse),
                OwnProjects.Open(bart, OwnProjects.Nurse with { Professions = ["midwife"], Words = "Un jardin." })
            );
            var couple = Core.LifeProjects.Couple.Invite(Guid.CreateVersion7(), anna.Id, 10, "x", TestData.Now);
            couple.Accept(bart.Id, TestData.Now);
            db.Couples.Add(couple);
        });
        var visitor = await site.SignedInAsync(anna);
        var page = await visitor.GetAsync(Pairs);
        var pair = page.QuerySelectorAll("main .match").ShouldHaveSingleItem();
        pair.TextContent.ShouldContain("Infirmière à Chartres");
        pair.TextContent.ShouldContain("Cuisinier à Lucé");
        pair.TextContent.ShouldContain("Pour Bart Peeters");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("jardin");
        pair.QuerySelectorAll("h2 a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["/fr/mon-espace/correspondances/listing/" + near.Reference, "/fr/offre/" + cook.Reference + "/cuisinier-a-luce"]);

        await site.WriteAsync(async db => (await db.LifeProjects.SingleAsync(one => one.AccountId == bart.Id)).Pause(TestData.Now));
        (await visitor.GetAsync(Pairs)).QuerySelector(".empty")!.TextContent.ShouldContain("deux projets ouverts");
    }

    private static async Task<string> LinkAsync(TestSite site)
    {
        var inviter = await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.EmailKey == "anna@exemple.fr"));
        var visitor = await site.SignedInAsync(inviter);
        await visitor.FillAsync(Couple, "main form[action$=Invite]", HttpStatusCode.Redirect);
        return new Uri((await visitor.GetAsync(Couple)).QuerySelector("main .code a")!.GetAttribute("href")!).PathAndQuery;
    }

    private static Account Person(string email, string given, string family)
    {
        var account = TestData.Account(email);
        account.Rename(given, family);
        return account;
    }

    private Task<TestSite> StartAsync(Action<Core.Data.AppDb>? seed = null) =>
        TestSite.StartAsync(db =>
        {
            db.Accounts.AddRange(anna, bart, chloe);
            seed?.Invoke(db);
            return Task.CompletedTask;
        });
}
