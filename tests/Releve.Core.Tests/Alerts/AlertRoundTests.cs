using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Search;
using Releve.TestKit;

namespace Releve.Core.Tests.Alerts;

/// <summary>From a listing that goes live to the mail that tells of it.</summary>
public sealed class AlertRoundTests
{
    // A Monday at noon: the next mails of the day are due at five the next morning.
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Morning = new(2026, 11, 24, 5, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_new_listing_is_told_once_at_the_hour_of_the_day(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = await PersonAsync(database);
        await SaveAsync(database, claire, Nurses, MailRhythm.Daily);
        var listing = await PublishAsync(database, Noon);

        (await FindAsync(database, Noon.AddMinutes(1))).ShouldBe(1);
        (await WriteAsync(database, Noon.AddMinutes(2))).ShouldBe(0);
        (await WriteAsync(database, Morning)).ShouldBe(1);
        (await WriteAsync(database, Morning.AddMinutes(1))).ShouldBe(0);

        await EditAsync(database, listing, Morning.AddHours(1));
        (await FindAsync(database, Morning.AddHours(2))).ShouldBe(1); // looked at again, and known
        (await WriteAsync(database, Morning.AddDays(1))).ShouldBe(0);

        var mail = (await MailsAsync(database)).Single();
        (mail.To, mail.Kind, mail.AccountId).ShouldBe((claire.Email, "alerts", claire.Id));
        AlertMailContent.Read(mail.Values["alerts"]).Single().Listings.ShouldBe([listing]);
        mail.Values["unsubscribe"].ShouldStartWith("/stop/");
    }

    [Theory, BothDatabases]
    public async Task What_is_told_at_once_takes_along_what_the_other_alerts_found(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = await PersonAsync(database);
        await SaveAsync(database, claire, Nurses, MailRhythm.AtOnce);
        await SaveAsync(database, claire, new ListingSearch(), MailRhythm.Weekly);
        await SaveAsync(database, claire, Nurses, MailRhythm.Never);
        await PublishAsync(database, Noon);
        await PublishAsync(database, Noon, TestData.Content() with { Professions = ["cook"] });

        await FindAsync(database, Noon.AddMinutes(1));
        (await WriteAsync(database, Noon.AddMinutes(1))).ShouldBe(1);
        (await WriteAsync(database, Noon.AddDays(14))).ShouldBe(0);

        var parts = AlertMailContent.Read((await MailsAsync(database)).Single().Values["alerts"]);
        parts.Select(part => part.Listings.Count).ShouldBe([1, 1]); // the nurse's post stands once
    }

    [Theory, BothDatabases]
    public async Task A_week_waits_for_its_monday(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SaveAsync(database, await PersonAsync(database), Nurses, MailRhythm.Weekly);
        await PublishAsync(database, Noon);
        await FindAsync(database, Noon.AddMinutes(1));
        (await WriteAsync(database, Morning.AddDays(5))).ShouldBe(0);
        (await WriteAsync(database, Morning.AddDays(6))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_listing_that_closed_meanwhile_is_not_told(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SaveAsync(database, await PersonAsync(database), Nurses, MailRhythm.Daily);
        var listing = await PublishAsync(database, Noon);
        await FindAsync(database, Noon.AddMinutes(1));
        await using (var db = database.Open())
        {
            (await db.Listings.SingleAsync(one => one.Id == listing, Cancellation)).Close(CloseOutcome.FilledHere, "test", Noon.AddHours(1));
            await db.SaveChangesAsync(Cancellation);
        }
        (await WriteAsync(database, Morning)).ShouldBe(0);
        await using var after = database.Open();
        (await after.AlertHits.SingleAsync(Cancellation)).SentAt.ShouldBe(Morning);
    }

    [Theory, BothDatabases]
    public async Task What_was_live_when_the_search_was_saved_is_not_new(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await PublishAsync(database, Noon);
        await SaveAsync(database, await PersonAsync(database), Nurses, MailRhythm.Daily, Noon.AddHours(1));
        (await FindAsync(database, Noon.AddHours(2))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Two_processes_at_once_find_and_tell_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        for (var i = 0; i < 5; i++)
        {
            await SaveAsync(database, await PersonAsync(database, $"p{i}@exemple.fr"), Nurses, MailRhythm.Daily);
        }
        for (var i = 0; i < 30; i++)
        {
            await PublishAsync(database, Noon);
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FindAsync(database, Noon.AddMinutes(1))));
        await FindAsync(database, Noon.AddMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(database, Morning)));
        await WriteAsync(database, Morning.AddMinutes(1));
        (await MailsAsync(database)).Select(mail => mail.To).Order().ShouldBe(Enumerable.Range(0, 5).Select(i => $"p{i}@exemple.fr"));
        await using var db = database.Open();
        (await db.AlertHits.CountAsync(Cancellation)).ShouldBe(150);
    }

    [Theory, BothDatabases]
    public async Task An_address_is_told_once_it_is_confirmed_and_one_never_confirmed_is_removed(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SaveForAddressAsync(database, "lise@exemple.fr", confirmedAt: Noon.AddMinutes(-1));
        await SaveForAddressAsync(database, "autre@exemple.fr", confirmedAt: null);
        await PublishAsync(database, Noon);
        await FindAsync(database, Noon.AddMinutes(1));
        await WriteAsync(database, Morning);
        (await MailsAsync(database)).Where(mail => mail.Kind == "alerts").Select(mail => mail.To).ShouldBe(["lise@exemple.fr"]);

        await using var db = database.Open();
        await new RemoveOldAlerts(db).RunAsync(Noon.AddDays(6), Cancellation);
        (await db.SavedSearches.CountAsync(Cancellation)).ShouldBe(2);
        await new RemoveOldAlerts(db).RunAsync(Noon.AddDays(8), Cancellation);
        (await db.SavedSearches.SingleAsync(Cancellation)).Email.ShouldBe("lise@exemple.fr");
    }

    [Theory, BothDatabases]
    public async Task What_was_said_not_to_be_relevant_is_left_out_of_what_waits(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var saved = await SaveAsync(database, await PersonAsync(database), Nurses, MailRhythm.Daily);
        await PublishAsync(database, Noon);
        await FindAsync(database, Noon.AddMinutes(1));
        await using (var db = database.Open())
        {
            (await db.SavedSearches.SingleAsync(one => one.Id == saved, Cancellation)).Exclude(new AlertExclusions { Kinds = [ListingKind.SalariedPost] });
            await db.SaveChangesAsync(Cancellation);
        }
        (await WriteAsync(database, Morning)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_favourite_is_told_ten_days_before_its_end_and_again_before_another_end(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = await PersonAsync(database);
        var listing = await PublishAsync(database, Noon);
        await using (var db = database.Open())
        {
            db.Favourites.Add(
                new Favourite
                {
                    AccountId = claire.Id,
                    ListingId = listing,
                    Since = Noon,
                }
            );
            await db.SaveChangesAsync(Cancellation);
        }
        var end = Noon.AddDays(Listing.DaysLive);
        (await RemindAsync(database, end.AddDays(-11))).ShouldBe(0);
        (await RemindAsync(database, end.AddDays(-9))).ShouldBe(1);
        (await RemindAsync(database, end.AddDays(-8))).ShouldBe(0);
        await using (var db = database.Open())
        {
            (await db.Listings.SingleAsync(Cancellation)).Extend(end.AddDays(-7));
            await db.SaveChangesAsync(Cancellation);
        }
        (await RemindAsync(database, end.AddDays(40))).ShouldBe(0);
        (await RemindAsync(database, end.AddDays(44))).ShouldBe(1);
        await using var after = database.Open();
        (await after.Notifications.Select(one => one.Kind).Distinct().SingleAsync(Cancellation)).ShouldBe("favourite-closing");
    }

    [Fact]
    public async Task One_keeps_twenty_and_the_same_one_once()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var claire = await PersonAsync(database);
        await using var db = database.Open();
        var save = new SaveSearch(db);
        var first = Guid.CreateVersion7();
        Task<SaveOutcome> SaveAsync(Guid id, string query) =>
            save.ForAccountAsync(id, claire, Language.French, new SearchToSave("Essai", query, Nurses), Noon, Cancellation);
        (await SaveAsync(first, "q=0")).ShouldBe(SaveOutcome.Saved);
        (await SaveAsync(first, "q=0")).ShouldBe(SaveOutcome.There);
        for (var i = 1; i < SavedSearch.Most; i++)
        {
            (await SaveAsync(Guid.CreateVersion7(), $"q={i}")).ShouldBe(SaveOutcome.Saved);
        }
        (await SaveAsync(Guid.CreateVersion7(), "q=20")).ShouldBe(SaveOutcome.TooMany);
    }

    [Theory, BothDatabases]
    public async Task One_keeps_twenty_also_when_many_are_saved_at_one_instant(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = await PersonAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, SavedSearch.Most + 10).Select(i => Task.Run(() => SaveAsync(i))));

        outcomes.Count(one => one == SaveOutcome.Saved).ShouldBe(SavedSearch.Most);
        outcomes.Count(one => one == SaveOutcome.TooMany).ShouldBe(10);
        await using var db = database.Open();
        (await db.SavedSearches.CountAsync(Cancellation)).ShouldBe(SavedSearch.Most);

        async Task<SaveOutcome> SaveAsync(int i)
        {
            await using var own = database.Open();
            var what = new SearchToSave("Essai", $"q={i}", Nurses);
            return await new SaveSearch(own).ForAccountAsync(Guid.CreateVersion7(), claire, Language.French, what, Noon, Cancellation);
        }
    }

    [Fact]
    public async Task Whoever_types_an_address_changes_only_what_its_owner_is_told()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await SaveForAddressAsync(database, "lise@exemple.fr", confirmedAt: null);
        await SaveForAddressAsync(database, "lise@exemple.fr", confirmedAt: Noon);
        await SaveForAddressAsync(database, "lise@exemple.fr", confirmedAt: null);
        (await MailsAsync(database)).Select(mail => mail.Kind).Order().ShouldBe(["alert-exists", "confirm-alert", "confirm-alert"]);
        await using var db = database.Open();
        (await db.SavedSearches.CountAsync(Cancellation)).ShouldBe(1);
    }

    private static ListingSearch Nurses { get; } = new() { Professions = ["nurse"], Circle = new SearchCircle(48.44, 1.48, 20) };

    private static AlertLinks Links { get; } = new((id, _) => $"/confirm/{id:N}", (id, _) => $"/manage/{id:N}", _ => new byte[32]);

    private static async Task<Account> PersonAsync(TestDatabase database, string email = "claire.martin@exemple.fr")
    {
        var account = TestData.Account(email);
        await using var db = database.Open();
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Cancellation);
        return account;
    }

    private static async Task<Guid> SaveAsync(TestDatabase database, Account account, ListingSearch search, MailRhythm rhythm, DateTime? at = null)
    {
        await using var db = database.Open();
        var id = Guid.CreateVersion7();
        db.SavedSearches.Add(SavedSearch.OfAccount(id, account.Id, Language.French, new SearchToSave("Essai", "", search), rhythm, at ?? Noon.AddDays(-1)));
        await db.SaveChangesAsync(Cancellation);
        return id;
    }

    private static async Task SaveForAddressAsync(TestDatabase database, string address, DateTime? confirmedAt)
    {
        await using var db = database.Open();
        EmailAddress.TryParse(address, out var email).ShouldBeTrue();
        await new SaveSearch(db).ForAddressAsync(
            Guid.CreateVersion7(),
            email,
            Language.French,
            new SearchToSave("Essai", "metier=infirmier", Nurses),
            Links,
            Noon.AddDays(-1),
            Cancellation
        );
        if (confirmedAt is { } at)
        {
            (await db.SavedSearches.SingleAsync(one => one.EmailKey == email.Key, Cancellation)).Confirm(at);
            await db.SaveChangesAsync(Cancellation);
        }
    }

    private static async Task<Guid> PublishAsync(TestDatabase database, DateTime at, ListingContent? content = null)
    {
        await using var db = database.Open();
        var listing = TestData.Live(content, now: at);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(Cancellation);
        return listing.Id;
    }

    private static async Task EditAsync(TestDatabase database, Guid listing, DateTime at)
    {
        await using var db = database.Open();
        (await db.Listings.SingleAsync(one => one.Id == listing, Cancellation)).Extend(at);
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<int> FindAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new FindAlertHits(db, new AlertBook(_ => null, () => [])).RunAsync(now, Cancellation);
    }

    private static async Task<int> WriteAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new WriteAlertMails(db).RunAsync(now, (id, _) => $"/stop/{id:N}", (id, _) => $"/silence/{id:N}", Cancellation);
    }

    private static async Task<int> RemindAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new RemindOfFavourites(db).RunAsync(
            now,
            (reference, _, _) => "/fr/offre/" + reference,
            (day, _) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            Cancellation
        );
    }

    private static async Task<List<Core.Mail.OutboxMail>> MailsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.OutboxMails.AsNoTracking().ToListAsync(Cancellation);
    }
}
