using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Privacy;
using Releve.TestKit;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>Two carers link their projects: by a link and a consent, once, whatever happens in the same instant.</summary>
public sealed class CoupleTests
{
    private readonly Account anna = Person("anna@exemple.fr", "Anna");
    private readonly Account bart = Person("bart@exemple.fr", "Bart");
    private readonly Account chloe = Person("chloe@exemple.fr", "Chloé");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task One_invites_the_other_consents_and_the_first_is_told(string name)
    {
        await using var database = await SeedAsync(name);
        (await InviteAsync(database, anna)).ShouldBe(InviteToCoupleOutcome.Invited);
        var couple = (await CouplesAsync(database)).Single();

        (await AcceptAsync(database, couple.Id, "wrong", bart)).ShouldBe(CoupleState.Unknown);
        (await AcceptAsync(database, couple.Id, Secret(couple.Id), anna)).ShouldBe(CoupleState.Own);
        (await AcceptAsync(database, couple.Id, Secret(couple.Id), bart)).ShouldBe(CoupleState.Linked);
        (await AcceptAsync(database, couple.Id, Secret(couple.Id), bart)).ShouldBe(CoupleState.Linked); // a second press
        (await AcceptAsync(database, couple.Id, Secret(couple.Id), chloe)).ShouldBe(CoupleState.Unknown); // the link is used
        (await InviteAsync(database, bart)).ShouldBe(InviteToCoupleOutcome.Linked);

        couple = (await CouplesAsync(database)).Single();
        (couple.FirstId, couple.SecondId, couple.SecretHash).ShouldBe((anna.Id, bart.Id, null));
        await using var db = database.Open();
        var notice = await db.Notifications.SingleAsync(Cancellation);
        (notice.AccountId, notice.Kind, notice.Values["name"], notice.Values["link"]).ShouldBe((anna.Id, "couple-accepted", "Bart", "/fr/couple"));
    }

    [Theory, BothDatabases]
    public async Task An_invitation_holds_for_fourteen_days_and_is_made_anew_after_them(string name)
    {
        await using var database = await SeedAsync(name);
        await InviteAsync(database, anna);
        var first = (await CouplesAsync(database)).Single();
        await InviteAsync(database, anna, 12);
        var same = (await CouplesAsync(database)).Single();
        (same.Id, same.WithinKm).ShouldBe((first.Id, 12));

        var late = TestData.Now.AddDays(Couple.DaysToConsent);
        (await AcceptAsync(database, first.Id, Secret(first.Id), bart, late)).ShouldBe(CoupleState.Unknown);
        await InviteAsync(database, anna, now: late);

        var second = (await CouplesAsync(database)).Single();
        second.Id.ShouldNotBe(first.Id);
        (await AcceptAsync(database, second.Id, Secret(second.Id), bart, late)).ShouldBe(CoupleState.Linked);
    }

    [Theory, BothDatabases]
    public async Task Either_ends_it_and_the_other_is_told(string name)
    {
        await using var database = await SeedAsync(name);
        foreach (var (leaver, left) in new[] { (anna, bart), (bart, anna) })
        {
            await LinkAsync(database);
            await using (var db = database.Open())
            {
                await new EndCouple(db, Page).RunAsync(leaver.Id, TestData.Now, Cancellation);
                await new EndCouple(db, Page).RunAsync(leaver.Id, TestData.Now, Cancellation);
            }
            (await CouplesAsync(database)).ShouldBeEmpty();
            await using var read = database.Open();
            var notice = await read.Notifications.SingleAsync(one => one.Kind == EndCouple.Kind, Cancellation);
            (notice.AccountId, notice.Values["name"]).ShouldBe((left.Id, leaver.DisplayName));
            await read.Notifications.ExecuteDeleteAsync(Cancellation);
        }
    }

    [Theory, BothDatabases]
    public async Task Two_accept_one_link_at_once_and_one_is_the_second(string name)
    {
        await using var database = await SeedAsync(name);
        for (var round = 0; round < 5; round++)
        {
            await ClearAsync(database);
            await InviteAsync(database, anna);
            var id = (await CouplesAsync(database)).Single().Id;

            var states = await Task.WhenAll(
                Task.Run(() => AcceptAsync(database, id, Secret(id), bart), Cancellation),
                Task.Run(() => AcceptAsync(database, id, Secret(id), chloe), Cancellation)
            );

            states.Order().ShouldBe([CoupleState.Unknown, CoupleState.Linked]);
            (await CouplesAsync(database)).Single().SecondId.ShouldBe(states[0] == CoupleState.Linked ? bart.Id : chloe.Id);
        }
    }

    [Theory, BothDatabases]
    public async Task Accepted_while_it_is_withdrawn_is_one_or_the_other(string name)
    {
        await using var database = await SeedAsync(name);
        for (var round = 0; round < 8; round++)
        {
            await ClearAsync(database);
            await InviteAsync(database, anna);
            var id = (await CouplesAsync(database)).Single().Id;

            var accepted = Task.Run(() => AcceptAsync(database, id, Secret(id), bart), Cancellation);
            var withdrawn = Task.Run(() => WithdrawAsync(database, anna), Cancellation);
            await Task.WhenAll(accepted, withdrawn);

            var left = (await CouplesAsync(database)).SingleOrDefault();
            if (await withdrawn)
            {
                (await accepted, left).ShouldBe((CoupleState.Unknown, null));
            }
            else
            {
                (await accepted, left?.SecondId).ShouldBe((CoupleState.Linked, bart.Id));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Both_invite_and_accept_each_other_at_once_and_are_one_couple(string name)
    {
        await using var database = await SeedAsync(name);
        for (var round = 0; round < 8; round++)
        {
            await ClearAsync(database);
            await Task.WhenAll(InviteAsync(database, anna), InviteAsync(database, bart));
            var couples = await CouplesAsync(database);
            couples.Count.ShouldBe(2);
            var (hers, his) = (couples.Single(one => one.FirstId == anna.Id).Id, couples.Single(one => one.FirstId == bart.Id).Id);

            var states = await Task.WhenAll(
                Task.Run(() => AcceptAsync(database, hers, Secret(hers), bart), Cancellation),
                Task.Run(() => AcceptAsync(database, his, Secret(his), anna), Cancellation)
            );

            states.Order().ShouldBe([CoupleState.Unknown, CoupleState.Linked]);
            (await CouplesAsync(database)).Single().IsLinked.ShouldBeTrue();
        }
    }

    [Theory, BothDatabases]
    public async Task One_who_accepts_two_links_at_once_is_in_one_couple(string name)
    {
        await using var database = await SeedAsync(name);
        for (var round = 0; round < 5; round++)
        {
            await ClearAsync(database);
            await InviteAsync(database, anna);
            await InviteAsync(database, bart);
            var ids = (await CouplesAsync(database)).ConvertAll(one => one.Id);

            var states = await Task.WhenAll(ids.Select(id => Task.Run(() => AcceptAsync(database, id, Secret(id), chloe), Cancellation)));

            states.Order().ShouldBe([CoupleState.Elsewhere, CoupleState.Linked]);
            (await CouplesAsync(database)).Count(one => one.IsLinked).ShouldBe(1);
        }
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_left_when_one_of_them_is_erased(string name)
    {
        await using var database = await SeedAsync(name);
        await LinkAsync(database);
        await using var db = database.Open();
        await db.Accounts.Where(one => one.Id == bart.Id).ExecuteDeleteAsync(Cancellation);
        (await CouplesAsync(database)).ShouldBeEmpty();
        (await InviteAsync(database, anna)).ShouldBe(InviteToCoupleOutcome.Invited);
    }

    [Theory, BothDatabases]
    public async Task The_other_of_an_erased_person_is_told_without_a_name_and_is_named_nowhere_any_more(string name)
    {
        await using var database = await SeedAsync(name);
        await InviteAsync(database, anna);
        var id = (await CouplesAsync(database)).Single().Id;
        (await AcceptAsync(database, id, Secret(id), bart)).ShouldBe(CoupleState.Linked);

        await using (var db = database.Open())
        {
            (await new EraseAccount(db, new DocumentFolder("nowhere"), new EndCouple(db, Page)).RunAsync(bart.Id, TestData.Now, Cancellation)).ShouldBeTrue();
        }

        (await CouplesAsync(database)).ShouldBeEmpty();
        await using var read = database.Open();
        var notice = await read.Notifications.SingleAsync(Cancellation);
        (notice.AccountId, notice.Kind).ShouldBe((anna.Id, EndCouple.GoneKind));
        notice.Values.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = "/fr/couple" });
        (await read.LastPartingAsync(anna.Id, TestData.Now.AddDays(1), Cancellation)).ShouldBe(new Parting(null, TestData.Now));
    }

    [Theory, BothDatabases]
    public async Task For_thirty_days_the_one_who_was_left_reads_by_whom(string name)
    {
        await using var database = await SeedAsync(name);
        await LinkAsync(database);
        await using var db = database.Open();
        await new EndCouple(db, Page).RunAsync(bart.Id, TestData.Now, Cancellation);

        (await db.LastPartingAsync(anna.Id, TestData.Now.AddDays(29), Cancellation)).ShouldBe(new Parting("Bart", TestData.Now));
        (await db.LastPartingAsync(anna.Id, TestData.Now.AddDays(Parting.DaysTold), Cancellation)).ShouldBeNull();
        (await db.LastPartingAsync(bart.Id, TestData.Now, Cancellation)).ShouldBeNull("who leaves knows");
    }

    [Theory, BothDatabases]
    public async Task An_invitation_that_expired_stays_for_two_weeks_and_a_couple_for_good(string name)
    {
        await using var database = await SeedAsync(name);
        await LinkAsync(database);
        await InviteAsync(database, chloe);
        var gone = TestData.Now.AddDays(Couple.DaysToConsent + RemoveStaleCoupleInvitations.DaysTold);
        async Task<int> RemoveAsync(DateTime now)
        {
            await using var db = database.Open();
            return await new RemoveStaleCoupleInvitations(db).RunAsync(now, Cancellation);
        }

        (await RemoveAsync(gone.AddSeconds(-1))).ShouldBe(0);
        (await RemoveAsync(gone)).ShouldBe(1);
        (await RemoveAsync(gone)).ShouldBe(0);

        (await CouplesAsync(database)).ShouldHaveSingleItem().IsLinked.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Both_say_how_far_apart_at_once_and_a_word_holds(string name)
    {
        await using var database = await SeedAsync(name);
        await LinkAsync(database);

        var done = await Task.WhenAll(
            new[] { (anna, 10), (bart, 40) }.Select(async said =>
            {
                await using var db = database.Open();
                return await new KeepCoupleWithin(db).RunAsync(said.Item1.Id, said.Item2, Cancellation);
            })
        );

        done.ShouldBe([true, true]);
        (await CouplesAsync(database)).Single().WithinKm.ShouldBeOneOf(10, 40);
        await using var other = database.Open();
        (await new KeepCoupleWithin(other).RunAsync(chloe.Id, 10, Cancellation)).ShouldBeFalse();
    }

    private static string Secret(Guid couple) => "secret of " + couple.ToString("N");

    private static string Page(Language language) => $"/{language.Code()}/couple";

    private static Account Person(string email, string name)
    {
        var account = TestData.Account(email);
        account.Rename(name, null);
        return account;
    }

    private async Task<TestDatabase> SeedAsync(string name)
    {
        var database = await TestDatabase.CreateAsync(name);
        await using var db = database.Open();
        db.Accounts.AddRange(anna, bart, chloe);
        await db.SaveChangesAsync(Cancellation);
        return database;
    }

    private async Task LinkAsync(TestDatabase database)
    {
        await InviteAsync(database, anna);
        var id = (await CouplesAsync(database)).Single().Id;
        (await AcceptAsync(database, id, Secret(id), bart)).ShouldBe(CoupleState.Linked);
        await using var db = database.Open();
        await db.Notifications.ExecuteDeleteAsync(Cancellation);
    }

    private static async Task<InviteToCoupleOutcome> InviteAsync(TestDatabase database, Account who, int km = 30, DateTime? now = null)
    {
        await using var db = database.Open();
        return await new InviteToCouple(db, Secret).RunAsync(who.Id, km, now ?? TestData.Now, Cancellation);
    }

    private static async Task<CoupleState> AcceptAsync(TestDatabase database, Guid couple, string secret, Account who, DateTime? now = null)
    {
        await using var db = database.Open();
        return await new AcceptCouple(db, Page).RunAsync(couple, secret, who.Id, now ?? TestData.Now, Cancellation);
    }

    private static async Task<bool> WithdrawAsync(TestDatabase database, Account who)
    {
        await using var db = database.Open();
        return await new EndCouple(db, Page).WithdrawAsync(who.Id, TestData.Now, Cancellation);
    }

    private static async Task<List<Couple>> CouplesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Couples.AsNoTracking().ToListAsync(Cancellation);
    }

    private static async Task ClearAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Couples.ExecuteDeleteAsync(Cancellation);
        await db.Notifications.ExecuteDeleteAsync(Cancellation);
    }
}
