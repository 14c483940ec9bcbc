using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.TestKit;

namespace Releve.Core.Tests.Notifications;

/// <summary>Notices become mails at each person's rhythm, once.</summary>
public sealed class MailNoticesTests
{
    // A Sunday, seven in the morning.
    private static readonly DateTime Now = TestData.Now;

    [Theory, BothDatabases]
    public async Task At_once_is_the_rhythm_of_who_chose_none_and_all_that_waits_goes_in_one_mail(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (claire, marc) = (TestData.Account(), TestData.Account("marc@exemple.fr"));
        var (first, second) = (Notice(claire, Now.AddSeconds(-2)), Notice(claire, Now.AddSeconds(-1)));
        await StoreAsync(database, claire, marc, first, second, Notice(marc, Now));

        (await RunAsync(database, Now)).ShouldBe(2);
        (await RunAsync(database, Now)).ShouldBe(0);

        var mails = await MailsAsync(database);
        mails.Select(mail => (mail.To, mail.Kind)).ShouldBe([(claire.Email, "2"), (marc.Email, "1")], ignoreOrder: true);
        mails.Single(mail => mail.AccountId == claire.Id).Id.ShouldBe(first.Id, "the same notices make the same mail");
    }

    [Theory, BothDatabases]
    public async Task Daily_waits_for_seven_and_weekly_for_monday(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (daily, weekly) = (TestData.Account(), TestData.Account("marc@exemple.fr"));
        await StoreAsync(
            database,
            daily,
            weekly,
            Choice(daily, MailRhythm.Daily),
            Choice(weekly, MailRhythm.Weekly),
            Notice(daily, Now.AddHours(1)),
            Notice(daily, Now.AddHours(2)),
            Notice(weekly, Now.AddHours(1))
        );

        (await RunAsync(database, Now.AddHours(23.9))).ShouldBe(0);
        (await RunAsync(database, Now.AddHours(24))).ShouldBe(2, "Monday, seven");
        (await MailsAsync(database)).Select(mail => mail.Kind).ShouldBe(["1", "2"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task A_missed_morning_is_made_up_for(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = TestData.Account();
        await StoreAsync(database, claire, Choice(claire, MailRhythm.Daily), Notice(claire, Now.AddHours(-20)));

        (await RunAsync(database, Now.AddHours(5))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Never_what_was_seen_and_the_suspended_get_no_mail_and_never_will(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (never, seen, suspended) = (TestData.Account(), TestData.Account("marc@exemple.fr"), TestData.Account("zoe@exemple.fr"));
        suspended.Suspend("essai", Now);
        var read = Notice(seen, Now);
        read.SeenAt = Now;
        await StoreAsync(database, never, seen, suspended, Choice(never, MailRhythm.Never), Notice(never, Now), read, Notice(suspended, Now));

        (await RunAsync(database, Now)).ShouldBe(0);

        (await MailsAsync(database)).ShouldBeEmpty();
        await using var db = database.Open();
        (await db.Notifications.CountAsync(one => one.MailedAt == null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Several_processes_at_once_write_each_mail_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var people = Enumerable.Range(0, 150).Select(i => TestData.Account($"p{i}@exemple.fr")).ToList();
        await StoreAsync(database, [.. people, .. people.Select(one => Notice(one, Now)), .. people.Select(one => Notice(one, Now))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(database, Now))));
        await RunAsync(database, Now);

        var mails = await MailsAsync(database);
        mails.Count.ShouldBe(people.Count);
        mails.ShouldAllBe(mail => mail.Kind == "2");
    }

    [Theory, BothDatabases]
    public async Task A_message_waits_some_seconds_for_who_has_it_open(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var claire = TestData.Account();
        await StoreAsync(database, claire, Notification.Of(claire.Id, NotificationTopic.Messages, "message-received", Now));

        (await RunAsync(database, Now.AddSeconds(9))).ShouldBe(0);
        (await RunAsync(database, Now.AddSeconds(10))).ShouldBe(1);
    }

    private static async Task<int> RunAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new MailNotices(db, Write).RunAsync(now, TestContext.Current.CancellationToken);
    }

    // The kind says how many notices are in it.
    private static OutboxMail Write(NoticeRecipient to, IReadOnlyList<Notification> notices, DateTime now) =>
        OutboxMail.Write($"{notices.Count}", to.Email, to.Language, now, to.AccountId, id: notices[0].Id);

    private static Notification Notice(Account account, DateTime at) =>
        Notification.Of(account.Id, NotificationTopic.MyApplications, "message-received", at, ("name", "Zoé"), ("words", "Bonjour"));

    private static NotificationChoice Choice(Account account, MailRhythm rhythm) =>
        new()
        {
            AccountId = account.Id,
            Topic = NotificationTopic.MyApplications,
            Rhythm = rhythm,
        };

    private static async Task StoreAsync(TestDatabase database, params object[] things)
    {
        await using var db = database.Open();
        db.AddRange(things);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<OutboxMail>> MailsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.OutboxMails.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
