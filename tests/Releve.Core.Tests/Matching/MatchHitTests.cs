using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Matching;
using Releve.Core.Notifications;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Matching;

/// <summary>New matches are found once, told once, and by one mail a day with the alerts; on both databases.</summary>
public sealed class MatchHitTests
{
    private static readonly DateTime Noon = TestData.Now.Date.AddHours(12);
    private static readonly DateTime Morning = TestData.Now.Date.AddDays(1).AddHours(AlertMailRhythm.Hour).AddMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_new_listing_is_found_once_and_told_once(string name)
    {
        await using var world = await World.StartAsync(name);
        var listing = await world.PublishAsync();
        (await world.FindAsync(Noon)).ShouldBe(1);
        (await world.FindAsync(Noon)).ShouldBe(0);
        await world.ChangeAsync(async db => (await db.Listings.SingleAsync(one => one.Id == listing, Cancellation)).Extend(Noon));
        (await world.FindAsync(Noon)).ShouldBe(0);

        (await world.WriteAsync(Noon.AddHours(1))).ShouldBe(0);
        (await world.WriteAsync(Morning)).ShouldBe(1);
        (await world.WriteAsync(Morning.AddDays(1))).ShouldBe(0);
        var mail = (await world.MailsAsync()).Single();
        AlertMailContent.Read(mail.Values[AlertMailContent.Matches]).Single().Listings.ShouldBe([listing]);
        mail.Values["unsubscribe"].ShouldStartWith("/silence/");
    }

    [Theory, BothDatabases]
    public async Task What_stood_when_the_project_was_made_is_known(string name)
    {
        await using var world = await World.StartAsync(name, open: false);
        await world.PublishAsync();
        await world.FindAsync(Noon);
        await world.ChangeAsync(async db => (await db.LifeProjects.SingleAsync(Cancellation)).Open(Noon));
        (await world.FindAsync(Noon)).ShouldBe(1);
        (await world.WriteAsync(Morning)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Who_wants_no_mail_about_matches_gets_none(string name)
    {
        await using var world = await World.StartAsync(name);
        await world.ChangeAsync(db =>
        {
            db.NotificationChoices.Add(
                new NotificationChoice
                {
                    AccountId = world.Account.Id,
                    Topic = NotificationTopic.Matches,
                    Rhythm = MailRhythm.Never,
                }
            );
            return Task.CompletedTask;
        });
        await world.PublishAsync();
        (await world.FindAsync(Noon)).ShouldBe(1);
        (await world.WriteAsync(Morning)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Alerts_and_matches_of_one_person_go_in_one_mail_and_name_a_listing_once(string name)
    {
        await using var world = await World.StartAsync(name);
        var search = new SearchToSave("Infirmières", "", new ListingSearch { Professions = ["nurse"] });
        var saved = SavedSearch.OfAccount(Guid.CreateVersion7(), world.Account.Id, Language.French, search, MailRhythm.Daily, Noon.AddHours(-1));
        await world.ChangeAsync(db =>
        {
            db.SavedSearches.Add(saved);
            return Task.CompletedTask;
        });
        var both = await world.PublishAsync();
        var other = await world.PublishAsync(professions: ["care-assistant"]);
        await world.ChangeAsync(db =>
        {
            db.AlertHits.Add(
                new AlertHit
                {
                    SavedSearchId = saved.Id,
                    ListingId = both,
                    FoundAt = Noon,
                }
            );
            return Task.CompletedTask;
        });
        (await world.FindAsync(Noon)).ShouldBe(2);
        (await world.WriteAsync(Morning)).ShouldBe(1);
        var mail = (await world.MailsAsync()).Single();
        AlertMailContent.Read(mail.Values[AlertMailContent.Name]).Single().Listings.ShouldBe([both]);
        AlertMailContent.Read(mail.Values[AlertMailContent.Matches]).Single().Listings.ShouldBe([other]);
        mail.Values["unsubscribe"].ShouldStartWith("/stop/");
    }

    [Theory, BothDatabases]
    public async Task The_night_finds_what_the_day_missed_and_nothing_twice(string name)
    {
        await using var world = await World.StartAsync(name);
        var listing = await world.PublishAsync();
        (await world.NightAsync(Noon)).ShouldBe(1);
        (await world.NightAsync(Noon)).ShouldBe(0);
        (await world.WriteAsync(Morning)).ShouldBe(1);

        await world.ChangeAsync(async db =>
            (await db.Listings.SingleAsync(one => one.Id == listing, Cancellation)).Close(CloseOutcome.FilledHere, "test", Noon)
        );
        await world.NightAsync(Noon.AddDays(1));
        await using var db = world.Database.Open();
        (await db.MatchHits.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Two_processes_at_once_find_each_once(string name)
    {
        await using var world = await World.StartAsync(name);
        for (var i = 0; i < 20; i++)
        {
            await world.PublishAsync();
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.FindAsync(Noon))));
        await world.FindAsync(Noon);
        await using var db = world.Database.Open();
        (await db.MatchHits.CountAsync(Cancellation)).ShouldBe(20);
    }

    private sealed class World(TestDatabase database, Account account) : IAsyncDisposable
    {
        public TestDatabase Database => database;
        public Account Account => account;

        public static async Task<World> StartAsync(string name, bool open = true)
        {
            var world = new World(await TestDatabase.CreateAsync(name), TestData.Account());
            await world.FindAsync(Noon.AddHours(-3)); // the first run takes what stands in the logs for old
            await world.ChangeAsync(db =>
            {
                var project = LifeProject.Draft(
                    Guid.CreateVersion7(),
                    world.Account.Id,
                    new LifeWishes { Professions = ["nurse", "care-assistant"], Zones = [new Zone("FR-28085", 50, Liking.Loved)] },
                    Noon.AddHours(-2)
                );
                if (open)
                {
                    project.Open(Noon.AddHours(-2));
                }
                db.AddRange(world.Account, project);
                return Task.CompletedTask;
            });
            await world.FindAsync(Noon.AddHours(-2));
            return world;
        }

        public async Task<Guid> PublishAsync(string[]? professions = null)
        {
            var listing = TestData.Live(TestData.Content() with { Professions = professions ?? ["nurse"], Specialties = [] }, now: Noon.AddMinutes(-1));
            await ChangeAsync(db =>
            {
                db.Listings.Add(listing);
                return Task.CompletedTask;
            });
            return listing.Id;
        }

        public async Task ChangeAsync(Func<Core.Data.AppDb, Task> change)
        {
            await using var db = database.Open();
            await change(db);
            await db.SaveChangesAsync(Cancellation);
        }

        public Task<int> FindAsync(DateTime now) => WithIndexAsync((db, index, feed) => new FindMatchHits(db, index, feed).RunAsync(now, Cancellation));

        public Task<int> NightAsync(DateTime now) =>
            WithIndexAsync((db, index, feed) => new RefreshAllMatches(db, index, feed).RunAsync(now, cancellation: Cancellation));

        public async Task<int> WriteAsync(DateTime now)
        {
            await using var db = database.Open();
            return await new WriteAlertMails(db).RunAsync(now, (id, _) => $"/stop/{id:N}", (id, _) => $"/silence/{id:N}", Cancellation);
        }

        public async Task<List<OutboxMail>> MailsAsync()
        {
            await using var db = database.Open();
            return await db.OutboxMails.AsNoTracking().ToListAsync(Cancellation);
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();

        private async Task<int> WithIndexAsync(Func<Core.Data.AppDb, MatchIndex, MatchIndexFeed, Task<int>> work)
        {
            using var index = new MatchIndex(Register.Gazetteer, new ProfessionCatalogue([]));
            using var feed = new MatchIndexFeed(index, database.Open, new FakeTime(Noon));
            await using var db = database.Open();
            return await work(db, index, feed);
        }
    }
}
