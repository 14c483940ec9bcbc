using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.TestKit;

namespace Releve.Core.Tests.Search;

public sealed class ListingIndexFeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_was_just_saved_is_found_at_once(string database)
    {
        await using var site = await TestDatabase.CreateAsync(database);
        var (index, feed) = await NewFeedAsync(site);
        using var _ = feed;
        site.Announcer.Committed += changed => feed.RefreshAsync(changed, Cancellation);

        var listing = TestData.Live(TestData.Content(title: "Infirmière de nuit"));
        await using var db = site.Open();
        db.Listings.Add(listing);
        await db.SaveChangesAsync(Cancellation);
        Found(index, "nuit").ShouldBe([listing.Id]);

        listing.Edit(TestData.Content(title: "Infirmière de jour"));
        await db.SaveChangesAsync(Cancellation);
        Found(index, "nuit").ShouldBeEmpty();
        Found(index, "jour").ShouldBe([listing.Id]);

        listing.Close(CloseOutcome.FilledHere, "test", TestData.Now);
        await db.SaveChangesAsync(Cancellation);
        Found(index, "").ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_renamed_organisation_is_found_by_its_new_name(string database)
    {
        await using var site = await TestDatabase.CreateAsync(database);
        var (index, feed) = await NewFeedAsync(site);
        using var _ = feed;
        site.Announcer.Committed += changed => feed.RefreshAsync(changed, Cancellation);
        await using var db = site.Open();
        var organisation = Organisation("Clinique des Tilleuls");
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now);
        listing.Publish("test", TestData.Now);
        db.Add(organisation);
        db.Add(listing);
        await db.SaveChangesAsync(Cancellation);
        Found(index, "tilleuls").ShouldBe([listing.Id]);

        organisation.Name = "Clinique des Remparts";
        await db.SaveChangesAsync(Cancellation);

        Found(index, "tilleuls").ShouldBeEmpty();
        Found(index, "remparts").ShouldBe([listing.Id]);
        index.Card(listing.Id, TestData.Now)!.OrganisationName.ShouldBe("Clinique des Remparts");
    }

    [Theory, BothDatabases]
    public async Task What_another_process_commits_is_caught_up_with_from_the_change_log(string database)
    {
        await using var site = await TestDatabase.CreateAsync(database);
        var (first, second) = (TestData.Live(), TestData.Live());
        await SaveAsync(site, first);
        var (index, feed) = await NewFeedAsync(site);
        using var _ = feed;
        Found(index, "").ShouldBe([first.Id]);

        await SaveAsync(site, second);
        await using (var db = site.Open())
        {
            (await db.Listings.SingleAsync(listing => listing.Id == first.Id, Cancellation)).Close(CloseOutcome.Withdrawn, "test", TestData.Now);
            await db.SaveChangesAsync(Cancellation);
        }

        (await feed.CatchUpAsync(Cancellation)).ShouldBe(2);
        Found(index, "").ShouldBe([second.Id]);
        (await feed.CatchUpAsync(Cancellation)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_card_read_from_the_database_is_the_listing(string database)
    {
        await using var site = await TestDatabase.CreateAsync(database);
        var shift = new ShiftDetails
        {
            StartsAt = TestData.Now,
            EndsAt = TestData.Now.AddHours(8),
            TimeZone = "Europe/Brussels",
            PayCents = 210_00,
            Audience = ShiftAudience.OwnStaff,
        };
        var content = TestData.Content(shift) with
        {
            Until = new DateOnly(2027, 2, 1),
            Urgent = true,
            Benefits = Benefits.Lodging | Benefits.Travel,
            Languages = [new LanguageRequirement("nl", LanguageLevel.Basic)],
            Specialties = ["nurse.anaesthesia"],
        };
        var listing = TestData.Live(content);
        await SaveAsync(site, listing);
        var (index, feed) = await NewFeedAsync(site);
        using var _ = feed;

        var card = index.Card(listing.Id, TestData.Now)!;

        (card.Reference, card.Kind, card.From, card.Until, card.Urgent, card.Benefits, card.Pay, card.PublishedAt, card.ExpiresAt).ShouldBe(
            (
                listing.Reference,
                ListingKind.Shift,
                content.From,
                content.Until,
                true,
                content.Benefits,
                content.Pay,
                listing.PublishedAt!.Value,
                listing.ExpiresAt!.Value
            )
        );
        ((ShiftDetails)card.Details).Audience.ShouldBe(ShiftAudience.OwnStaff);
        var facets = index.Search(new ListingSearch { Professions = ["nurse"], Languages = ["nl"] }, TestData.Now).Facets;
        facets.Specialties.ShouldBe(new Dictionary<string, int> { ["nurse.anaesthesia"] = 1 });
        facets.Languages.ShouldBe(new Dictionary<string, int> { ["nl"] = 1 });
    }

    [Theory, BothDatabases]
    public async Task A_snapshot_is_opened_and_caught_up_with(string database)
    {
        await using var site = await TestDatabase.CreateAsync(database);
        await SaveAsync(site, [.. Enumerable.Range(0, 150).Select(i => TestData.Live(TestData.Content(title: $"Soins {i}")))]);
        var (before, writer) = await NewFeedAsync(site);
        using var _ = writer;
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await writer.SaveAsync(file, Cancellation);
        var later = TestData.Live(TestData.Content(title: "Publiée après"));
        await SaveAsync(site, later);

        var index = ListingIndexProperties.NewIndex();
        using var feed = new ListingIndexFeed(index, Connect(site), TimeProvider.System);
        (await feed.OpenAsync(file, cancellation: Cancellation)).ShouldBeTrue();

        index.Count.ShouldBe(151);
        Found(index, "publiées").ShouldBe([later.Id]);
        Found(index, "soins").ShouldBe(Found(before, "soins"));
        PlainSearch.Flat(index.Search(new ListingSearch { AreaCode = "FR-28085" }, TestData.Now).Facets)["kind:SalariedPost"].ShouldBe(151);
        File.Delete(file);
    }

    [Fact]
    public async Task A_snapshot_that_does_not_fit_is_passed_over()
    {
        await using var site = await TestDatabase.CreateAsync("sqlite");
        await using var other = await TestDatabase.CreateAsync("sqlite");
        await SaveAsync(site, TestData.Live());
        await SaveAsync(other, TestData.Live());
        var (_, writer) = await NewFeedAsync(site);
        using var _ = writer;
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await writer.SaveAsync(file, Cancellation);
        var whole = await File.ReadAllBytesAsync(file, Cancellation);

        async Task<bool> Fits(TestDatabase database)
        {
            var index = ListingIndexProperties.NewIndex();
            using var feed = new ListingIndexFeed(index, Connect(database), TimeProvider.System);
            var fits = await feed.OpenAsync(file, cancellation: Cancellation);
            index.Count.ShouldBe(1);
            return fits;
        }

        (await Fits(site)).ShouldBeTrue();
        (await Fits(other)).ShouldBeFalse("another database");
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 60))
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x41;
            await File.WriteAllBytesAsync(file, damaged, Cancellation);
            (await Fits(site)).ShouldBeFalse($"byte {at} damaged");
        }
        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], Cancellation);
        (await Fits(site)).ShouldBeFalse("cut off");
        File.Delete(file);
        (await Fits(site)).ShouldBeFalse("not there");
    }

    private static async Task<(ListingIndex Index, ListingIndexFeed Feed)> NewFeedAsync(TestDatabase site)
    {
        var index = ListingIndexProperties.NewIndex();
        var feed = new ListingIndexFeed(index, Connect(site), TimeProvider.System);
        await feed.BuildAsync(cancellation: Cancellation);
        return (index, feed);
    }

    private static Func<CancellationToken, Task<DbConnection>> Connect(TestDatabase site) =>
        async cancellation =>
        {
            // The connection is the caller's, and outlives the context that knew how to open it.
            var connection = site.Open().Database.GetDbConnection();
            await connection.OpenAsync(cancellation);
            return connection;
        };

    private static async Task SaveAsync(TestDatabase site, params Listing[] listings)
    {
        await using var db = site.Open();
        db.AddRange(listings.Cast<object>());
        await db.SaveChangesAsync(Cancellation);
    }

    private static Organisation Organisation(string name) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = OrganisationKind.Clinic,
            Name = name,
            Slug = "clinique",
            CommuneCode = "FR-28085",
            Source = OrganisationSource.Here,
            SourceDate = new DateOnly(2026, 11, 22),
        };

    private static List<Guid> Found(ListingIndex index, string words) =>
        [.. index.Search(new ListingSearch { Words = words, PageSize = 500 }, TestData.Now).Hits.Select(hit => hit.Card.Id)];
}
