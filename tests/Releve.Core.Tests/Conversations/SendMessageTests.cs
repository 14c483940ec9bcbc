using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Conversations;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Conversations;

/// <summary>Who may write to whom, once, and who is told; on both databases.</summary>
public sealed class SendMessageTests
{
    private static readonly DateTime Now = TestData.Now;

    private readonly Account carer = TestData.Account();
    private readonly Account recruiter = TestData.Account("karim@exemple.fr");
    private readonly Account colleague = TestData.Account("odile@exemple.fr");
    private readonly Organisation organisation = TestData.Organisation();

    private Recipient Carer => new(carer.Id, [], []);

    private Recipient Recruiter => new(recruiter.Id, [organisation.Id], []);

    [Theory, BothDatabases]
    public async Task The_first_message_opens_the_conversation_and_a_recruiters_is_an_answer(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);

        (await SendAsync(database, Recruiter, application.Id, "Bonjour")).ShouldBe(SendResult.Sent);
        (await SendAsync(database, Carer, application.Id, "Bonjour à vous", now: Now.AddMinutes(1))).ShouldBe(SendResult.Sent);

        await using var db = database.Open();
        (await db.Applications.SingleAsync(Cancel)).AnsweredAt.ShouldBe(Now);
        (await db.Messages.OrderBy(one => one.At).Select(one => one.Side).ToListAsync(Cancel)).ShouldBe([ConversationSide.Publisher, ConversationSide.Carer]);
        var told = await db.Notifications.ToListAsync(Cancel);
        told.Select(one => one.AccountId).ShouldBe([carer.Id, recruiter.Id, colleague.Id], ignoreOrder: true);
        told.Single(one => one.AccountId == carer.Id).Values["name"].ShouldBe(organisation.Name);
        told.Single(one => one.AccountId == carer.Id).Values["link"].ShouldBe("/fr/" + application.Id.ToString("N"));
    }

    [Theory, BothDatabases]
    public async Task However_many_first_messages_come_at_one_instant_all_arrive_in_one_conversation(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(i => Task.Run(() => SendAsync(database, i % 2 == 0 ? Carer : Recruiter, application.Id, $"n° {i}")))
        );

        results.ShouldAllBe(result => result == SendResult.Sent);
        await using var db = database.Open();
        (await db.Conversations.CountAsync(Cancel)).ShouldBe(1);
        (await db.Messages.CountAsync(Cancel)).ShouldBe(24);
    }

    [Theory, BothDatabases]
    public async Task A_second_press_is_the_same_message_and_the_id_of_anothers_is_none(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);
        var id = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(database, Carer, application.Id, "Bonjour", id))));
        results.ShouldAllBe(result => result == SendResult.Sent);
        (await SendAsync(database, Recruiter, application.Id, "Bonjour", id)).ShouldBe(SendResult.NotFound);

        await using var db = database.Open();
        (await db.Messages.CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Nobody_writes_to_drafts_in_what_is_anothers_or_where_it_is_blocked_erased_or_suspended(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);
        var draft = JobApplication.Draft(Guid.CreateVersion7(), carer.Id, new ApplicationTarget { OrganisationId = organisation.Id }, TestData.Words(), Now);
        await StoreAsync(database, draft);

        (await SendAsync(database, Recruiter, draft.Id, "Bonjour")).ShouldBe(SendResult.NotFound);
        (await SendAsync(database, Carer, draft.Id, "Bonjour")).ShouldBe(SendResult.NotFound);
        (await SendAsync(database, new Recipient(colleague.Id, [], []), application.Id, "Bonjour")).ShouldBe(SendResult.NotFound);
        (await SendAsync(database, Recruiter, Guid.CreateVersion7(), "Bonjour")).ShouldBe(SendResult.NotFound);
        (await SendAsync(database, Carer, application.Id, "  ")).ShouldBe(SendResult.Empty);
        (await SendAsync(database, Carer, application.Id, "Bonjour")).ShouldBe(SendResult.Sent);
        await ChangeAsync(database, async db => (await db.Conversations.SingleAsync(Cancel)).Block(ConversationSide.Carer, Now));
        (await SendAsync(database, Recruiter, application.Id, "Et maintenant ?")).ShouldBe(SendResult.Closed);
        await ChangeAsync(database, async db => (await db.Conversations.SingleAsync(Cancel)).Unblock(ConversationSide.Publisher));
        (await SendAsync(database, Carer, application.Id, "Et maintenant ?")).ShouldBe(SendResult.Closed, "who did not block it does not open it");
        await ChangeAsync(database, async db => (await db.Conversations.SingleAsync(Cancel)).Unblock(ConversationSide.Carer));
        await ChangeAsync(database, async db => (await db.Accounts.SingleAsync(one => one.Id == carer.Id, Cancel)).Suspend("essai", Now));
        (await SendAsync(database, Recruiter, application.Id, "Et maintenant ?")).ShouldBe(SendResult.Closed);
    }

    [Theory, BothDatabases]
    public async Task Who_writes_line_by_line_makes_one_notice_until_it_is_read(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);

        for (var i = 0; i < 5; i++)
        {
            await SendAsync(database, Recruiter, application.Id, $"Ligne {i}", now: Now.AddSeconds(i));
        }
        (await NoticesAsync(database, carer)).ShouldBe(1);
        await using (var db = database.Open())
        {
            (await new ReadConversation(db).RunAsync(application.Id, carer.Id, Now.AddMinutes(1), Cancel)).ShouldBeTrue();
            (await new ReadConversation(db).RunAsync(application.Id, carer.Id, Now.AddMinutes(2), Cancel)).ShouldBeFalse();
            (await db.Notifications.SingleAsync(Cancel)).SeenAt.ShouldBe(Now.AddMinutes(1), "who has read it gets no mail");
            (await db.ConversationReaders.SingleAsync(Cancel)).ReadAt.ShouldBe(Now.AddMinutes(1));
        }
        await SendAsync(database, Recruiter, application.Id, "Autre chose", now: Now.AddMinutes(3));
        (await NoticesAsync(database, carer)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Only_a_carer_asks_about_a_listing_and_twice_is_the_same_conversation(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database);
        var stranger = TestData.Account("zoe@exemple.fr");
        var listing = Published();
        await StoreAsync(database, stranger, listing);
        var who = new Recipient(stranger.Id, [], []);

        var first = await AskAsync(database, who, listing);
        var second = await AskAsync(database, who, listing);

        first.Result.ShouldBe(SendResult.Sent);
        second.ShouldBe(first);
        (await AskAsync(database, Recruiter, listing)).Result.ShouldBe(SendResult.NotFound, "one's own listing");
        (await SendAsync(database, Recruiter, first.Conversation, "Avec plaisir")).ShouldBe(SendResult.Sent);
        await using var db = database.Open();
        (await db.Notifications.Where(one => one.AccountId == recruiter.Id).Select(one => one.Values).SingleAsync(Cancel))["name"]
            .ShouldBe("?", "no name is shown");
    }

    [Fact]
    public void First_words_are_one_line_and_no_half_sign()
    {
        TellOtherSide.Shorten("Bonjour,\n\nà demain").ShouldBe("Bonjour, à demain");
        TellOtherSide.Shorten(" \n ").ShouldBeNull();
        var family = string.Concat(Enumerable.Repeat("👩‍⚕️", 200));
        var words = TellOtherSide.Shorten(family)!;
        words.Length.ShouldBeLessThanOrEqualTo(141);
        words.TrimEnd('…').Replace("👩‍⚕️", "", StringComparison.Ordinal).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task What_an_erased_person_wrote_is_emptied_and_what_others_were_told_of_it_goes(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var application = await SeedAsync(database);
        await SendAsync(database, Carer, application.Id, "perroquet-violet");
        await SendAsync(database, Recruiter, application.Id, "Merci");

        await using var db = database.Open();
        await db.InTransactionAsync(_ => new ForgetMessages(db).RunAsync(carer.Id, Cancel), Cancel);

        (await db.Messages.AsNoTracking().OrderBy(one => one.Text).Select(one => one.Text).ToListAsync(Cancel)).ShouldBe(["", "Merci"]);
        (await db.Notifications.CountAsync(Cancel)).ShouldBe(0);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Listing Published()
    {
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, Now, recruiter.Id);
        listing.Publish("test", Now);
        return listing;
    }

    private async Task<JobApplication> SeedAsync(TestDatabase database)
    {
        var listing = Published();
        var application = TestData.Application(carer, listing);
        await StoreAsync(
            database,
            carer,
            recruiter,
            colleague,
            organisation,
            TestData.Membership(organisation, recruiter, OrganisationRole.Recruiter),
            TestData.Membership(organisation, colleague),
            listing,
            application
        );
        return application;
    }

    private static async Task<SendResult> SendAsync(TestDatabase database, Recipient who, Guid conversation, string text, Guid? id = null, DateTime? now = null)
    {
        await using var db = database.Open();
        return await Operation(db).RunAsync(new TypedMessage(id ?? Guid.CreateVersion7(), conversation, text, []), who, now ?? Now, Cancel);
    }

    private static async Task<(SendResult Result, Guid Conversation)> AskAsync(TestDatabase database, Recipient who, Listing listing)
    {
        await using var db = database.Open();
        var typed = new TypedMessage(Guid.CreateVersion7(), Guid.CreateVersion7(), "Y a-t-il un logement ?", []);
        return await Operation(db).AskAsync(typed, listing.Id, who, Now, Cancel);
    }

    private static SendMessage Operation(Core.Data.AppDb db) =>
        new(db, new TellOtherSide(db, new ConversationNames(db), new MessageWords((_, id) => "/fr/" + id.ToString("N"), _ => "?", _ => "un fichier")));

    private static async Task<int> NoticesAsync(TestDatabase database, Account account)
    {
        await using var db = database.Open();
        return await db.Notifications.CountAsync(one => one.AccountId == account.Id && one.Kind == TellOtherSide.Kind, Cancel);
    }

    private static Task StoreAsync(TestDatabase database, params object[] things) =>
        ChangeAsync(
            database,
            db =>
            {
                db.AddRange(things);
                return Task.CompletedTask;
            }
        );

    private static async Task ChangeAsync(TestDatabase database, Func<Core.Data.AppDb, Task> change)
    {
        await using var db = database.Open();
        await change(db);
        await db.SaveChangesAsync(Cancel);
    }
}
