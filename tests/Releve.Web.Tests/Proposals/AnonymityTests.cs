using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.LifeProjects;
using Releve.Core.Proposals;
using Releve.TestKit;

namespace Releve.Web.Tests.Proposals;

/// <summary>
/// Before an acceptance nothing that an organisation can call tells who a carer is: no field, no id, no order, no count, no
/// header, no time. Every field of the account, the profile and the project holds a word that must not come up.
/// </summary>
public sealed class AnonymityTests
{
    [Fact]
    public async Task No_page_file_feed_mail_or_notice_tells_who_a_carer_is_before_a_yes()
    {
        await using var scene = await CanaryScene.StartAsync();
        var crawl = new Crawl(scene);
        var karim = await scene.Site.SignedInAsync(scene.Meet.Karim);
        (await crawl.RunAsync(karim)).ShouldBeEmpty();
        crawl.Visited.ShouldContain(one => one.StartsWith(scene.Meet.Cards + "/", StringComparison.Ordinal), "the card itself was read");
        crawl.Visited.Count.ShouldBeGreaterThan(40);

        // Sent, opened by the carer, declined with a reason: still nothing.
        var id = await scene.Meet.SendAsync(karim);
        var claire = await scene.Site.SignedInAsync(scene.Meet.Claire);
        await claire.FillAsync($"{MeetSite.Received}/{id:N}", "#decline", HttpStatusCode.Redirect, ("How", "NotNow"), ("Reason", "Pas cette année"));
        (await crawl.RunAsync(karim)).ShouldBeEmpty();
        crawl.Visited.ShouldContain($"/fr/mon-espace/proposition-envoyee/{id:N}");
        (await scene.StoredForAsync(scene.Meet.Karim)).Where(scene.Betrays).ShouldBeEmpty();
        foreach (var language in new[] { "nl", "en" })
        {
            (await crawl.RunAsync(karim, $"/{language}/")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task After_a_yes_they_alone_know()
    {
        await using var scene = await CanaryScene.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Meet.Karim);
        var id = await scene.Meet.SendAsync(karim);
        var claire = await scene.Site.SignedInAsync(scene.Meet.Claire);
        await claire.FillAsync($"{MeetSite.Received}/{id:N}", "#accept", HttpStatusCode.Redirect);

        (await new Crawl(scene).RunAsync(karim)).ShouldNotBeEmpty("the name is shown to them");
        (await new Crawl(scene).RunAsync(await scene.Site.SignedInAsync(scene.Meet.Paul))).ShouldBeEmpty();
        (await scene.StoredForAsync(scene.Meet.Paul)).Where(scene.Betrays).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("words")]
    [InlineData("id")]
    [InlineData("notice")]
    public async Task The_check_finds_a_leak(string where)
    {
        await using var scene = await CanaryScene.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Meet.Karim);
        switch (where)
        {
            case "words":
                await scene.Meet.ChangeAsync(one => one.Wish(one.Wishes with { Words = "Je m’appelle " + CanaryScene.Given }, TestData.Now));
                break;
            case "id":
                await scene.Meet.ChangeAsync(one => one.Wish(one.Wishes with { Words = "n° " + one.Id.ToString("N") }, TestData.Now));
                break;
            default:
                await scene.Site.WriteAsync(db =>
                {
                    db.Add(
                        Core.Notifications.Notification.Of(
                            scene.Meet.Karim.Id,
                            Core.Notifications.NotificationTopic.Proposals,
                            "proposal-declined",
                            TestData.Now,
                            ("name", CanaryScene.Family)
                        )
                    );
                    return Task.CompletedTask;
                });
                (await scene.StoredForAsync(scene.Meet.Karim)).Where(scene.Betrays).ShouldNotBeEmpty();
                break;
        }
        (await new Crawl(scene).RunAsync(karim)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_viewers_know_a_card_by_two_names_that_open_for_each_alone()
    {
        await using var scene = await CanaryScene.StartAsync();
        var (karim, paul) = (await scene.Site.SignedInAsync(scene.Meet.Karim), await scene.Site.SignedInAsync(scene.Meet.Paul));
        var mine = await SealsAsync(karim, scene.Meet.Cards);
        var theirs = await SealsAsync(paul, $"{MeetSite.Meet}/{scene.Meet.Other.Slug}");
        mine.ShouldNotBeEmpty();
        theirs.ShouldNotBeEmpty();
        mine.Intersect(theirs).ShouldBeEmpty();
        (await paul.StatusOfAsync($"{MeetSite.Meet}/{scene.Meet.Other.Slug}/{mine[0]}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_order_of_equal_cards_does_not_follow_when_they_were_made_or_changed()
    {
        var projects = new List<LifeProject>();
        await using var scene = await MeetSite.StartAsync(
            (_, things) =>
            {
                for (var i = 0; i < 16; i++)
                {
                    var account = TestData.Account($"egal{i}@exemple.fr");
                    var at = TestData.Now.AddDays(-i);
                    projects.Add(MeetSite.Shown(account, id: Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), at: at));
                    things.AddRange([account, projects[^1]]);
                }
            }
        );
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var before = await SealsAsync(karim, scene.Cards);
        before.Count.ShouldBe(17);
        var byTime = new List<string>();
        foreach (var project in projects.OrderBy(one => one.CreatedAt))
        {
            byTime.Add(await scene.SealAsync(project.Id, scene.Hospital.Id));
        }
        var shown = before.Where(byTime.Contains).ToList();
        shown.ShouldNotBe(byTime);
        shown.ShouldNotBe(Enumerable.Reverse(byTime));
        shown.ShouldBe([.. shown.OrderBy(seal => Guid.Parse(seal))], "by what tells nothing");

        // Touched in another order, prolonged, opened anew: the order stays.
        foreach (var project in projects.Where((_, i) => i % 3 == 0))
        {
            await scene.Site.WriteAsync(async db => (await db.LifeProjects.SingleAsync(one => one.Id == project.Id)).Open(TestData.Now.AddHours(1)));
        }
        (await SealsAsync(karim, scene.Cards)).ShouldBe(before);
    }

    [Fact]
    public async Task Hidden_paused_gone_and_never_there_are_one_answer()
    {
        await using var scene = await CanaryScene.StartAsync();
        var meet = scene.Meet;
        var karim = await scene.Site.SignedInAsync(meet.Karim);
        var card = await meet.CardAsync();
        var nothing = $"{meet.Cards}/{Guid.CreateVersion7():N}";
        var (status, headers, body) = await AnswerAsync(karim, nothing);
        status.ShouldBe(HttpStatusCode.NotFound);
        foreach (
            var (why, change) in new (string, Action<LifeProject>)[]
            {
                ("hidden from all", one => one.Show(ProjectVisibility.Hidden, [], TestData.Now)),
                ("hidden from them", one => one.Show(ProjectVisibility.Anonymous, [meet.Hospital.Id], TestData.Now)),
                ("paused", one => one.Pause(TestData.Now)),
                ("found", one => one.Find(TestData.Now)),
                ("out of reach", one => one.Wish(one.Wishes with { Zones = [new Zone("FR-13055", 10, Liking.Loved)] }, TestData.Now)),
            }
        )
        {
            await meet.ChangeAsync(one =>
            {
                one.Open(TestData.Now);
                one.Show(ProjectVisibility.Anonymous, [], TestData.Now);
                change(one);
            });
            var (hiddenStatus, hiddenHeaders, hiddenBody) = await AnswerAsync(karim, card);
            hiddenStatus.ShouldBe(status, why);
            hiddenHeaders.ShouldBe(headers, why);
            hiddenBody.Replace(card, nothing, StringComparison.Ordinal).ShouldBe(body, why);
        }
        // A way to measure which of them it is would need a difference far beyond the noise.
        await meet.ChangeAsync(one => one.Pause(TestData.Now));
        var (of, none) = (await TimeAsync(karim, card), await TimeAsync(karim, nothing));
        (of / none).ShouldBeInRange(0.3, 3.5);
    }

    private static async Task<IReadOnlyList<string>> SealsAsync(TestVisitor visitor, string cards) =>
        [.. (await visitor.GetAsync(cards)).QuerySelectorAll(".profile a").Select(link => link.GetAttribute("href")!.Split('/')[^1].Split('?')[0])];

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(TestVisitor visitor, string address)
    {
        var status = await visitor.StatusOfAsync(address);
        var headers = visitor.Answer.Headers.Concat(visitor.Answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie"));
        var said = string.Join(
            '\n',
            headers
                .Select(header => $"{header.Key}: {(header.Key == "Content-Security-Policy" ? "…" : string.Join(',', header.Value))}")
                .Order(StringComparer.Ordinal)
        );
        return (status, said, Crawl.WithoutTokens(await visitor.Answer.Content.ReadAsStringAsync()));
    }

    private static async Task<double> TimeAsync(TestVisitor visitor, string address)
    {
        var times = new List<double>();
        for (var i = 0; i < 25; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await visitor.StatusOfAsync(address);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }
}
