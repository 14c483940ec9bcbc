using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Memberships;

/// <summary>What people enter bears a number of its own, also when two of them enter it in the same instant.</summary>
public sealed class OfficialNumberRaceTests
{
    private const int Colleagues = 6;
    private const string Number = "26010004500012";
    private const string Enterprise = "0403170701";

    private readonly Account[] people = [.. Enumerable.Range(0, Colleagues).Select(i => TestData.Account($"p{i}@exemple.fr"))];

    [Theory, BothDatabases]
    public async Task Colleagues_who_add_one_siret_at_once_get_one_organisation_and_the_way_to_it(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        Siret.TryParse(Number, out var siret).ShouldBeTrue();

        var added = await AddAtOnceAsync(database, i => Practice(i) with { Siret = siret });

        added.Count(one => one.Slug is not null).ShouldBe(1);
        var first = added.Single(one => one.Slug is not null).Slug;
        added.Where(one => one.Slug is null).ShouldAllBe(one => one.Same.Single().Slug == first);
        (await CountAsync(database)).ShouldBe((1, 1));
    }

    [Theory, BothDatabases]
    public async Task Colleagues_who_add_one_belgian_enterprise_at_once_are_asked_whether_it_is_the_same(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        Bce.TryParse(Enterprise, out var bce).ShouldBeTrue();

        var added = await AddAtOnceAsync(database, i => Practice(i) with { Bce = bce });

        added.Count(one => one.Slug is not null).ShouldBe(1);
        added.Where(one => one.Slug is null).ShouldAllBe(one => one.Alike.Single().SameBce);
        (await CountAsync(database)).ShouldBe((1, 1));

        // Another site of the same enterprise: who has seen the first and says so gets it.
        await using var db = database.Open();
        var other = await new AddOrganisation(db).RunAsync(Practice(99) with { Bce = bce, IsAnother = true }, people[1].Id, TestData.Now);
        other.Slug.ShouldBe("cabinet-99");
    }

    [Theory, BothDatabases]
    public async Task The_database_itself_takes_a_number_that_people_enter_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await StoreAsync(database, Site("a", siret: Number), Site("b", siret: Number, OrganisationSource.Register));
        // The register has several sites under one number.
        await StoreAsync(database, Site("c", siret: Number, OrganisationSource.Register), Site("d"), Site("e"));

        await Should.ThrowAsync<DbUpdateException>(() => StoreAsync(database, Site("f", siret: Number)));

        await StoreAsync(database, Site("g", bce: Enterprise));
        await Should.ThrowAsync<DbUpdateException>(() => StoreAsync(database, Site("h", bce: Enterprise)));
        var site = Site("i", bce: Enterprise);
        site.SharesBce = true;
        await StoreAsync(database, site);
    }

    [Theory, BothDatabases]
    public async Task A_second_site_of_the_same_enterprise_right_after_the_first_is_no_second_press(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        Bce.TryParse(Enterprise, out var bce).ShouldBeTrue();
        await SeedAsync(database);

        foreach (var number in new[] { 1, 2, 2 })
        {
            await using var db = database.Open();
            var added = await new AddOrganisation(db).RunAsync(Practice(number) with { Bce = bce, IsAnother = true }, people[0].Id, TestData.Now);
            added.Slug.ShouldBe($"cabinet-{number}");
        }

        (await CountAsync(database)).ShouldBe((2, 2));
    }

    private static EnteredOrganisation Practice(int number) =>
        new()
        {
            Kind = OrganisationKind.PrivatePractice,
            Name = $"Cabinet {number}",
            CommuneCode = "FR-28085",
            Locality = "Chartres",
        };

    private static Organisation Site(string name, string? siret = null, OrganisationSource source = OrganisationSource.Here, string? bce = null)
    {
        var site = TestData.Organisation(name);
        (site.Siret, site.Bce, site.Source) = (siret, bce, source);
        return site;
    }

    private async Task<AddedOrganisation[]> AddAtOnceAsync(TestDatabase database, Func<int, EnteredOrganisation> asked)
    {
        await SeedAsync(database);
        return await Task.WhenAll(
            people.Select(
                (who, i) =>
                    Task.Run(async () =>
                    {
                        await using var db = database.Open();
                        return await new AddOrganisation(db).RunAsync(asked(i), who.Id, TestData.Now);
                    })
            )
        );
    }

    private async Task SeedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Accounts.AddRange(people);
        await db.SaveChangesAsync();
    }

    private static async Task StoreAsync(TestDatabase database, params Organisation[] organisations)
    {
        await using var db = database.Open();
        db.Organisations.AddRange(organisations);
        await db.SaveChangesAsync();
    }

    private static async Task<(int Organisations, int Memberships)> CountAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return (await db.Organisations.CountAsync(), await db.Memberships.CountAsync());
    }
}
