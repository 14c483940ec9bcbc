using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Publishing;
using Releve.TestKit;

namespace Releve.Core.Tests.Publishing;

public sealed class WarnOfExpiryTests
{
    private static readonly DateTime End = TestData.Now.AddDays(Listing.DaysLive);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_publisher_is_told_ten_days_before_three_days_before_and_at_the_end_once_each(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database, Own);

        (await RunAsync(database, End.AddDays(-11))).ShouldBe(0);
        (await RunAsync(database, End.AddDays(-10))).ShouldBe(1);
        (await RunAsync(database, End.AddDays(-10).AddHours(1))).ShouldBe(0);
        (await RunAsync(database, End.AddDays(-3))).ShouldBe(1);
        (await RunAsync(database, End.AddDays(-1))).ShouldBe(0);
        await CloseAsync(database);
        (await RunAsync(database, End.AddHours(1))).ShouldBe(1);
        (await RunAsync(database, End.AddDays(2))).ShouldBe(0);

        await using var db = database.Open();
        (await db.OutboxMails.OrderBy(mail => mail.CreatedAt).Select(mail => mail.Kind).ToListAsync(Cancellation)).ShouldBe([
            "listing-expires",
            "listing-expires",
            "listing-expired",
        ]);
    }

    [Theory, BothDatabases]
    public async Task Missed_runs_skip_nobody_and_two_at_once_tell_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database, Own);

        await Task.WhenAll(RunAsync(database, End.AddDays(-5)), RunAsync(database, End.AddDays(-5)));
        (await CountAsync(database)).ShouldBe(1);
        await CloseAsync(database);
        await RunAsync(database, End.AddDays(4));
        (await CountAsync(database)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Who_extends_is_asked_again_and_who_closes_is_not(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database, Own);
        await RunAsync(database, End.AddDays(-10));
        await using (var db = database.Open())
        {
            (await db.Listings.SingleAsync(Cancellation)).Extend(End.AddDays(-9));
            await db.SaveChangesAsync(Cancellation);
        }

        (await RunAsync(database, End.AddDays(-3))).ShouldBe(0);
        (await RunAsync(database, End.AddDays(-9 + 50))).ShouldBe(1);
        await using (var db = database.Open())
        {
            (await db.Listings.SingleAsync(Cancellation)).Close(CloseOutcome.FilledHere, "test", End.AddDays(45));
            await db.SaveChangesAsync(Cancellation);
        }
        (await RunAsync(database, End.AddDays(49))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Of_an_organisation_the_author_is_told_and_the_owners_once_the_author_has_left(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (organisation, author, owner) = (TestData.Organisation(), TestData.Account("a@exemple.fr"), TestData.Account("o@exemple.fr"));
        var membership = TestData.Membership(organisation, author, OrganisationRole.Recruiter);
        await using (var db = database.Open())
        {
            db.AddRange(organisation, author, owner, membership, TestData.Membership(organisation, owner));
            var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, author.Id);
            listing.Publish("test", TestData.Now);
            db.Listings.Add(listing);
            await db.SaveChangesAsync(Cancellation);
        }

        await RunAsync(database, End.AddDays(-10));
        await using (var db = database.Open())
        {
            await db.Memberships.Where(one => one.Id == membership.Id).ExecuteDeleteAsync(Cancellation);
        }
        await RunAsync(database, End.AddDays(-3));

        await using var after = database.Open();
        (await after.OutboxMails.OrderBy(mail => mail.CreatedAt).Select(mail => mail.To).ToListAsync(Cancellation)).ShouldBe(["a@exemple.fr", "o@exemple.fr"]);
    }

    [Theory, BothDatabases]
    public async Task Forms_untouched_for_ninety_days_are_removed(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        await using (var db = database.Open())
        {
            db.Accounts.Add(account);
            foreach (var days in new[] { 0, 1 })
            {
                db.ListingForms.Add(
                    new ListingForm
                    {
                        Id = Guid.CreateVersion7(),
                        AccountId = account.Id,
                        OrganisationId = null,
                        Kind = ListingKind.Premises,
                        Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["title"] = ["x"] },
                        UpdatedAt = TestData.Now.AddDays(days),
                    }
                );
            }
            await db.SaveChangesAsync(Cancellation);
        }

        await using var cleaning = database.Open();
        (await new RemoveStaleForms(cleaning).RunAsync(TestData.Now.AddDays(90).AddHours(1), Cancellation)).ShouldBe(1);
        (await cleaning.ListingForms.CountAsync(Cancellation)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Views_add_up_day_by_day_also_from_two_processes(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var id = await SeedAsync(database, Own);
        var day = DateOnly.FromDateTime(TestData.Now);

        await Task.WhenAll(KeepAsync(database, (id, day, 2)), KeepAsync(database, (id, day, 3), (id, day.AddDays(1), 1), (Guid.CreateVersion7(), day, 7)));

        await using var db = database.Open();
        (await db.ListingViews.OrderBy(one => one.Day).Select(one => one.Count).ToListAsync(Cancellation)).ShouldBe([5, 1]);
    }

    private static Listing Own(Guid account)
    {
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisationId: null, ListingSource.Here, TestData.Now, account);
        listing.Publish("test", TestData.Now);
        return listing;
    }

    private static async Task<Guid> SeedAsync(TestDatabase database, Func<Guid, Listing> make)
    {
        await using var db = database.Open();
        var account = TestData.Account();
        var listing = make(account.Id);
        db.Accounts.Add(account);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(Cancellation);
        return listing.Id;
    }

    private static async Task<int> RunAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new WarnOfExpiry(db).RunAsync(now, (reference, _) => "/" + reference, Cancellation);
    }

    private static async Task CloseAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new CloseExpiredListings(db).RunAsync(End, Cancellation);
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.OutboxMails.CountAsync(Cancellation);
    }

    private static async Task KeepAsync(TestDatabase database, params (Guid, DateOnly, int)[] views)
    {
        await using var db = database.Open();
        await new KeepViews(db).RunAsync(views, Cancellation);
    }
}
